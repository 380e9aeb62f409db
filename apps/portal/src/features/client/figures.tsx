import { useSuspenseQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { personalityQuery } from '../../api/insight.js';
import { useReleases, type ReleaseListed } from '../../api/releases.js';
import { BasisNotice } from '../../components/basis.js';
import { Choices } from '../../components/choices.js';
import { Empty } from '../../components/list.js';
import { LoadMore } from '../../components/load-more.js';
import { useMotives } from '../../components/motives.js';
import { Origin } from '../../components/origin.js';
import { Page, Panel, Section } from '../../components/page.js';
import { Pending } from '../../components/pending.js';
import { Tag } from '../../components/tag.js';
import { useLocale } from '../../i18n/locale.js';
import { Composition } from '../personality/composition.js';
import styles from './figures.module.css';
import { SharedProfiles } from './shared-profile.js';

/** Figures of teams that were released to the client's organisation: frozen, newest first, earlier ones folded away. */
export function ClientFiguresPage() {
  const { t } = useLocale();
  const { nodes, total, more, loading, loadMore } = useReleases(null);
  const isLatest = ({ engagement }: ReleaseListed, at: number) =>
    nodes.findIndex((other) => other.engagement.id === engagement.id) === at;
  const earlier = nodes.filter((release, at) => !isLatest(release, at));
  return (
    <Page title={t('client.figures')} lead={t('client.figuresLead')}>
      {nodes.length === 0 ? (
        <Empty title={t('client.noFigures')}>{t('client.noFiguresHint')}</Empty>
      ) : (
        nodes.filter(isLatest).map((release) => <Latest key={release.id} release={release} />)
      )}
      {earlier.length > 0 && (
        <Section title={t('client.earlier')} lead={t('client.earlierLead')}>
          {earlier.map((release) => (
            <Earlier key={release.id} release={release} />
          ))}
        </Section>
      )}
      <LoadMore shown={nodes.length} total={total} more={more} loading={loading} onMore={loadMore} />
      <SharedProfiles />
    </Page>
  );
}

interface ReleaseProps {
  readonly release: ReleaseListed;
}

function useWordsOf({ engagement, wave, version, publishedAt, smallestGroup }: ReleaseListed) {
  const { t, date, number } = useLocale();
  return {
    title: `${engagement.title}: ${t('releases.title', { wave: wave?.title ?? t('releases.waveGone'), version })}`,
    lead: t('client.releasedOn', {
      date: date(publishedAt),
      count: smallestGroup,
      n: number(smallestGroup),
    }),
  };
}

function Latest({ release }: ReleaseProps) {
  const { t } = useLocale();
  return (
    <Section
      {...useWordsOf(release)}
      {...(release.engagement.invented
        ? { actions: <Tag kind="caution">{t('engagement.invented')}</Tag> }
        : {})}
    >
      <Figures release={release} />
    </Section>
  );
}

/** Fetched when it is opened. */
function Earlier({ release }: ReleaseProps) {
  const [open, setOpen] = useState(false);
  const { title, lead } = useWordsOf(release);
  return (
    <Panel>
      <details className={styles['earlier']} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          {title}. <span className="soft">{lead}</span>
        </summary>
        {open && (
          <Suspense fallback={<Pending />}>
            <Figures release={release} />
          </Suspense>
        )}
      </details>
    </Panel>
  );
}

function Figures({ release: { engagement, teams } }: ReleaseProps) {
  const { t } = useLocale();
  const titleOf = (waveId: string) => engagement.waves.nodes.find(({ id }) => id === waveId)?.title ?? '';
  const options = teams.map(({ waveId, team, n }) => ({
    value: `${waveId} ${team.id}`,
    label: [team.name, titleOf(waveId), t('client.people', { count: n })].filter((p) => p !== '').join(' · '),
  }));
  const [chosen, setChosen] = useState(options.at(-1)?.value ?? '');
  const [waveId = '', teamId = ''] = chosen.split(' ');
  return (
    <>
      <Choices
        choices={[
          { label: t('choices.team'), value: chosen, options, onChange: (value) => setChosen(value) },
        ]}
      />
      <Team key={chosen} engagementId={engagement.id} waveId={waveId} teamId={teamId} />
    </>
  );
}

interface TeamProps {
  readonly engagementId: string;
  readonly waveId: string;
  readonly teamId: string;
}

function Team({ engagementId, waveId, teamId }: TeamProps) {
  const { t } = useLocale();
  const { data: personality } = useSuspenseQuery(personalityQuery(waveId, teamId));
  const words = useMotives(waveId);
  if (!personality) return <Empty title={t('personality.tooFew')}>{t('personality.tooFewHint')}</Empty>;
  return (
    <>
      <BasisNotice norm={personality.provenance.norm} />
      <Composition engagementId={engagementId} personality={personality} words={words} within />
      <Origin provenance={personality.provenance} />
    </>
  );
}
