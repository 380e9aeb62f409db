import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { EngagementDetail } from '../../api/engagement.js';
import { useEngagement } from '../../api/use-engagement.js';
import { Icon } from '../../components/icon.js';
import { TextLink } from '../../components/links.js';
import { Meter } from '../../components/meter.js';
import { Columns, Page, Panel, Section } from '../../components/page.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';
import { OpenAgreements } from '../agreements/open-agreements.js';
import { CloseEngagementDialog } from './close-engagement.js';
import { GroundFacts } from './ground-facts.js';
import { LegalGroundDialog } from './legal-ground.js';
import { NextStep } from './next-step.js';
import { SmallestGroupPanel } from './smallest-group.js';
import { AssignDialog, StaffPanel } from './staff.js';

const route = getRouteApi('/signed-in/engagements/$engagementId');

/** What the engagement is after, where it stands, and its frame. */
export function OverviewPage() {
  const { t, date } = useLocale();
  const engagement = useEngagement(route.useParams().engagementId);
  const mayManage = useMay('manageStructure', engagement.staff) && !engagement.closed;
  const [closing, setClosing] = useState(false);
  const [recording, setRecording] = useState(false);
  const [assigning, setAssigning] = useState(false);
  const mayExport = useMay('exportEvidence', engagement.staff);
  const seesAgreements = useMay('seePersons', engagement.staff);
  return (
    <Page
      title={engagement.title}
      eyebrow={t('engagements.openedOn', { date: date(engagement.openedAt) })}
      lead={engagement.goal}
      actions={
        mayManage && (
          <Button variant="default" onClick={() => setClosing(true)}>
            {t('engagement.close')}
          </Button>
        )
      }
    >
      <NextStep
        engagement={engagement}
        onRecordGround={() => setRecording(true)}
        onAssign={() => setAssigning(true)}
      />
      <Waves engagement={engagement} />
      {seesAgreements && <OpenAgreements engagementId={engagement.id} />}
      <Section title={t('engagement.frame')}>
        <Columns min="18rem">
          <LegalGroundPanel engagement={engagement} fixed={!mayManage} onRecord={() => setRecording(true)} />
          <StaffPanel engagement={engagement} onAssign={() => setAssigning(true)} />
          <SmallestGroupPanel engagement={engagement} />
        </Columns>
      </Section>
      {mayExport && <Evidence engagement={engagement} />}
      {closing && <CloseEngagementDialog engagementId={engagement.id} onClose={() => setClosing(false)} />}
      {assigning && <AssignDialog engagement={engagement} onClose={() => setAssigning(false)} />}
      {recording && <LegalGroundDialog engagement={engagement} onClose={() => setRecording(false)} />}
    </Page>
  );
}

function Waves({ engagement }: { readonly engagement: EngagementDetail }) {
  const { t, day } = useLocale();
  if (engagement.waves.nodes.length === 0) return null;
  return (
    <Section title={t('engagement.progress')}>
      <Columns min="18rem">
        {[...engagement.waves.nodes].reverse().map((wave) => (
          <Panel key={wave.id}>
            <div className="stack">
              <div>
                <h3>
                  <TextLink
                    to="/engagements/$engagementId/waves/$waveId"
                    params={{ engagementId: engagement.id, waveId: wave.id }}
                  >
                    {wave.title}
                  </TextLink>
                </h3>
                <span className="soft">
                  {t('waves.span', { from: day(wave.opensOn), to: day(wave.closesOn) })}
                </span>
              </div>
              {wave.progress.teams.map((team) => (
                <Meter key={team.teamId} label={team.name} value={team.submitted} of={team.invited} />
              ))}
            </div>
          </Panel>
        ))}
      </Columns>
    </Section>
  );
}

/** What stands on record of the engagement, for a works council or a data protection officer. */
function Evidence({ engagement: { id, title } }: { readonly engagement: EngagementDetail }) {
  const { t } = useLocale();
  return (
    <Section
      title={t('evidence.title')}
      lead={t('evidence.text')}
      actions={
        <Button
          component="a"
          href={`/api/engagements/${id}/evidence`}
          download
          variant="default"
          leftSection={<Icon name="download" size={18} />}
          aria-label={t('evidence.downloadNamed', { title })}
        >
          {t('evidence.download')}
        </Button>
      }
    />
  );
}

interface LegalGroundPanelProps {
  readonly engagement: EngagementDetail;
  readonly fixed: boolean;
  readonly onRecord: () => void;
}

function LegalGroundPanel({ engagement: { legalGround }, fixed, onRecord }: LegalGroundPanelProps) {
  const { t } = useLocale();
  return (
    <Panel>
      <div className="stack">
        <h3>{t('ground.title')}</h3>
        <GroundFacts ground={legalGround} />
        {!fixed && (
          <div>
            <Button variant="default" onClick={onRecord}>
              {legalGround ? t('ground.edit') : t('ground.record')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}
