import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { comparisonQuery, type Comparison } from '../../api/insight.js';
import { useEngagement } from '../../api/use-engagement.js';
import { BasisNotice } from '../../components/basis.js';
import { Choices, latestWave } from '../../components/choices.js';
import { Empty } from '../../components/list.js';
import { useMotives } from '../../components/motives.js';
import { Origin } from '../../components/origin.js';
import { Page } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';
import { Differences } from './differences.js';
import { Interests } from './interests.js';
import { Overview } from './overview.js';
import { NotCounted } from '../personality/composition.js';
import { Translators } from './translators.js';

const route = getRouteApi('/signed-in/engagements/$engagementId/comparison');

/** Two teams side by side. */
export function ComparisonPage() {
  const { t } = useLocale();
  const { teams, waves } = useEngagement(route.useParams().engagementId);
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const wave = waves.nodes.find(({ id }) => id === search.wave) ?? latestWave(waves.nodes);
  const a = teams.find(({ team }) => team.id === search.a)?.team ?? teams[0]?.team;
  const others = teams.map(({ team }) => team).filter(({ id }) => id !== a?.id);
  const b = others.find(({ id }) => id === search.b) ?? others[0];
  const go = (next: { wave?: string; a?: string; b?: string }) =>
    void navigate({ search: { wave: wave?.id, a: a?.id, b: b?.id, ...next }, replace: true });
  const options = (from: readonly { readonly id: string; readonly name: string }[]) =>
    from.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Page title={t('engagement.comparison')} lead={t('comparison.lead')}>
      {wave && a && b ? (
        <>
          <Choices
            choices={[
              {
                label: t('comparison.first'),
                value: a.id,
                options: options(teams.map(({ team }) => team)),
                onChange: (id) => go({ a: id, ...(id === b.id ? { b: a.id } : {}) }),
              },
              {
                label: t('comparison.second'),
                value: b.id,
                options: options(others),
                onChange: (id) => go({ b: id }),
              },
              {
                label: t('choices.wave'),
                value: wave.id,
                options: waves.nodes.map(({ id, title }) => ({ value: id, label: title })),
                onChange: (id) => go({ wave: id }),
              },
            ]}
          />
          <Pair key={`${wave.id} ${a.id} ${b.id}`} waveId={wave.id} a={a.id} b={b.id} />
        </>
      ) : (
        <Empty title={t('comparison.nothing')}>{t('comparison.nothingHint')}</Empty>
      )}
    </Page>
  );
}

function Pair({ waveId, a, b }: { readonly waveId: string; readonly a: string; readonly b: string }) {
  const { t } = useLocale();
  const { data: comparison } = useSuspenseQuery(comparisonQuery(waveId, a, b));
  if (comparison === 'not-comparable')
    return <Empty title={t('comparison.notComparable')}>{t('problem.notComparable')}</Empty>;
  if (!comparison) return <Empty title={t('personality.tooFew')}>{t('personality.tooFewHint')}</Empty>;
  return <Shown comparison={comparison} />;
}

function Shown({ comparison }: { readonly comparison: Comparison }) {
  const { engagementId } = route.useParams();
  const engagement = useEngagement(engagementId);
  const words = useMotives(comparison.waveId);
  return (
    <>
      <BasisNotice norm={comparison.provenance.norm} />
      <NotCounted count={comparison.notCounted} />
      <Overview comparison={comparison} words={words} />
      <Interests comparison={comparison} teams={engagement.teams} />
      <Differences engagementId={engagementId} comparison={comparison} words={words} />
      <Translators comparison={comparison} />
      <Origin provenance={comparison.provenance} />
    </>
  );
}
