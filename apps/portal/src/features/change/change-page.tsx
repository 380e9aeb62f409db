import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { changeQuery, personalityQuery, type Change } from '../../api/insight.js';
import { useEngagement } from '../../api/use-engagement.js';
import { scaleOf, chartFinding } from '../../components/chart-words.js';
import { Chart } from '../../components/chart.js';
import { Choices } from '../../components/choices.js';
import { Empty } from '../../components/list.js';
import { inOrder, useMotives, type MotiveWords } from '../../components/motives.js';
import { Page, Panel, Section } from '../../components/page.js';
import { Statement, Statements } from '../../components/statement.js';
import { useLocale } from '../../i18n/locale.js';
import { BasisNotice } from '../../components/basis.js';
import { Origin } from '../../components/origin.js';
import { NotCounted } from '../personality/composition.js';
import { Moves } from './moves.js';

const route = getRouteApi('/signed-in/engagements/$engagementId/change');

/** Two waves of one team side by side. */
export function ChangePage() {
  const { t } = useLocale();
  const { teams, waves } = useEngagement(route.useParams().engagementId);
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const team = teams.find((entry) => entry.team.id === search.team)?.team ?? teams[0]?.team;
  const second = waves.nodes.find(({ id }) => id === search.second) ?? waves.nodes.at(-1);
  const earlier = waves.nodes.slice(
    0,
    Math.max(
      0,
      waves.nodes.findIndex(({ id }) => id === second?.id),
    ),
  );
  const first = earlier.find(({ id }) => id === search.first) ?? earlier.at(-1);
  const go = (next: { team?: string; first?: string; second?: string }) =>
    void navigate({
      search: { team: team?.id, first: first?.id, second: second?.id, ...next },
      replace: true,
    });
  if (!team || !first || !second)
    return (
      <Page title={t('engagement.change')} lead={t('change.lead')}>
        <Empty title={t('change.nothing')}>{t('change.nothingHint')}</Empty>
      </Page>
    );
  const titles = (from: readonly { readonly id: string; readonly title: string }[]) =>
    from.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <Page title={t('engagement.change')} lead={t('change.lead')}>
      <Choices
        choices={[
          {
            label: t('choices.team'),
            value: team.id,
            options: teams.map((entry) => ({ value: entry.team.id, label: entry.team.name })),
            onChange: (id) => go({ team: id }),
          },
          {
            label: t('change.first'),
            value: first.id,
            options: titles(earlier),
            onChange: (id) => go({ first: id }),
          },
          {
            label: t('change.second'),
            value: second.id,
            options: titles(waves.nodes.slice(1)),
            onChange: (id) => go({ second: id }),
          },
        ]}
      />
      <Shown key={`${team.id} ${first.id} ${second.id}`} teamId={team.id} first={first} second={second} />
    </Page>
  );
}

interface ShownProps {
  readonly teamId: string;
  readonly first: { readonly id: string; readonly title: string };
  readonly second: { readonly id: string; readonly title: string };
}

function Shown({ teamId, first, second }: ShownProps) {
  const { t } = useLocale();
  const { data: change } = useSuspenseQuery(changeQuery(teamId, first.id, second.id));
  const { data: personality } = useSuspenseQuery(personalityQuery(second.id, teamId));
  const words = useMotives(second.id);
  if (change === 'not-comparable')
    return <Empty title={t('comparison.notComparable')}>{t('problem.notComparable')}</Empty>;
  if (!change || !personality)
    return <Empty title={t('personality.tooFew')}>{t('personality.tooFewHint')}</Empty>;
  const scale = scaleOf(personality.provenance);
  return (
    <>
      <BasisNotice norm={personality.provenance.norm} />
      <NotCounted count={change.notCounted} />
      <Moves change={change} />
      <SideBySide change={change} words={words} scale={scale} first={first.title} second={second.title} />
      <Reliable change={change} words={words} />
      <Origin provenance={personality.provenance} />
    </>
  );
}

interface SideBySideProps {
  readonly change: Change;
  readonly words: MotiveWords;
  readonly scale: ReturnType<typeof scaleOf>;
  readonly first: string;
  readonly second: string;
}

function SideBySide({ change, words, scale, first, second }: SideBySideProps) {
  const { t } = useLocale();
  const { basis, cut } = scale;
  const model = useMemo(
    () => ({
      kind: 'change' as const,
      title: t('change.chart', { team: change.team.name }),
      scale: { basis, cut },
      waves: { first, second },
      rows: inOrder(words.labels, change.motives).map(({ motive, entry }) => ({
        motive,
        first: entry.first,
        second: entry.second,
        finding: chartFinding(entry.finding),
      })),
    }),
    [change, words, basis, cut, first, second, t],
  );
  return (
    <Section title={t('change.sideBySide')} lead={t('change.sideBySideLead')}>
      <Panel>
        <Chart model={model} />
      </Panel>
    </Section>
  );
}

function Reliable({ change, words }: Pick<SideBySideProps, 'change' | 'words'>) {
  const { t, signed } = useLocale();
  const reliable = inOrder(words.labels, change.motives).filter(
    ({ entry }) => entry.finding === 'RELIABLE_CHANGE',
  );
  return (
    <Section title={t('change.reliable')}>
      {reliable.length === 0 ? (
        <p>{t('change.noneReliable')}</p>
      ) : (
        <Statements label={t('change.reliable')}>
          {reliable.map(({ motive, entry }) => (
            <Statement
              key={motive.id}
              motive={motive}
              end={<span className="tabular">{signed(entry.difference)}</span>}
            >
              {t((entry.difference ?? 0) > 0 ? 'change.towards.high' : 'change.towards.low', {
                high: motive.high,
                low: motive.low,
              })}{' '}
              {t('change.parts', {
                within: signed(entry.within),
                entry: signed(entry.entry),
                exit: signed(entry.exit),
              })}
            </Statement>
          ))}
        </Statements>
      )}
    </Section>
  );
}
