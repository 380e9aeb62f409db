import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { profileQuery, type ProfileDocument } from '../../api/insight.js';
import { useEngagement } from '../../api/use-engagement.js';
import { BasisNotice } from '../../components/basis.js';
import { chartBand, scaleOf } from '../../components/chart-words.js';
import { Chart } from '../../components/chart.js';
import { Empty } from '../../components/list.js';
import { TextLink } from '../../components/links.js';
import { inOrder, useMotives, type MotiveWords } from '../../components/motives.js';
import { NotFound } from '../../components/not-found.js';
import { Notice } from '../../components/notice.js';
import { Origin } from '../../components/origin.js';
import { Page, Panel, Section } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';
import { markedMotives } from './marked-motives.js';
import { MotiveCard } from './motive-card.js';

const route = getRouteApi('/signed-in/engagements/$engagementId/profiles/$assessmentId');

/** An individual profile the person has released. */
export function ProfilePage() {
  const { assessmentId } = route.useParams();
  const { data: profile } = useSuspenseQuery(profileQuery(assessmentId));
  return profile ? <Released profile={profile} /> : <NotFound />;
}

function Released({ profile }: { readonly profile: ProfileDocument }) {
  const { t, instant } = useLocale();
  const { engagementId } = route.useParams();
  const { teams, waves } = useEngagement(engagementId);
  const words = useMotives(profile.waveId);
  const team = teams.find((entry) => entry.team.id === profile.teamId)?.team.name;
  const wave = waves.nodes.find(({ id }) => id === profile.waveId)?.title;
  const name = profile.person?.name ?? t('profiles.unnamed');
  return (
    <Page
      title={name}
      eyebrow={
        <TextLink to="/engagements/$engagementId/profiles" params={{ engagementId }}>
          {t('engagement.profiles')}
        </TextLink>
      }
      lead={[team, wave, t('waves.submittedAt', { date: instant(profile.submittedAt) })]
        .filter((part) => part !== undefined)
        .join(' · ')}
    >
      <BasisNotice norm={profile.provenance.norm} />
      <ProfileChart profile={profile} words={words} name={name} />
      <Marked profile={profile} words={words} />
      <Quality profile={profile} />
      <Origin provenance={profile.provenance} />
    </Page>
  );
}

interface PartProps {
  readonly profile: ProfileDocument;
  readonly words: MotiveWords;
}

function ProfileChart({ profile, words, name }: PartProps & { readonly name: string }) {
  const { t } = useLocale();
  const model = useMemo(
    () => ({
      kind: 'profile' as const,
      title: t('profiles.chart', { name }),
      scale: scaleOf(profile.provenance),
      rows: inOrder(words.labels, profile.motives).map(({ motive, entry }) => ({
        motive,
        value: entry.value,
        band: entry.band && chartBand(entry.band),
        interval: entry.interval,
        bandOverlaps: entry.bandOverlaps,
      })),
    }),
    [profile, words, name, t],
  );
  return (
    <Section title={t('profiles.chartTitle')} lead={t('profiles.howToRead')}>
      <Panel>
        <Chart model={model} />
      </Panel>
    </Section>
  );
}

function Marked({ profile, words }: PartProps) {
  const { t } = useLocale();
  const marked = markedMotives(profile.motives);
  return (
    <Section title={t('profiles.marked')} lead={t('profiles.markedLead')}>
      {marked.length === 0 ? (
        <Empty title={t('profiles.allBalanced')}>{t('profiles.allBalancedText')}</Empty>
      ) : (
        <div className="stack">
          {marked.map((score) => (
            <MotiveCard
              key={score.motive}
              score={score}
              label={words.label(score.motive)}
              texts={words.texts(score.motive)}
            />
          ))}
        </div>
      )}
    </Section>
  );
}

const FLAGS = ['long-string', 'low-variability', 'even-odd', 'fast', 'missing'] as const;

function Quality({ profile: { qualityFlags, answered, of } }: Pick<PartProps, 'profile'>) {
  const { t } = useLocale();
  const known = FLAGS.filter((flag) => qualityFlags.some((raised) => raised.flag === flag));
  return (
    <Section title={t('quality.title')} lead={t('quality.answered', { answered, of })}>
      {known.length === 0 ? (
        <p>{t('quality.none')}</p>
      ) : (
        <Notice title={t('quality.lead')}>
          <ul className="plain">
            {known.map((flag) => (
              <li key={flag}>
                {t(`quality.flags.${flag}.title`)}: {t(`quality.flags.${flag}.text`)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </Section>
  );
}
