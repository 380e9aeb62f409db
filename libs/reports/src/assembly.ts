import { formatNumber, formatSigned, type MotiveLabel } from '@rapport/charts';
import { MINIMUM_GROUP, type MotiveTexts, type ReportTexts } from '@rapport/content';
import type { Locale } from '@rapport/domain';
import type { Band, Interval, MemberProfile, TeamPersonalityDocument } from '@rapport/psychometrics';
import type { FigureSource } from './document.js';
import type { ReportInput, ReportTeam, ReportWave } from './input.js';
import { printWords, type PrintWords } from './print-words.js';

export { MINIMUM_GROUP };
/** How many stand in which band is shown to a client only from here: in a small group it says too much of each member. */
export const MINIMUM_DISTRIBUTION = 10;

export interface AssemblyTexts {
  readonly report: Readonly<Record<Locale, ReportTexts>>;
  /** Texts of the motives by id; an instrument may have scales that have none. */
  readonly motives: Readonly<Record<string, MotiveTexts>>;
}

/** A team with what this reader may see of it. */
export interface ShownTeam extends ReportTeam {
  readonly n: number;
  /**
   * The personality, or `null` where the group is smaller than participants were promised. A coach who may see every
   * single profile of a small group learns nothing more from their mean.
   */
  readonly shown: TeamPersonalityDocument | null;
  /** Whether counts per band may be shown. */
  readonly distribution: boolean;
  readonly source: string;
  readonly earlierSource: string | null;
  /** Released profiles in the order of their names; none in a client's copy. */
  readonly open: readonly { readonly name: string; readonly profile: MemberProfile }[];
}

/** What every section is written with. */
export interface Assembly {
  readonly input: ReportInput;
  readonly client: boolean;
  readonly lang: Locale;
  readonly texts: ReportTexts;
  readonly words: PrintWords;
  readonly motives: readonly MotiveLabel[];
  readonly teams: readonly ShownTeam[];
  readonly sources: Readonly<Record<string, FigureSource>>;
  /** Whether reliabilities are known, so that error bands exist. */
  readonly errorBand: boolean;
  /** What the values are: normed, by a provisional norm, or not normed. Stands on every page. */
  readonly scale: string;
  readonly textsOf: (motive: string) => MotiveTexts | undefined;
  readonly nameOf: (motive: string) => string;
  readonly poleOf: (motive: string, band: Exclude<Band, 'balanced'>) => string;
  readonly signed: (value: number | null) => string;
  readonly number: (value: number | null, decimals?: number) => string;
  readonly range: (interval: Interval | null) => { readonly low: string; readonly high: string } | null;
  readonly day: (iso: string) => string;
  readonly functionOf: (team: ReportTeam) => string;
}

const sourceKey = (wave: ReportWave, team: ReportTeam) => `${wave.id}/${team.id}`;

export function beginAssembly(input: ReportInput, texts: AssemblyTexts): Assembly {
  const { locale: lang, instrument } = input;
  const client = input.audience === 'client';
  const words = printWords[lang];
  const motives = instrument.scales.map(({ id, name, low, high }) => ({
    id,
    name: name[lang],
    low: low[lang],
    high: high[lang],
  }));
  const labels = new Map(motives.map((motive) => [motive.id, motive]));
  const days = new Intl.DateTimeFormat(lang === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return {
    input,
    client,
    lang,
    texts: texts.report[lang],
    words,
    motives,
    teams: input.teams.map((team) => shownTeam(input, team, client)),
    sources: sourcesOf(input, client),
    errorBand: input.norm !== null,
    scale: scaleOf(input, texts.report[lang]),
    textsOf: (motive) => texts.motives[motive],
    nameOf: (motive) => labels.get(motive)?.name ?? motive,
    poleOf: (motive, band) => labels.get(motive)?.[band === 'red' ? 'high' : 'low'] ?? motive,
    signed: (value) => formatSigned(value, lang),
    number: (value, decimals) => formatNumber(value, lang, decimals),
    range: (interval) =>
      interval && { low: formatNumber(interval.low, lang), high: formatNumber(interval.high, lang) },
    day: (iso) => days.format(new Date(`${iso}T00:00:00Z`)),
    functionOf: (team) => words.function[team.function.toLowerCase()] ?? team.function,
  };
}

function scaleOf({ norm }: ReportInput, { words }: ReportTexts): string {
  if (norm === null) return words.basis['response-scale'];
  return norm.provisional ? words.provisional : words.basis.norm;
}

function shownTeam(input: ReportInput, team: ReportTeam, client: boolean): ShownTeam {
  const n = team.members.length;
  const profiles = new Map(team.members.map((each) => [each.member, each]));
  const { comparedWave } = input;
  const open = client
    ? []
    : team.released
        .flatMap(({ member, name }) => {
          const profile = profiles.get(member);
          return profile ? [{ name, profile }] : [];
        })
        .sort((a, b) => a.name.localeCompare(b.name, input.locale));
  return {
    ...team,
    n,
    shown: n > 0 && (n >= MINIMUM_GROUP || open.length === n) ? team.personality : null,
    distribution: !client || n >= MINIMUM_DISTRIBUTION,
    source: sourceKey(input.wave, team),
    earlierSource: comparedWave && team.earlier ? sourceKey(comparedWave, team) : null,
    open,
  };
}

function sourcesOf(input: ReportInput, client: boolean): Readonly<Record<string, FigureSource>> {
  const entries: [string, FigureSource][] = [];
  for (const team of input.teams) {
    entries.push(...sourceEntry(input.wave, team, team.members, client));
    if (input.comparedWave && team.earlier)
      entries.push(...sourceEntry(input.comparedWave, team, team.earlier.members, client));
  }
  return Object.fromEntries(entries);
}

function sourceEntry(
  wave: ReportWave,
  team: ReportTeam,
  members: readonly MemberProfile[],
  client: boolean,
): [string, FigureSource][] {
  const [first] = members;
  if (!first || (client && members.length < MINIMUM_GROUP)) return [];
  const { instrument, norm, bandRule, scoring, source } = first.profile.provenance;
  return [
    [
      sourceKey(wave, team),
      {
        wave: { id: wave.id, title: wave.title },
        team: { id: team.id, name: team.name },
        n: members.length,
        assessments: client ? null : members.map(({ assessment }) => assessment).sort(),
        instrument,
        norm,
        bandRule,
        scoring,
        scores: source ?? 'answers',
      },
    ],
  ];
}
