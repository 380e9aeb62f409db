import type { TeamCompositionDocument } from '@rapport/psychometrics';
import { roundAsShown, teamPersonality } from '@rapport/psychometrics';
import { MINIMUM_DISTRIBUTION, MINIMUM_GROUP, type Assembly, type ShownTeam } from './assembly.js';
import type { ComparisonFigure, Figures, TeamFigure } from './document.js';
import type { Comparison } from './sections/comparisons.js';

const rounded = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : roundAsShown(value);

/** The figures of teams and comparisons as numbers, two decimals; what this reader may not see is `null`. */
export function figuresOf(assembly: Assembly, comparisons: readonly Comparison[]): Figures {
  const { input, teams } = assembly;
  return {
    teams: teams.flatMap((team) => [
      ...(input.comparedWave && team.earlier && team.earlierSource
        ? teamFigures(assembly, team, {
            wave: input.comparedWave.title,
            source: team.earlierSource,
            n: team.earlier.members.length,
            document:
              team.earlier.members.length < MINIMUM_GROUP
                ? null
                : (team.earlier.personality ?? teamPersonality(team.earlier.members)),
          })
        : []),
      ...teamFigures(assembly, team, {
        wave: input.wave.title,
        source: team.source,
        n: team.n,
        document: team.shown,
      }),
    ]),
    comparisons: comparisons.flatMap((comparison) => comparisonFigures(assembly, comparison)),
  };
}

interface Occasion {
  readonly wave: string;
  readonly source: string;
  readonly n: number;
  readonly document: TeamCompositionDocument | null;
}

function teamFigures(
  { client, motives }: Assembly,
  team: ShownTeam,
  { wave, source, n, document }: Occasion,
): readonly TeamFigure[] {
  const counted = document !== null && (!client || n >= MINIMUM_DISTRIBUTION);
  return motives.map(({ id, name }) => {
    const motive = document?.motives.find((each) => each.motive === id);
    return {
      wave,
      team: team.name,
      motive: id,
      name,
      n: motive?.n ?? null,
      mean: rounded(motive?.mean),
      sd: rounded(motive?.sd),
      low: rounded(motive?.interval?.low),
      high: rounded(motive?.interval?.high),
      blue: counted ? (motive?.counts.blue ?? null) : null,
      balanced: counted ? (motive?.counts.balanced ?? null) : null,
      red: counted ? (motive?.counts.red ?? null) : null,
      source,
    };
  });
}

function comparisonFigures(
  { nameOf }: Assembly,
  { a, b, document }: Comparison,
): readonly ComparisonFigure[] {
  return document.motives.map(({ motive, difference, interval, finding, constellation }) => ({
    teamA: a.name,
    teamB: b.name,
    motive,
    name: nameOf(motive),
    difference: rounded(difference),
    low: rounded(interval?.low),
    high: rounded(interval?.high),
    finding,
    constellation,
    sources: [a.source, b.source],
  }));
}
