import { reportGlossary } from './report-glossary.js';
import type { ReportTexts } from './report-texts.js';

const people = (n: number) => (n === 1 ? '1 person' : `${n} people`);
const list = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

const span = (word: string, interval: { low: string; high: string } | null) =>
  interval === null ? '' : `; ${word} ${interval.low} to ${interval.high}`;

const bracketed = (word: string, interval: { low: string; high: string } | null) =>
  interval === null ? '' : ` (${word} ${interval.low} to ${interval.high})`;
const OWN_WORK = {
  source: 'Rapport project, own work: items and keys written for this instrument',
  licence: 'CC-BY-4.0',
};

const BANDS = { red: 'red', balanced: 'balanced', blue: 'blue' } as const;
const place = ({ name, mean, band }: { name: string; mean: string; band: keyof typeof BANDS }) =>
  `${name} ${mean} (${BANDS[band]})`;

export const reportTextsEn: ReportTexts = {
  cover: {
    kind: 'Motive report',
    title: { coach: 'Teams and individual profiles', client: 'What moves our teams' },
    confidential: {
      coach:
        'Confidential. Contains profiles of people who released them for this purpose. Please do not pass on.',
      client: 'Contains values of teams, no values of individual people.',
    },
    purpose: 'For development and working together, not for selection.',
    invented: 'Invented data: people, answers and results are made up for illustration.',
    preparedFor: 'Prepared for',
    preparedBy: 'Prepared by',
    engagement: 'Engagement',
    goal: 'Goal',
    teams: 'Teams',
    wave: 'Wave',
    comparedWith: 'Compared with',
    dated: 'As of',
    contents: 'Contents',
    teamLine: ({ team, function: duty, n }) => `${team} (${duty}), ${people(n)}`,
  },
  summary: {
    title: 'The essentials on one page',
    intro: ({ teams, people: count }) =>
      `This report describes what matters at work to ${people(count)} in ${list(teams)}. It starts with common ground, names differences and ends with what has been agreed.`,
    shared: 'Common ground',
    noShared:
      'There is no motive in which a whole team stands on the same side. Variety itself is what is shared here.',
    differences: 'Marked differences between the teams',
    noDifferences: 'No difference between the teams is established. That is a result too.',
    blindSpots: 'Where asking pays off',
    noBlindSpots: 'No motive separates two people so far that a blind spot is likely.',
    agreements: 'What has been agreed',
    noAgreements: 'Nothing has been agreed yet. Proposals stand beside each difference between the teams.',
    basis: 'What this rests on',
    basisText: ({ answered, invited, instrument, scale }) =>
      `${answered} of ${people(invited)} have answered (${instrument}, ${scale}). How precise that is stands under “About the data”.`,
    nextSteps: 'Next steps',
    nextStepsText: [
      'Read “How to read this report” first; it takes two minutes.',
      'Pick the difference that occupies you most day to day and talk it over, using the questions at the end of the part.',
      'Agree on three things at most, each with a name, a date and a review.',
    ],
  },
  howToRead: {
    title: 'How to read this report',
    lead: 'All pages are built alike. Once you know this one, you will find your way everywhere.',
    poles: {
      title: 'Two poles of equal worth',
      text: 'Every motive has two poles. Blue is on the left, red is on the right; the colours only name the side. Neither pole is better than the other: both have their appeal, both have their price.',
    },
    bands: ({ cut }) => ({
      title: 'Red, balanced, blue',
      text: `The axis runs from −2 to +2. From +${cut} a value lies in the red band, from −${cut} in the blue band. In between it is called balanced: what counts depends on the situation.`,
    }),
    errorBand: {
      title: 'The error band belongs to it',
      text: 'Every measurement is imprecise. The line around a value shows how far that may have shifted it (95 percent). Where it crosses a cut, the neighbouring band may be the true one. Such values are drawn pale.',
    },
    noErrorBand: {
      title: 'Without error band',
      text: 'How precisely this questionnaire measures has not been determined yet. That is why the report shows no error bands here. Read small distances with reserve.',
    },
    difference: {
      'measurement-error': ({ from }) => ({
        title: '“Marked” and “not established”',
        text: `A difference is called marked when it is at least ${from} and goes beyond its measurement error. Otherwise it says “not established”. That means: we do not know. It does not mean that both are the same.`,
      }),
      permutation: ({ from }) => ({
        title: '“Marked” and “not established”',
        text: `A difference is called marked when it is at least ${from} and larger than chance would lead one to expect. Otherwise it says “not established”. That means: we do not know. It does not mean that both are the same.`,
      }),
    },
    people: {
      title: 'People before means',
      text: 'Where there are dots, each dot is one person. The same mean may belong to very different teams. That is why it never stands without spread and number.',
    },
    example: {
      title: 'An invented example',
      text: 'Above, team A lies in the blue band and team B is balanced; the gap is marked, and a bracket joins the two. Below, the teams lie close together; the difference is not established, and the marks are pale.',
      caption: 'Two motives with invented values, drawn as the real ones are later.',
    },
    notNormed: {
      title: 'Not normed',
      text: 'There is no comparison group for this questionnaire yet. Values show the position on the response scale: −2 is the blue end, 0 the middle, +2 the red end. They do not say how common a value is among others.',
    },
    normed: ({ norm, n }) => ({
      title: 'Normed',
      text: `Values refer to the comparison group “${norm}” (n = ${n}). 0 is its mean, 1 is one standard deviation.`,
    }),
    provisional: {
      title: 'Provisional norm',
      text: 'This comparison group is provisional: it does not stand for the people this report is about. Take the values as a starting point for a conversation.',
    },
    smallNorm: ({ n }) => ({
      title: 'Small comparison group',
      text: `The comparison group has only ${people(n)}. Below 100, values and bands may shift noticeably with every extension.`,
    }),
    invented: {
      title: 'Invented data',
      text: 'The firm, people, answers and agreements in this report are made up. They show what a report looks like and prove nothing.',
    },
  },
  sections: {
    individual: {
      title: 'Individual profiles',
      lead: 'A profile shows what matters to a person, what comes easily and what costs energy. The most pronounced motives are written out.',
      questions: [
        'Where do you recognise yourself, and where do you disagree?',
        'Which of your tasks give you energy, and which ones cost energy?',
        'What should your colleagues know about this?',
      ],
    },
    team: {
      title: 'Team personality',
      lead: 'The profiles of the members make up the picture of a team. It describes what is present. There is no good or bad picture.',
      questions: [
        'Which part of this shapes your working day, although nobody talks about it?',
        'What does being alike here help you with?',
        'Who contributes something that occurs only once in the team, and how do you make use of it?',
      ],
    },
    contrast: {
      title: 'Common ground and differences within the team',
      lead: 'Common ground carries as long as everyone knows it. Differences help as soon as they are spoken about.',
      questions: [
        'Which difference do you already make use of, and how can you tell?',
        'Where do you read the behaviour of others by your own yardstick?',
      ],
    },
    comparison: {
      title: 'Two teams side by side',
      lead: 'First what lies close together, then the differences. What comes easily to one team may cost the other energy; good will has little to do with it.',
      questions: [
        'What does the other team need for its task that is foreign to you?',
        'Which goals and indicators add to this difference?',
        'What should stay this different in any case?',
      ],
    },
    blindSpots: {
      title: 'Blind spots',
      lead: 'Someone who is pronounced red in a motive hardly feels their way into the blue pole, and vice versa. Friction is likely here. Asking leads further than guessing.',
      questions: [
        'What matters to you about this that I do not see from the outside?',
        'How would I notice that I am meeting you halfway here?',
        'Whom do you ask when nobody in the team holds this view?',
      ],
    },
    change: {
      title: 'First and second wave',
      lead: 'There are three answers: reliable change, no reliable change, too little data. Joining and leaving changes a team as well, so their numbers stand beside it.',
      questions: [
        'What has changed day to day that these figures do not show?',
        'Which agreement contributed to it, and which did not?',
      ],
    },
    agreements: {
      title: 'Agreements',
      lead: 'An agreement says who does what by when, and which finding it came from. On the review date both sides record what became of it.',
      questions: [
        'What made this agreement easy, and what made it hard?',
        'Should it stay, be reworded or end?',
      ],
    },
    dataQuality: {
      title: 'About the data',
      lead: 'This page says what the figures rest on and how precise they are.',
      questions: [],
    },
    limits: {
      title: 'What this report is not',
      lead: 'A report like this helps as long as it does not claim more than it knows.',
      questions: [],
    },
    glossary: {
      title: 'Terms',
      lead: 'The words of this report, in the sense in which they are used here.',
      questions: [],
    },
  },
  captions: {
    profile: ({ name, errorBand }) =>
      `${name}: the further a mark is from the middle, the more the motive shapes the person.${errorBand ? ' The line is the error band.' : ''}`,
    teamDots: ({ team, n }) =>
      `${team} (n = ${n}): each dot is one person. Look for where the dots lie close together and where they spread.`,
    teamMeans: ({ team, n, errorBand }) =>
      `${team} (n = ${n}): mean${errorBand ? ' with error band' : ''} and middle half of the team. A wide bar means that members differ here.`,
    bandShares: ({ team, n }) =>
      `${team} (n = ${n}): how many people lie in the blue band, how many are balanced, how many lie in the red band.`,
    comparison: ({ a, nA, b, nB }) =>
      `${a} (n = ${nA}) and ${b} (n = ${nB}): brackets mark the marked differences, pale rows are not established.`,
    blindSpots: ({ team, n }) =>
      `${team} (n = ${n}): in how many motives two people stand on opposite sides. Every high number is an invitation to talk.`,
    change: ({ team, stayed, joined, left }) =>
      `${team}: ${stayed} stayed, ${joined} joined, ${left} left. Bold arrows are reliable changes.`,
    timeline: ({ team, waves, errorBand }) =>
      `${team}: course over ${waves} waves${errorBand ? ', with error band' : ''}.`,
    progress: ({ submitted, invited }) => `${submitted} of ${invited} questionnaires have been submitted.`,
    figure: ({ number }) => `Figure ${number}`,
    tableOf: ({ caption }) => `The figures: ${caption}`,
  },
  sentences: {
    lean: ({ motive, pole, band }) => `${motive} lies in the ${band} band: ${pole}.`,
    balanced: ({ motive }) => `${motive} is balanced: what counts depends on the situation.`,
    overlaps: ({ motive }) =>
      `In ${motive} the error band crosses the cut; the neighbouring band may be the true one.`,
    shared: ({ motive, pole, count, n }) =>
      `${motive}: ${count} of ${people(n)} stand on the same side (${pole}), nobody on the other.`,
    splitLead: 'Both views are present',
    split: ({ motive, red, blue }) => `${motive} (${blue} blue, ${red} red)`,
    teamBlindSpotLead: ({ n }) =>
      `Nobody in the team (n = ${n}) stands for these poles. From within, their view is hard to see.`,
    pairBlindSpot: ({ motive, red, blue }) =>
      `${motive}: ${red} is in the red band, ${blue} in the blue band. Friction is likely; ask each other.`,
    markedDifference: ({ first, second, nearRed, nearBlue, gap, interval }) =>
      `${place(first)}, ${place(second)}; gap ${gap}${bracketed('error band', interval)}. ${nearBlue.team} is nearer to “${nearBlue.pole}”, ${nearRed.team} to “${nearRed.pole}”.`,
    close: ({ motives }) => `Close together, no difference established: ${motives}.`,
    notEstablished: ({ motive, a, b }) => `${motive}: a difference between ${a} and ${b} is not established.`,
    translators: ({ names, otherTeam }) => `Closest to ${otherTeam} in their profile: ${names}.`,
    detectable: ({ nA, nB, d }) =>
      `With ${nA} and ${nB} people, differences that hold beyond these teams only show reliably from about ${d} standard deviations. Smaller ones may go undetected.`,
    faultline: ({ groups, p }) =>
      `The team can be divided into ${groups} groups of similar people (compared with chance: p = ${p}). Only the team knows whether this is felt.`,
    reliableChange: ({ motive, team, difference, interval }) =>
      `${motive}: ${team} has changed reliably (${difference}${span('95% interval', interval)}).`,
    changeParts: ({ within, entry, exit }) =>
      `Of this, through people who stayed: ${within}; through joiners: ${entry}; through leavers: ${exit}.`,
    tooLittle: ({ n, needed }) => `Too little data: ${people(n)} of at least ${needed}.`,
    groupTooSmall: ({ minimum }) =>
      `Values are only shown from ${minimum} people up. That way nobody can be worked out.`,
    notReleased: ({ count }) =>
      count === 1
        ? 'One profile has not been released for this report.'
        : `${count} profiles have not been released for this report.`,
  },
  pole: {
    want: 'What you want',
    easy: 'What comes easily',
    costs: 'What costs you energy',
    seenByOther: 'How you may come across',
    helps: 'What helps you',
    balanced: 'Depending on the situation',
  },
  constellation: {
    names: {
      'red-red': 'both sides towards the red pole',
      'blue-blue': 'both sides towards the blue pole',
      'red-blue': 'one side nearer to the red pole, one nearer to the blue pole',
    },
    persons: 'Between two people',
    teams: 'Between the teams',
    helps: 'What helps',
    hurts: 'Where it rubs',
    question: 'Question for the conversation',
    proposals: 'Proposals for an agreement',
  },
  words: {
    band: BANDS,
    finding: {
      'marked-difference': 'marked',
      'no-reliable-difference': 'not established',
      'too-little-data': 'too little data',
    },
    change: {
      'reliable-change': 'reliable change',
      'no-reliable-change': 'no reliable change',
      'too-little-data': 'too little data',
    },
    pattern: {
      'shared-red': 'shared red',
      'shared-blue': 'shared blue',
      'shared-balanced': 'shared balanced',
      split: 'both sides present',
      mixed: 'mixed',
      'too-little-data': 'too little data',
    },
    agreement: { proposed: 'proposed', accepted: 'agreed', reviewed: 'reviewed', dropped: 'dropped' },
    outcome: { kept: 'kept', partly: 'partly kept', broken: 'not kept' },
    checkIn: { 'on-track': 'on track', slipping: 'slipping', stuck: 'stuck' },
    basis: { norm: 'normed', 'response-scale': 'not normed' },
    provisional: 'provisional norm',
    invented: 'invented data',
    overlaps: 'error band crosses the cut',
    people: ({ n }) => people(n),
    none: 'none',
  },
  table: {
    motive: 'Motive',
    redPole: 'Red pole',
    bluePole: 'Blue pole',
    value: 'Value',
    band: 'Band',
    interval: 'Error band',
    mean: 'Mean',
    sd: 'Spread (SD)',
    median: 'Median',
    middleHalf: 'Middle half',
    range: 'Range',
    red: 'red',
    balanced: 'balanced',
    blue: 'blue',
    n: 'n',
    pattern: 'Pattern',
    difference: 'Difference',
    effect: 'Effect size (g)',
    p: 'p (adjusted)',
    finding: 'Finding',
    constellation: 'Constellation',
    person: 'Person',
    team: 'Team',
    gap: 'Distance',
    limit: 'Limit',
    strength: 'Strength',
    first: 'First wave',
    second: 'Second wave',
    within: 'Stayed',
    entry: 'Joined',
    exit: 'Left',
    agreement: 'Agreement',
    owner: 'Owner',
    due: 'Due',
    review: 'Review',
    state: 'State',
    outcome: 'Outcome',
    note: 'Note',
    answered: 'Answered',
    flag: 'Note on the answers',
    scale: 'Scale',
    reliability: 'Reliability (alpha)',
  },
  dataQuality: {
    origins: {
      'rapport-motives': OWN_WORK,
      'rapport-motives-business': OWN_WORK,
      'bfi-25': {
        source:
          'International Personality Item Pool (ipip.ori.org), item selection and keys as in the bfi data of the R package psychTools; German translation: Rapport project',
        licence: 'Public domain (IPIP items); German translation CC-BY-4.0',
      },
    },
    participation: ({ team, submitted, invited }) =>
      `${team}: ${submitted} of ${people(invited)} have answered.`,
    answered: ({ answered, of }) => `${answered} of ${of} statements have been answered.`,
    instrument: ({ title, version }) => `Questionnaire: ${title}, version ${version}.`,
    norm: ({ title, version, n }) => `Comparison group: ${title}, version ${version}, n = ${n}.`,
    noNorm: 'Comparison group: none. All values are not normed.',
    bandRule: ({ id, version, cut }) => `Band rule: ${id}, version ${version}, cut at ±${cut}.`,
    scoring: ({ version }) => `Scoring: version ${version}.`,
    precision: ({ alpha, reach }) =>
      `Precision: The motives have a reliability (alpha) of ${alpha.low} to ${alpha.high}. The error band of one person therefore reaches ±${reach.low} to ±${reach.high}.`,
    imported: 'These answers were collected elsewhere and imported.',
    flagsLead:
      'Notes say where a second look is worthwhile. They exclude nobody, and no value is removed because of them.',
    noFlags: 'No form has raised a note.',
    flagged: ({ count, n }) => `${count} of ${n} forms have raised at least one note.`,
    flags: {
      'long-string': {
        title: 'Long run of the same answer',
        text: 'Many statements in a row were given the same answer.',
      },
      'low-variability': {
        title: 'Little variation',
        text: 'The answers hardly differ over the whole form.',
      },
      'even-odd': {
        title: 'Changing answers',
        text: 'Statements on the same motive were answered rather differently in alternation.',
      },
      fast: { title: 'Very fast', text: 'The time per statement was shorter than reading tends to take.' },
      missing: { title: 'Open statements', text: 'Several statements were left unanswered.' },
    },
  },
  limits: [
    'The report describes what matters to people. It says nothing about ability, aptitude or performance.',
    'It is not meant for selection, promotion or dismissal and must not be used for them.',
    'It does not sort people into types, nor does it put them in any order.',
    'Values rest on what people say about themselves at one point in time. They open a conversation and pass no judgement.',
    'Talk the results over together before you draw conclusions. The person concerned has the last word.',
    'Friction between teams also comes from goals and indicators that do not mesh. The questionnaire does not measure those.',
    'A difference does not mean that one side has to change. Different tasks need different people.',
  ],
  glossary: reportGlossary.en,
  footer: {
    page: ({ page, pages }) => `Page ${page} of ${pages}`,
    notForSelection: 'Describes what matters. Not for selection, promotion or dismissal.',
    invented: 'Invented data',
  },
};
