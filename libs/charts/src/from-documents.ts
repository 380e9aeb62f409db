import type {
  ProfileDocument,
  Provenance,
  PersonChangeDocument,
  TeamChangeDocument,
  TeamComparisonDocument,
  TeamPersonalityDocument,
} from '@rapport/psychometrics';
import type {
  BandSharesModel,
  BlindSpotMatrixModel,
  ChangeModel,
  ComparisonModel,
  MatrixMember,
  MotiveLabel,
  ProfileChartModel,
  ScoreScale,
  TeamDotsModel,
  TimelineModel,
} from './models.js';

/** Texts for a chart: its title and the motives in the order of the page. Motives without a label are left out. */
export interface ChartTexts {
  readonly title: string;
  readonly motives: readonly MotiveLabel[];
}

const scaleOf = ({ norm, bandRule }: Provenance): ScoreScale =>
  norm === null
    ? { basis: 'response-scale', cut: bandRule.cut }
    : { basis: 'norm', cut: bandRule.cut, provisional: norm.provisional, normSize: norm.n };

/** Pairs each label with its entry of the document, in the order of the labels; what the document lacks is left out. */
const inOrder = <Entry extends { readonly motive: string }>(
  labels: readonly MotiveLabel[],
  entries: readonly Entry[],
): readonly { readonly motive: MotiveLabel; readonly entry: Entry }[] => {
  const byMotive = new Map(entries.map((entry) => [entry.motive, entry]));
  return labels.flatMap((motive) => {
    const entry = byMotive.get(motive.id);
    return entry === undefined ? [] : [{ motive, entry }];
  });
};

/** A scored assessment as a profile chart. */
export const profileModel = (document: ProfileDocument, texts: ChartTexts): ProfileChartModel => ({
  kind: 'profile',
  title: texts.title,
  scale: scaleOf(document.provenance),
  rows: inOrder(texts.motives, document.motives).map(
    ({ motive, entry: { value, band, interval, bandOverlaps } }) => ({
      motive,
      value,
      band,
      interval,
      bandOverlaps,
    }),
  ),
});

const suppressed = (motive: TeamPersonalityDocument['motives'][number]) =>
  motive.pattern === 'too-little-data';

/** A team personality as dots; `nameOf` gives a member's label where the reader may see it. */
export const teamDotsModel = (
  document: TeamPersonalityDocument,
  texts: ChartTexts & { readonly nameOf?: (member: string) => string | undefined },
): TeamDotsModel => ({
  kind: 'team-dots',
  title: texts.title,
  scale: scaleOf(document.provenance),
  rows: inOrder(texts.motives, document.motives).map(({ motive, entry }) => ({
    motive,
    members: entry.members.map(({ member, value, band }) => {
      const label = texts.nameOf?.(member);
      return { value, band, ...(label === undefined ? {} : { label }) };
    }),
    mean: entry.mean,
    interval: entry.interval,
    quartiles: entry.quartiles,
    counts: suppressed(entry) ? null : entry.counts,
  })),
});

/** The shares of the three bands in a team. */
export const bandSharesModel = (document: TeamPersonalityDocument, texts: ChartTexts): BandSharesModel => ({
  kind: 'band-shares',
  title: texts.title,
  rows: inOrder(texts.motives, document.motives).map(({ motive, entry }) => ({
    motive,
    counts: suppressed(entry) ? null : entry.counts,
  })),
});

/** Two teams side by side. */
export const comparisonModel = (
  document: TeamComparisonDocument,
  texts: ChartTexts & { readonly teams: { readonly a: string; readonly b: string } },
): ComparisonModel => ({
  kind: 'comparison',
  title: texts.title,
  scale: scaleOf(document.provenance),
  teams: texts.teams,
  rows: inOrder(texts.motives, document.motives).map(({ motive, entry: { a, b, difference, finding } }) => ({
    motive,
    a: { mean: a.mean, interval: a.interval },
    b: { mean: b.mean, interval: b.interval },
    difference,
    finding,
  })),
});

/** Pairs of one team and the motives in which they stand opposite; `members` in the order of rows and columns. */
export const blindSpotModel = (
  document: TeamPersonalityDocument,
  texts: ChartTexts & { readonly members: readonly (MatrixMember & { readonly id: string })[] },
): BlindSpotMatrixModel => {
  const { members } = texts;
  const spots = inOrderOfLabels(texts.motives, document.blindSpots);
  const between = (a: string, b: string) =>
    spots
      .filter(({ red, blue }) => (red === a && blue === b) || (red === b && blue === a))
      .map(({ name }) => name);
  const shown = members.map(({ code, name }) => ({ code, ...(name === undefined ? {} : { name }) }));
  const motives = members.map((row) =>
    members.map((column) => (row.id === column.id ? [] : between(row.id, column.id))),
  );
  return {
    kind: 'blind-spots',
    title: texts.title,
    rows: shown,
    columns: shown,
    motives,
    counts: motives.map((line, row) => line.map((names, column) => (row === column ? null : names.length))),
  };
};

const inOrderOfLabels = (labels: readonly MotiveLabel[], spots: TeamPersonalityDocument['blindSpots']) =>
  labels.flatMap(({ id, name }) =>
    spots.filter((spot) => spot.motive === id).map(({ red, blue }) => ({ name, red, blue })),
  );

/** Two waves of a team or of a person, side by side. */
export const changeModel = (
  document: TeamChangeDocument | PersonChangeDocument,
  texts: ChartTexts & { readonly waves: { readonly first: string; readonly second: string } },
): ChangeModel => {
  const entries: readonly Pick<
    TeamChangeDocument['motives'][number],
    'motive' | 'first' | 'second' | 'finding'
  >[] = document.motives;
  return {
    kind: 'change',
    title: texts.title,
    scale: scaleOf(document.provenance.second),
    waves: texts.waves,
    rows: inOrder(texts.motives, entries).map(({ motive, entry: { first, second, finding } }) => ({
      motive,
      first,
      second,
      finding,
    })),
  };
};

/** One team over several waves; `texts.motives` chooses what is shown. At least one wave. */
export const timelineModel = (
  waves: readonly [TeamWave, ...TeamWave[]],
  texts: ChartTexts,
): TimelineModel => ({
  kind: 'timeline',
  title: texts.title,
  scale: scaleOf((waves.at(-1) ?? waves[0]).document.provenance),
  waves: waves.map(({ label }) => label),
  motives: texts.motives.map((motive) => ({
    motive,
    points: waves.map(({ document }) => {
      const entry = document.motives.find((candidate) => candidate.motive === motive.id);
      return { mean: entry?.mean ?? null, sd: entry?.sd ?? null, n: entry?.n ?? 0 };
    }),
  })),
});

interface TeamWave {
  readonly label: string;
  readonly document: TeamPersonalityDocument;
}
