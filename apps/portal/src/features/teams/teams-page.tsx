import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { EngagementDetail, EngagementTeam } from '../../api/engagement.js';
import { useEngagement } from '../../api/use-engagement.js';
import { Facts } from '../../components/facts.js';
import { Empty } from '../../components/list.js';
import { Page, Panel, Section } from '../../components/page.js';
import { useFunctionName } from '../../components/use-function.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';
import { EnterTeamDialog } from './enter-team.js';
import { Members } from './members.js';

const route = getRouteApi('/signed-in/engagements/$engagementId/teams');

/** The teams of an engagement: function, goals, indicators and members. */
export function TeamsPage() {
  const { t } = useLocale();
  const engagement = useEngagement(route.useParams().engagementId);
  const fixed = !useMay('manageStructure', engagement.staff) || engagement.closed;
  const [entering, setEntering] = useState<EngagementTeam | 'new' | null>(null);
  return (
    <Page
      title={t('engagement.teams')}
      lead={t('teams.lead')}
      actions={!fixed && <Button onClick={() => setEntering('new')}>{t('teams.enter')}</Button>}
    >
      {engagement.teams.length === 0 && <Empty title={t('teams.none')}>{t('teams.noneHint')}</Empty>}
      {engagement.teams.map((entry) => (
        <TeamSection
          key={entry.team.id}
          entry={entry}
          fixed={fixed}
          staff={engagement.staff}
          onEdit={() => setEntering(entry)}
        />
      ))}
      {entering && (
        <EnterTeamDialog
          engagement={engagement}
          entry={entering === 'new' ? null : entering}
          onClose={() => setEntering(null)}
        />
      )}
    </Page>
  );
}

interface TeamSectionProps {
  readonly entry: EngagementTeam;
  /** Nothing can be changed here. */
  readonly fixed: boolean;
  readonly staff: EngagementDetail['staff'];
  readonly onEdit: () => void;
}

function TeamSection({ entry: { team, goals, indicators }, fixed, staff, onEdit }: TeamSectionProps) {
  const { t } = useLocale();
  const name = useFunctionName()(team.function);
  return (
    <Section
      title={team.name}
      lead={name === team.name ? undefined : name}
      actions={
        !fixed && (
          <Button variant="default" onClick={onEdit}>
            {t('teams.edit')}
          </Button>
        )
      }
    >
      <Panel>
        <Facts
          facts={[
            [t('teams.goals'), goals],
            [t('teams.indicators'), indicators],
          ]}
        />
      </Panel>
      <Members teamId={team.id} teamName={team.name} fixed={fixed} staff={staff} />
    </Section>
  );
}
