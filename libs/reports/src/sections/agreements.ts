import type { FindingReference } from '@rapport/domain';
import { compareTeams, type MemberProfile } from '@rapport/psychometrics';
import { MINIMUM_GROUP, type Assembly } from '../assembly.js';
import type { AgreementCard, Fact, Section } from '../document.js';
import type { ReportAgreement } from '../input.js';
import { intervalText, lead, paragraph, questions } from './blocks.js';

/** What was agreed, what became of it, and when it is looked at again. */
export function agreements(assembly: Assembly): Section {
  const { input, texts, words, day } = assembly;
  const { title, lead: opening, questions: asked } = texts.sections.agreements;
  const next = nextReviewOf(input.agreements);
  const sorted = [...input.agreements].sort(
    (x, y) =>
      ORDER[x.status] - ORDER[y.status] || (x.reviewOn < y.reviewOn ? -1 : x.reviewOn > y.reviewOn ? 1 : 0),
  );
  return {
    id: 'agreements',
    heading: title,
    newPage: true,
    blocks: [
      lead(opening),
      ...(sorted.length === 0 ? [paragraph(texts.summary.noAgreements)] : []),
      ...(next ? [paragraph(words.nextReview({ day: day(next) }))] : []),
      ...sorted.map((each) => card(assembly, each)),
      ...questions(assembly, asked),
    ],
  };
}

const ORDER: Readonly<Record<ReportAgreement['status'], number>> = { agreed: 0, proposed: 1, reviewed: 2 };

/** The next day on which an open agreement is looked at. */
export function nextReviewOf(all: readonly ReportAgreement[]): string | undefined {
  return all
    .filter(({ status }) => status !== 'reviewed')
    .map(({ reviewOn }) => reviewOn)
    .sort()[0];
}

function card(assembly: Assembly, agreement: ReportAgreement): AgreementCard {
  const { client, texts, words, day } = assembly;
  const { table: heads, words: states } = texts;
  const { status, outcome, owner, dueOn, reviewOn, reviewNote, reviewedOn, checkIns } = agreement;
  const facts: Fact[] = [
    { term: heads.owner, text: client && owner.kind === 'person' ? words.onePerson : owner.name },
    { term: heads.due, text: day(dueOn) },
    { term: heads.review, text: day(reviewOn) },
    { term: words.cause, text: cause(assembly, agreement) },
  ];
  if (reviewedOn) facts.push({ term: words.reviewed, text: day(reviewedOn) });
  if (reviewNote && !client) facts.push({ term: heads.note, text: reviewNote });
  const named = status === 'agreed' ? 'accepted' : status;
  return {
    kind: 'agreement',
    text: agreement.text,
    status: outcome ? states.outcome[outcome] : states.agreement[named],
    state: outcome ?? (status === 'agreed' ? 'agreed' : 'open'),
    facts,
    checkIns: checkIns.map(({ on, state, note }) => ({
      on: day(on),
      state: states.checkIn[state],
      note: client ? null : note,
    })),
  };
}

/** The measured difference that an agreement answers. */
function cause(assembly: Assembly, { finding }: ReportAgreement): string {
  const { client, texts, nameOf, signed } = assembly;
  const name = nameOf(finding.motive);
  const evidence = client ? shownAnyway(assembly, finding) : finding.evidence;
  if (!evidence) return name;
  const { low, high, difference } = evidence;
  const band =
    low === null || high === null ? '' : `; ${texts.table.interval} ${intervalText(assembly, { low, high })}`;
  return `${name}, ${texts.table.difference} ${signed(difference)}${band}`;
}

/**
 * What a client reads of it: the difference between the two teams as the same report shows them. What was measured when it
 * was proposed may be of one person more or fewer, and two people's gap is nobody's at the client.
 */
function shownAnyway(assembly: Assembly, finding: FindingReference): FindingReference['evidence'] {
  const { kind, waveId, motive, teamA, teamB } = finding;
  const of = (id: string | null) => membersShown(assembly, waveId, id);
  const [a, b] = kind === 'team-comparison' ? [of(teamA), of(teamB)] : [];
  if (!a || !b) return null;
  const found = compareTeams(a, b).motives.find((each) => each.motive === motive);
  if (!found || found.difference === null) return null;
  const { difference, interval } = found;
  return { difference, low: interval?.low ?? null, high: interval?.high ?? null };
}

/** Whose figures the report shows of a team in one of its waves; `null` where it shows none. */
function membersShown(
  { input, teams }: Assembly,
  waveId: string,
  teamId: string | null,
): readonly MemberProfile[] | null {
  const team = teams.find(({ id }) => id === teamId);
  const members =
    waveId === input.wave.id
      ? team?.members
      : waveId === input.comparedWave?.id
        ? team?.earlier?.members
        : undefined;
  return members && members.length >= MINIMUM_GROUP ? members : null;
}
