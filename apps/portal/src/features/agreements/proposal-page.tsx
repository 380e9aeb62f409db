import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { EngagementDetail } from '../../api/engagement.js';
import { useEngagement } from '../../api/use-engagement.js';
import { latestWave } from '../../components/choices.js';
import { ChoiceField } from '../../components/fields.js';
import { ButtonLink, TextLink } from '../../components/links.js';
import { Empty } from '../../components/list.js';
import { useMotives } from '../../components/motives.js';
import { CommandProblem } from '../../components/notice.js';
import { Page, Panel, Section } from '../../components/page.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';
import styles from './proposal.module.css';
import { TermsFields } from './terms.js';
import { useProposal } from './use-proposal.js';

const route = getRouteApi('/signed-in/engagements/$engagementId/agreements/new');

/** An agreement from a finding: what was measured, and who does what about it. */
export function ProposalPage() {
  const { t } = useLocale();
  const { engagementId } = route.useParams();
  const engagement = useEngagement(engagementId);
  const mayPropose = useMay('editAgreements', engagement.staff) && !engagement.closed;
  const wave = latestWave(engagement.waves.nodes);
  const team = engagement.teams[0]?.team;
  return (
    <Page
      title={t('agreements.propose')}
      lead={t('agreements.proposeLead')}
      eyebrow={
        <TextLink to="/engagements/$engagementId/agreements" params={{ engagementId }}>
          {t('engagement.agreements')}
        </TextLink>
      }
    >
      {!mayPropose ? (
        <Empty title={t('notYours.title')}>{t('notYours.agreements')}</Empty>
      ) : wave && team ? (
        <ProposalForm engagement={engagement} waveId={wave.id} teamId={team.id} />
      ) : (
        <Empty title={t('comparison.nothing')}>{t('comparison.nothingHint')}</Empty>
      )}
    </Page>
  );
}

interface ProposalFormProps {
  readonly engagement: EngagementDetail;
  /** Where the address names none. */
  readonly waveId: string;
  readonly teamId: string;
}

function ProposalForm({ engagement, waveId, teamId }: ProposalFormProps) {
  const { t } = useLocale();
  const search = route.useSearch();
  const { form, command, submit } = useProposal(engagement, {
    waveId: search.wave ?? waveId,
    teamA: search.a ?? teamId,
    teamB: search.b ?? '',
    motive: search.motive ?? '',
    text: search.text ?? '',
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => void submit(values))}>
      <div className={styles['form']}>
        <Section title={t('agreements.finding')} lead={t('agreements.findingLead')}>
          <Panel>
            <FindingFields engagement={engagement} form={form} waveId={search.wave ?? waveId} />
          </Panel>
        </Section>
        <Section title={t('agreements.terms')} lead={t('agreements.termsLead')}>
          <Panel>
            <div className="stack">
              <TermsFields form={form} teams={engagement.teams.map(({ team }) => team)} />
            </div>
          </Panel>
        </Section>
        <CommandProblem command={command} />
        <div className="row">
          <Button type="submit" loading={command.pending}>
            {t('agreements.proposeSubmit')}
          </Button>
          <ButtonLink
            variant="default"
            to="/engagements/$engagementId/agreements"
            params={{ engagementId: engagement.id }}
          >
            {t('form.cancel')}
          </ButtonLink>
        </div>
      </div>
    </form>
  );
}

interface FindingFieldsProps {
  readonly engagement: EngagementDetail;
  readonly form: Parameters<typeof ChoiceField>[0]['form'];
  readonly waveId: string;
}

function FindingFields({ engagement, form, waveId: first }: FindingFieldsProps) {
  const { t } = useLocale();
  const [waveId, setWaveId] = useState(first);
  const { labels } = useMotives(waveId);
  const teams = engagement.teams.map(({ team }) => ({ value: team.id, label: team.name }));
  return (
    <div className={styles['finding']}>
      <ChoiceField
        form={form}
        name="motive"
        label={t('agreements.motive')}
        choices={[
          { value: '', label: t('form.choose') },
          ...labels.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <ChoiceField
        form={form}
        name="waveId"
        label={t('choices.wave')}
        onChoose={setWaveId}
        choices={engagement.waves.nodes.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <ChoiceField form={form} name="teamA" label={t('choices.team')} choices={teams} />
      <ChoiceField
        form={form}
        name="teamB"
        label={t('agreements.otherTeam')}
        choices={[{ value: '', label: t('agreements.withinTeam') }, ...teams]}
      />
    </div>
  );
}
