import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { WaveHead } from '../../api/engagement.js';
import { WaveProgressed } from '../../api/generated.js';
import { useEngagement } from '../../api/use-engagement.js';
import { useLive } from '../../api/live.js';
import { waveQuery } from '../../api/waves.js';
import { Chart } from '../../components/chart.js';
import { TextLink } from '../../components/links.js';
import { Meter } from '../../components/meter.js';
import { Empty } from '../../components/list.js';
import { NotFound } from '../../components/not-found.js';
import { Columns, Page, Panel, Section } from '../../components/page.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';
import { Participants } from './participants.js';
import { WaveActions } from './wave-actions.js';

const route = getRouteApi('/signed-in/engagements/$engagementId/waves/$waveId');

/** One wave: how far everyone is, as it happens, and what can be done about it. */
export function WavePage() {
  const { t, day, text } = useLocale();
  const { engagementId, waveId } = route.useParams();
  const { data: wave } = useSuspenseQuery(waveQuery(waveId));
  useLiveProgress(waveId);
  const seesPersons = useMay('seePersons', useEngagement(engagementId).staff);
  if (!wave) return <NotFound />;
  return (
    <Page
      title={wave.title}
      eyebrow={
        <TextLink to="/engagements/$engagementId/waves" params={{ engagementId }}>
          {t('engagement.waves')}
        </TextLink>
      }
      lead={[
        t('waves.span', { from: day(wave.opensOn), to: day(wave.closesOn) }),
        `${text(wave.instrument.title)} ${wave.instrument.version}`,
        wave.norm ? text(wave.norm.title) : t('basis.notNormedShort'),
      ].join(' · ')}
      actions={<WaveActions engagementId={engagementId} wave={wave} />}
    >
      <Progress wave={wave} />
      <Section title={t('waves.participants')} lead={seesPersons ? t('waves.participantsLead') : undefined}>
        {seesPersons ? (
          <Participants engagementId={engagementId} wave={wave} />
        ) : (
          <Empty title={t('notYours.title')}>{t('notYours.participants')}</Empty>
        )}
      </Section>
    </Page>
  );
}

/** Keeps the counts of the wave and, when someone moved, the list as they are. */
function useLiveProgress(waveId: string) {
  const client = useQueryClient();
  useLive(WaveProgressed, { waveId }, ({ waveProgress }) => {
    const { queryKey } = waveQuery(waveId);
    const before = client.getQueryData(queryKey)?.progress;
    client.setQueryData(queryKey, (wave) => wave && { ...wave, progress: waveProgress });
    if (JSON.stringify(before) !== JSON.stringify(waveProgress))
      void client.invalidateQueries({ queryKey: ['wave', waveId, 'participants'] });
  });
}

function Progress({ wave: { progress } }: { readonly wave: WaveHead }) {
  const { t } = useLocale();
  const { submitted, inProgress, notStarted, withdrawn, teams } = progress;
  const model = useMemo(
    () => ({
      kind: 'progress' as const,
      title: t('waves.progress'),
      submitted,
      inProgress,
      notStarted,
      withdrawn,
    }),
    [t, submitted, inProgress, notStarted, withdrawn],
  );
  return (
    <Section title={t('waves.progress')}>
      <Panel>
        <div className="stack" aria-live="polite">
          <Chart model={model} caption={t('waves.live')} />
          <Columns min="14rem">
            {teams.map((team) => (
              <Meter key={team.teamId} label={team.name} value={team.submitted} of={team.invited} />
            ))}
          </Columns>
        </div>
      </Panel>
    </Section>
  );
}
