import { reportGlossary } from './report-glossary.js';
import type { ReportTexts } from './report-texts.js';

const people = (n: number) => (n === 1 ? '1 Person' : `${n} Personen`);
const list = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} und ${names.at(-1) ?? ''}`;

const span = (word: string, interval: { low: string; high: string } | null) =>
  interval === null ? '' : `; ${word} ${interval.low} bis ${interval.high}`;

const bracketed = (word: string, interval: { low: string; high: string } | null) =>
  interval === null ? '' : ` (${word} ${interval.low} bis ${interval.high})`;
const BANDS = { red: 'rot', balanced: 'ausgewogen', blue: 'blau' } as const;
const place = ({ name, mean, band }: { name: string; mean: string; band: keyof typeof BANDS }) =>
  `${name} ${mean} (${BANDS[band]})`;

const OWN_WORK = {
  source:
    'Eigene Arbeit des Projekts Rapport: Aussagen und Schlüssel wurden für dieses Instrument geschrieben',
  licence: 'CC-BY-4.0',
};

export const reportTextsDe: ReportTexts = {
  cover: {
    kind: 'Motivbericht',
    title: { coach: 'Teams und Einzelprofile', client: 'Was unsere Teams bewegt' },
    confidential: {
      coach:
        'Vertraulich. Enthält Profile von Personen, die ihr Profil dafür freigegeben haben. Bitte nicht weitergeben.',
      client: 'Enthält Werte von Teams, keine Werte einzelner Personen.',
    },
    purpose: 'Dient der Entwicklung und der Zusammenarbeit, nicht der Auswahl.',
    invented: 'Erfundene Daten: Personen, Antworten und Ergebnisse sind zur Anschauung erdacht.',
    preparedFor: 'Erstellt für',
    preparedBy: 'Erstellt von',
    engagement: 'Auftrag',
    goal: 'Ziel',
    teams: 'Teams',
    wave: 'Welle',
    comparedWith: 'Verglichen mit',
    dated: 'Stand',
    contents: 'Inhalt',
    teamLine: ({ team, function: duty, n }) => `${team} (${duty}), ${people(n)}`,
  },
  summary: {
    title: 'Das Wichtigste auf einer Seite',
    intro: ({ teams, people: count }) =>
      `Dieser Bericht beschreibt, was ${people(count)} in ${list(teams)} bei der Arbeit wichtig ist. Er beginnt mit dem Gemeinsamen, benennt Unterschiede und endet bei dem, was vereinbart ist.`,
    shared: 'Gemeinsamer Boden',
    noShared:
      'In keinem Motiv liegt ein ganzes Team auf derselben Seite. Die Vielfalt selbst ist hier das Gemeinsame.',
    differences: 'Deutliche Unterschiede zwischen den Teams',
    noDifferences: 'Kein Unterschied zwischen den Teams ist gesichert. Auch das ist ein Ergebnis.',
    blindSpots: 'Wo Nachfragen lohnt',
    noBlindSpots: 'Kein Motiv trennt zwei Personen so weit, dass ein blinder Fleck naheliegt.',
    agreements: 'Was vereinbart ist',
    noAgreements: 'Noch ist nichts vereinbart. Vorschläge stehen bei den Unterschieden zwischen den Teams.',
    basis: 'Worauf das beruht',
    basisText: ({ answered, invited, instrument, scale }) =>
      `${answered} von ${people(invited)} haben geantwortet (${instrument}, ${scale}). Wie genau das ist, steht unter „Datenlage“.`,
    nextSteps: 'Nächste Schritte',
    nextStepsText: [
      'Lesen Sie zuerst „So lesen Sie diesen Bericht“; das dauert zwei Minuten.',
      'Besprechen Sie einen Unterschied, der Sie im Alltag am meisten beschäftigt, mit den Fragen am Ende des Teils.',
      'Vereinbaren Sie höchstens drei Dinge, jedes mit Namen, Frist und Prüftermin.',
    ],
  },
  howToRead: {
    title: 'So lesen Sie diesen Bericht',
    lead: 'Alle Seiten sind gleich gebaut. Wer diese eine kennt, findet sich überall zurecht.',
    poles: {
      title: 'Zwei Pole, gleich viel wert',
      text: 'Jedes Motiv hat zwei Pole. Blau steht links, Rot steht rechts; die Farben benennen nur die Seite. Kein Pol ist besser als der andere: Beide haben ihren Reiz, beide haben ihren Preis.',
    },
    bands: ({ cut }) => ({
      title: 'Rot, ausgewogen, blau',
      text: `Die Achse reicht von −2 bis +2. Ab +${cut} liegt ein Wert im roten Bereich, ab −${cut} im blauen. Dazwischen heißt er ausgewogen: Was zählt, hängt von der Situation ab.`,
    }),
    errorBand: {
      title: 'Das Fehlerband gehört dazu',
      text: 'Jede Messung ist ungenau. Die Linie um einen Wert zeigt, wie weit er dadurch verschoben sein kann (95 Prozent). Reicht sie über eine Grenze, könnte auch der Nachbarbereich zutreffen. Solche Werte sind blass gezeichnet.',
    },
    noErrorBand: {
      title: 'Ohne Fehlerband',
      text: 'Wie genau dieser Fragebogen misst, ist noch nicht ermittelt. Darum zeigt der Bericht hier keine Fehlerbänder. Lesen Sie kleine Abstände mit Zurückhaltung.',
    },
    difference: {
      'measurement-error': ({ from }) => ({
        title: '„Deutlich“ und „nicht gesichert“',
        text: `Ein Unterschied heißt deutlich, wenn er mindestens ${from} beträgt und über seine Messungenauigkeit hinausgeht. Sonst steht dort „nicht gesichert“. Das heißt: Wir wissen es nicht. Es heißt nicht, dass beide gleich sind.`,
      }),
      permutation: ({ from }) => ({
        title: '„Deutlich“ und „nicht gesichert“',
        text: `Ein Unterschied heißt deutlich, wenn er mindestens ${from} beträgt und größer ist, als der Zufall erwarten lässt. Sonst steht dort „nicht gesichert“. Das heißt: Wir wissen es nicht. Es heißt nicht, dass beide gleich sind.`,
      }),
    },
    people: {
      title: 'Menschen vor Mittelwerten',
      text: 'Wo Punkte stehen, ist jeder Punkt eine Person. Derselbe Mittelwert kann zu sehr verschiedenen Teams gehören. Darum steht er nie ohne Streuung und Anzahl.',
    },
    example: {
      title: 'Ein erdachtes Beispiel',
      text: 'Oben liegt Team A im blauen Bereich, Team B ist ausgewogen; der Abstand ist deutlich, die Klammer verbindet beide. Unten liegen die Teams nah beieinander; der Unterschied ist nicht gesichert, die Zeichen sind blass.',
      caption: 'Zwei Motive mit erdachten Werten, so gezeichnet wie später die echten.',
    },
    notNormed: {
      title: 'Nicht normiert',
      text: 'Für diesen Fragebogen gibt es noch keine Vergleichsgruppe. Die Werte zeigen die Lage auf der Antwortskala: −2 ist das blaue Ende, 0 die Mitte, +2 das rote Ende. Wie häufig ein Wert bei anderen vorkommt, sagen sie nicht.',
    },
    normed: ({ norm, n }) => ({
      title: 'Normiert',
      text: `Die Werte beziehen sich auf die Vergleichsgruppe „${norm}“ (n = ${n}). 0 ist ihr Mittelwert, 1 ist eine Standardabweichung.`,
    }),
    provisional: {
      title: 'Vorläufige Norm',
      text: 'Diese Vergleichsgruppe ist vorläufig: Sie steht nicht für die Menschen, um die es hier geht. Nehmen Sie die Werte als Anhaltspunkt für ein Gespräch.',
    },
    smallNorm: ({ n }) => ({
      title: 'Kleine Vergleichsgruppe',
      text: `Die Vergleichsgruppe umfasst nur ${people(n)}. Unter 100 können sich Werte und Bereiche mit jeder Erweiterung spürbar verschieben.`,
    }),
    invented: {
      title: 'Erfundene Daten',
      text: 'Firma, Personen, Antworten und Vereinbarungen dieses Berichts sind erdacht. Sie zeigen, wie ein Bericht aussieht, und belegen nichts.',
    },
  },
  sections: {
    individual: {
      title: 'Einzelprofile',
      lead: 'Ein Profil zeigt, was einer Person wichtig ist, was ihr leicht von der Hand geht und was sie Kraft kostet. Ausgeschrieben sind die Motive, die am stärksten ausgeprägt sind.',
      questions: [
        'Worin erkennen Sie sich wieder, und wo widersprechen Sie?',
        'Welche Ihrer Aufgaben geben Ihnen Kraft, und welche kosten Kraft?',
        'Was sollten Ihre Kolleginnen und Kollegen darüber wissen?',
      ],
    },
    team: {
      title: 'Teampersönlichkeit',
      lead: 'Aus den Profilen der Mitglieder entsteht das Bild eines Teams. Es beschreibt, was vorhanden ist. Ein gutes oder schlechtes Bild gibt es nicht.',
      questions: [
        'Was davon prägt Ihren Alltag, ohne dass jemand darüber spricht?',
        'Wobei hilft es Ihnen, dass Sie sich hier ähnlich sind?',
        'Wer bringt etwas ein, das im Team nur einmal vorkommt, und wie nutzen Sie es?',
      ],
    },
    contrast: {
      title: 'Gemeinsames und Unterschiede im Team',
      lead: 'Gemeinsames trägt, solange alle es kennen. Unterschiede helfen, sobald sie ausgesprochen sind.',
      questions: [
        'Welchen Unterschied nutzen Sie schon, und woran merken Sie das?',
        'Wo deuten Sie das Verhalten anderer mit Ihrem eigenen Maßstab?',
      ],
    },
    comparison: {
      title: 'Zwei Teams nebeneinander',
      lead: 'Zuerst, was nah beieinander liegt, dann die Unterschiede. Was dem einen Team leichtfällt, kann das andere Kraft kosten; mit gutem Willen hat das wenig zu tun.',
      questions: [
        'Was braucht das andere Team für seine Aufgabe, das Ihnen selbst fremd ist?',
        'Welche Ziele und Kennzahlen verstärken diesen Unterschied noch?',
        'Was soll auf jeden Fall so verschieden bleiben?',
      ],
    },
    blindSpots: {
      title: 'Blinde Flecken',
      lead: 'Wer in einem Motiv rot ausgeprägt ist, fühlt sich in den blauen Pol kaum ein, und umgekehrt. Reibung ist hier wahrscheinlich. Fragen führt weiter als Vermuten.',
      questions: [
        'Was ist Ihnen daran wichtig, das ich von außen nicht sehe?',
        'Woran würde ich merken, dass ich Ihnen hier entgegenkomme?',
        'Wen fragen Sie, wenn im Team niemand diese Sicht hat?',
      ],
    },
    change: {
      title: 'Erste und zweite Welle',
      lead: 'Es gibt drei Antworten: verlässliche Veränderung, keine verlässliche Veränderung, zu wenig Daten. Wer neu ist oder gegangen ist, verändert ein Team ebenfalls; darum stehen diese Zahlen dabei.',
      questions: [
        'Was hat sich im Alltag verändert, das diese Zahlen nicht zeigen?',
        'Welche Vereinbarung hat dazu beigetragen, und welche nicht?',
      ],
    },
    agreements: {
      title: 'Vereinbarungen',
      lead: 'Eine Vereinbarung sagt, wer was bis wann tut, und aus welchem Befund sie entstanden ist. Am Prüftermin halten beide Seiten fest, was daraus geworden ist.',
      questions: [
        'Was hat diese Vereinbarung leicht gemacht, was hat sie erschwert?',
        'Soll sie bleiben, anders lauten oder enden?',
      ],
    },
    dataQuality: {
      title: 'Datenlage',
      lead: 'Diese Seite nennt, worauf die Zahlen beruhen und wie genau sie sind.',
      questions: [],
    },
    limits: {
      title: 'Was dieser Bericht nicht ist',
      lead: 'Ein Bericht wie dieser hilft, solange er nicht mehr behauptet, als er weiß.',
      questions: [],
    },
    glossary: {
      title: 'Begriffe',
      lead: 'Die Wörter dieses Berichts, in der Bedeutung, in der sie hier stehen.',
      questions: [],
    },
  },
  captions: {
    profile: ({ name, errorBand }) =>
      `${name}: Je weiter ein Zeichen von der Mitte entfernt ist, desto mehr prägt das Motiv.${errorBand ? ' Die Linie ist das Fehlerband.' : ''}`,
    teamDots: ({ team, n }) =>
      `${team} (n = ${n}): Jeder Punkt ist eine Person. Achten Sie darauf, wo die Punkte beisammenliegen und wo sie sich verteilen.`,
    teamMeans: ({ team, n, errorBand }) =>
      `${team} (n = ${n}): Mittelwert${errorBand ? ' mit Fehlerband' : ''} und mittlere Hälfte des Teams. Ein breiter Balken heißt: Hier sind die Mitglieder verschieden.`,
    bandShares: ({ team, n }) =>
      `${team} (n = ${n}): Wie viele Personen im blauen, im ausgewogenen und im roten Bereich liegen.`,
    comparison: ({ a, nA, b, nB }) =>
      `${a} (n = ${nA}) und ${b} (n = ${nB}): Klammern markieren deutliche Unterschiede, blasse Zeilen sind nicht gesichert.`,
    blindSpots: ({ team, n }) =>
      `${team} (n = ${n}): In wie vielen Motiven zwei Personen auf entgegengesetzten Seiten liegen. Jede hohe Zahl ist eine Einladung zum Gespräch.`,
    change: ({ team, stayed, joined, left }) =>
      `${team}: ${stayed} geblieben, ${joined} dazugekommen, ${left} gegangen. Kräftige Pfeile sind verlässliche Veränderungen.`,
    timeline: ({ team, waves, errorBand }) =>
      `${team}: Verlauf über ${waves} Wellen${errorBand ? ', mit Fehlerband' : ''}.`,
    progress: ({ submitted, invited }) => `${submitted} von ${invited} Fragebögen sind abgegeben.`,
    figure: ({ number }) => `Abbildung ${number}`,
    tableOf: ({ caption }) => `Die Zahlen dazu: ${caption}`,
  },
  sentences: {
    lean: ({ motive, pole, band }) =>
      `${motive} liegt im ${band === 'red' ? 'roten' : 'blauen'} Bereich: ${pole}.`,
    balanced: ({ motive }) => `${motive} ist ausgewogen: Was zählt, hängt von der Situation ab.`,
    overlaps: ({ motive }) =>
      `Bei ${motive} reicht das Fehlerband über die Grenze; auch der Nachbarbereich könnte zutreffen.`,
    shared: ({ motive, pole, count, n }) =>
      `${motive}: ${count} von ${people(n)} liegen auf derselben Seite (${pole}), niemand auf der anderen.`,
    splitLead: 'Beide Sichten kommen vor',
    split: ({ motive, red, blue }) => `${motive} (${blue} blau, ${red} rot)`,
    teamBlindSpotLead: ({ n }) =>
      `Für diese Pole steht im Team (n = ${n}) niemand. Von innen ist die Sicht schwer zu sehen.`,
    pairBlindSpot: ({ motive, red, blue }) =>
      `${motive}: ${red} liegt im roten, ${blue} im blauen Bereich. Reibung ist wahrscheinlich; fragen Sie einander.`,
    markedDifference: ({ first, second, nearRed, nearBlue, gap, interval }) =>
      `${place(first)}, ${place(second)}; Abstand ${gap}${bracketed('Fehlerband', interval)}. ${nearBlue.team} liegt näher bei „${nearBlue.pole}“, ${nearRed.team} bei „${nearRed.pole}“.`,
    close: ({ motives }) => `Nah beieinander, ohne gesicherten Unterschied: ${motives}.`,
    notEstablished: ({ motive, a, b }) =>
      `${motive}: Ein Unterschied zwischen ${a} und ${b} ist nicht gesichert.`,
    translators: ({ names, otherTeam }) => `Im Profil am nächsten bei ${otherTeam}: ${names}.`,
    detectable: ({ nA, nB, d }) =>
      `Bei ${nA} und ${nB} Personen werden verallgemeinerbare Unterschiede erst ab etwa ${d} Standardabweichungen zuverlässig sichtbar. Kleinere können unentdeckt bleiben.`,
    faultline: ({ groups, p }) =>
      `Das Team lässt sich in ${groups} ähnliche Gruppen teilen (Zufallsvergleich: p = ${p}). Ob das im Alltag spürbar ist, weiß nur das Team.`,
    reliableChange: ({ motive, team, difference, interval }) =>
      `${motive}: ${team} hat sich verlässlich verändert (${difference}${span('95-%-Intervall', interval)}).`,
    changeParts: ({ within, entry, exit }) =>
      `Davon durch Personen, die geblieben sind: ${within}; durch Zugänge: ${entry}; durch Abgänge: ${exit}.`,
    tooLittle: ({ n, needed }) => `Zu wenig Daten: ${people(n)} von mindestens ${needed}.`,
    groupTooSmall: ({ minimum }) =>
      `Werte werden erst ab ${minimum} Personen gezeigt. So lässt sich niemand herausrechnen.`,
    notReleased: ({ count }) =>
      count === 1
        ? 'Ein Profil ist für diesen Bericht nicht freigegeben.'
        : `${count} Profile sind für diesen Bericht nicht freigegeben.`,
  },
  pole: {
    want: 'Was Sie möchten',
    easy: 'Was Ihnen leichtfällt',
    costs: 'Was Sie Kraft kostet',
    seenByOther: 'Wie Sie auf andere wirken können',
    helps: 'Was Ihnen hilft',
    balanced: 'Je nach Situation',
  },
  constellation: {
    names: {
      'red-red': 'beide Seiten zum roten Pol hin',
      'blue-blue': 'beide Seiten zum blauen Pol hin',
      'red-blue': 'eine Seite näher am roten, eine näher am blauen Pol',
    },
    persons: 'Zwischen zwei Personen',
    teams: 'Zwischen den Teams',
    helps: 'Was hilft',
    hurts: 'Was reibt',
    question: 'Frage für das Gespräch',
    proposals: 'Vorschläge für eine Vereinbarung',
  },
  words: {
    band: BANDS,
    finding: {
      'marked-difference': 'deutlich',
      'no-reliable-difference': 'nicht gesichert',
      'too-little-data': 'zu wenig Daten',
    },
    change: {
      'reliable-change': 'verlässliche Veränderung',
      'no-reliable-change': 'keine verlässliche Veränderung',
      'too-little-data': 'zu wenig Daten',
    },
    pattern: {
      'shared-red': 'gemeinsam rot',
      'shared-blue': 'gemeinsam blau',
      'shared-balanced': 'gemeinsam ausgewogen',
      split: 'beide Seiten vertreten',
      mixed: 'gemischt',
      'too-little-data': 'zu wenig Daten',
    },
    agreement: {
      proposed: 'vorgeschlagen',
      accepted: 'vereinbart',
      reviewed: 'geprüft',
      dropped: 'verworfen',
    },
    outcome: { kept: 'gehalten', partly: 'teilweise gehalten', broken: 'nicht gehalten' },
    checkIn: { 'on-track': 'auf Kurs', slipping: 'gerät in Verzug', stuck: 'kommt nicht voran' },
    basis: { norm: 'normiert', 'response-scale': 'nicht normiert' },
    provisional: 'vorläufige Norm',
    invented: 'erfundene Daten',
    overlaps: 'Fehlerband überlappt die Grenze',
    people: ({ n }) => people(n),
    none: 'keine',
  },
  table: {
    motive: 'Motiv',
    redPole: 'Roter Pol',
    bluePole: 'Blauer Pol',
    value: 'Wert',
    band: 'Bereich',
    interval: 'Fehlerband',
    mean: 'Mittelwert',
    sd: 'Streuung (SD)',
    median: 'Median',
    middleHalf: 'Mittlere Hälfte',
    range: 'Spanne',
    red: 'rot',
    balanced: 'ausgewogen',
    blue: 'blau',
    n: 'n',
    pattern: 'Muster',
    difference: 'Unterschied',
    effect: 'Effektstärke (g)',
    p: 'p (angepasst)',
    finding: 'Befund',
    constellation: 'Konstellation',
    person: 'Person',
    team: 'Team',
    gap: 'Abstand',
    limit: 'Grenze',
    strength: 'Stärke',
    first: 'Erste Welle',
    second: 'Zweite Welle',
    within: 'Geblieben',
    entry: 'Zugänge',
    exit: 'Abgänge',
    agreement: 'Vereinbarung',
    owner: 'Verantwortlich',
    due: 'Bis',
    review: 'Prüftermin',
    state: 'Stand',
    outcome: 'Ergebnis',
    note: 'Notiz',
    answered: 'Beantwortet',
    flag: 'Hinweis',
    scale: 'Skala',
    reliability: 'Zuverlässigkeit (Alpha)',
  },
  dataQuality: {
    origins: {
      'rapport-motives': OWN_WORK,
      'rapport-motives-business': OWN_WORK,
      'bfi-25': {
        source:
          'International Personality Item Pool (ipip.ori.org), Auswahl und Schlüssel der Aussagen wie in den bfi-Daten des R-Pakets psychTools; deutsche Übersetzung: Projekt Rapport',
        licence: 'Gemeinfrei (IPIP-Aussagen); deutsche Übersetzung CC-BY-4.0',
      },
    },
    participation: ({ team, submitted, invited }) =>
      `${team}: ${submitted} von ${people(invited)} haben geantwortet.`,
    answered: ({ answered, of }) => `${answered} von ${of} Aussagen sind beantwortet.`,
    instrument: ({ title, version }) => `Fragebogen: ${title}, Version ${version}.`,
    norm: ({ title, version, n }) => `Vergleichsgruppe: ${title}, Version ${version}, n = ${n}.`,
    noNorm: 'Vergleichsgruppe: keine. Alle Werte sind nicht normiert.',
    bandRule: ({ id, version, cut }) => `Bereichsregel: ${id}, Version ${version}, Grenze bei ±${cut}.`,
    scoring: ({ version }) => `Auswertung: Version ${version}.`,
    precision: ({ alpha, reach }) =>
      `Genauigkeit: Zuverlässigkeit (Alpha) der Motive ${alpha.low} bis ${alpha.high}. Das Fehlerband einer Person reicht damit ±${reach.low} bis ±${reach.high} weit.`,
    imported: 'Diese Antworten wurden außerhalb erhoben und eingelesen.',
    flagsLead:
      'Hinweise sagen, wo ein zweiter Blick lohnt. Sie schließen niemanden aus, und kein Wert wird deswegen entfernt.',
    noFlags: 'Kein Bogen hat einen Hinweis ausgelöst.',
    flagged: ({ count, n }) => `${count} von ${n} Bögen haben mindestens einen Hinweis ausgelöst.`,
    flags: {
      'long-string': {
        title: 'Lange gleiche Folge',
        text: 'Viele Aussagen hintereinander wurden mit derselben Antwort versehen.',
      },
      'low-variability': {
        title: 'Wenig Abwechslung',
        text: 'Die Antworten unterscheiden sich über den ganzen Bogen kaum.',
      },
      'even-odd': {
        title: 'Wechselhafte Antworten',
        text: 'Aussagen zum selben Motiv wurden im Wechsel recht verschieden beantwortet.',
      },
      fast: { title: 'Sehr schnell', text: 'Die Zeit je Aussage war kürzer, als Lesen gewöhnlich braucht.' },
      missing: { title: 'Offene Aussagen', text: 'Mehrere Aussagen sind unbeantwortet geblieben.' },
    },
  },
  limits: [
    'Der Bericht beschreibt, was Menschen wichtig ist. Über Können, Eignung oder Leistung sagt er nichts.',
    'Er ist nicht für Auswahl, Beförderung oder Kündigung bestimmt und darf dafür nicht verwendet werden.',
    'Er teilt Menschen nicht in Typen ein und bringt sie in keine Rangfolge.',
    'Die Werte beruhen auf Selbstauskünften zu einem Zeitpunkt. Sie eröffnen ein Gespräch und fällen kein Urteil.',
    'Sprechen Sie die Ergebnisse gemeinsam durch, bevor Sie Schlüsse ziehen. Das letzte Wort hat die Person selbst.',
    'Reibung zwischen Teams entsteht auch aus Zielen und Kennzahlen, die nicht ineinandergreifen. Der Fragebogen misst sie nicht.',
    'Aus einem Unterschied folgt nicht, dass sich eine Seite ändern muss. Verschiedene Aufgaben brauchen verschiedene Menschen.',
  ],
  glossary: reportGlossary.de,
  footer: {
    page: ({ page, pages }) => `Seite ${page} von ${pages}`,
    notForSelection: 'Beschreibt, was wichtig ist. Nicht für Auswahl, Beförderung oder Kündigung.',
    invented: 'Erfundene Daten',
  },
};
