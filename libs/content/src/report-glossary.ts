import type { Language } from './lint.js';

export interface Entry {
  readonly title: string;
  readonly text: string;
}

export type GlossaryId =
  | 'motive'
  | 'pole'
  | 'band'
  | 'value'
  | 'errorBand'
  | 'normGroup'
  | 'notNormed'
  | 'provisional'
  | 'teamPersonality'
  | 'mean'
  | 'spread'
  | 'marked'
  | 'notEstablished'
  | 'tooLittleData'
  | 'constellation'
  | 'blindSpot'
  | 'teamBlindSpot'
  | 'translator'
  | 'faultline'
  | 'agreement'
  | 'wave'
  | 'reliableChange'
  | 'release';

/** The words of the report, in the sense in which it uses them. */
export const reportGlossary: Readonly<Record<Language, Readonly<Record<GlossaryId, Entry>>>> = {
  de: {
    motive: {
      title: 'Motiv',
      text: 'Ein Beweggrund, der über viele Situationen hinweg Kraft gibt. Der Bericht kennt bis zu sechzehn davon.',
    },
    pole: {
      title: 'Pol',
      text: 'Eines der beiden Enden eines Motivs. Der hohe Pol heißt rot, der niedrige blau; beide sind gleich viel wert.',
    },
    band: {
      title: 'Bereich',
      text: 'Rot, ausgewogen oder blau: der Abschnitt der Achse, in dem ein Wert liegt.',
    },
    value: {
      title: 'Wert',
      text: 'Die Lage auf der Achse von −2 bis +2. Ob sie normiert ist, steht auf jeder Seite.',
    },
    errorBand: {
      title: 'Fehlerband',
      text: 'Der Spielraum, um den ein Wert durch Messungenauigkeit verschoben sein kann, mit 95 Prozent Abdeckung.',
    },
    normGroup: {
      title: 'Vergleichsgruppe (Norm)',
      text: 'Die Menschen, auf deren Antworten sich normierte Werte beziehen, mit Anzahl und Zeitraum.',
    },
    notNormed: {
      title: 'Nicht normiert',
      text: 'Es gibt keine Vergleichsgruppe. Der Wert zeigt nur die Lage zwischen den Enden der Antwortskala.',
    },
    provisional: {
      title: 'Vorläufige Norm',
      text: 'Eine Vergleichsgruppe, die für die befragten Menschen nur bedingt steht.',
    },
    teamPersonality: {
      title: 'Teampersönlichkeit',
      text: 'Die Zusammensetzung eines Teams aus den Profilen seiner Mitglieder: Mittelwert, Streuung und Anzahl je Bereich.',
    },
    mean: { title: 'Mittelwert', text: 'Der Durchschnitt der Mitglieder. Er steht nie allein.' },
    spread: {
      title: 'Streuung (SD)',
      text: 'Wie verschieden die Mitglieder sind: die Standardabweichung mit n − 1.',
    },
    marked: {
      title: 'Deutlich',
      text: 'Der Unterschied ist groß genug und geht über Messungenauigkeit oder Zufall hinaus. Die Regel steht vorn im Bericht.',
    },
    notEstablished: {
      title: 'Nicht gesichert',
      text: 'Die Daten reichen für die Aussage, dass es einen Unterschied gibt, nicht aus. Gleichheit ist damit nicht gezeigt.',
    },
    tooLittleData: {
      title: 'Zu wenig Daten',
      text: 'So wenige Antworten, dass keine Aussage möglich ist. Die nötige Anzahl steht dabei.',
    },
    constellation: {
      title: 'Konstellation',
      text: 'Wie zwei Ausprägungen aufeinander wirken: rot und rot, blau und blau, rot und blau.',
    },
    blindSpot: {
      title: 'Blinder Fleck',
      text: 'Zwei Personen liegen in einem Motiv auf entgegengesetzten Seiten, weiter auseinander als die Messungenauigkeit.',
    },
    teamBlindSpot: {
      title: 'Blinder Fleck des Teams',
      text: 'Mindestens drei Viertel liegen auf einer Seite und niemand auf der anderen. Diese Sicht muss das Team sich holen.',
    },
    translator: {
      title: 'Brückenperson',
      text: 'Ein Mitglied, dessen Profil dem anderen Team am nächsten liegt. Es versteht beide Seiten oft ohne Umweg.',
    },
    faultline: {
      title: 'Bruchlinie',
      text: 'Eine Trennung, entlang derer ein Team in ähnliche Gruppen zerfallen könnte, immer neben einem Zufallsvergleich.',
    },
    agreement: {
      title: 'Vereinbarung',
      text: 'Wer was bis wann tut, mit Prüftermin und dem Befund, aus dem sie entstand.',
    },
    wave: { title: 'Welle', text: 'Eine Befragung innerhalb eines Auftrags, mit Anfang und Ende.' },
    reliableChange: {
      title: 'Verlässliche Veränderung',
      text: 'Eine Veränderung, die größer ist, als es Messungenauigkeit und Zufall erwarten lassen.',
    },
    release: {
      title: 'Freigabe',
      text: 'Die widerrufliche Erlaubnis einer Person, dass ein bestimmter Kreis ihr Profil sieht.',
    },
  },
  en: {
    motive: {
      title: 'Motive',
      text: 'A reason to act that gives energy across many situations. The report knows up to sixteen of them.',
    },
    pole: {
      title: 'Pole',
      text: 'One of the two ends of a motive. The high pole is called red, the low pole blue; both are of equal worth.',
    },
    band: { title: 'Band', text: 'Red, balanced or blue: the stretch of the axis in which a value lies.' },
    value: {
      title: 'Value',
      text: 'The position on the axis from −2 to +2. Every page says whether it is normed.',
    },
    errorBand: {
      title: 'Error band',
      text: 'How far measurement error may have shifted a value, with a coverage of 95 percent.',
    },
    normGroup: {
      title: 'Comparison group (norm)',
      text: 'The people whose answers normed values refer to, with their number and the period.',
    },
    notNormed: {
      title: 'Not normed',
      text: 'There is no comparison group. The value only shows the position between the ends of the response scale.',
    },
    provisional: {
      title: 'Provisional norm',
      text: 'A comparison group that stands for the people asked only with reservations.',
    },
    teamPersonality: {
      title: 'Team personality',
      text: 'How a team is composed of the profiles of its members: mean, spread and number per band.',
    },
    mean: { title: 'Mean', text: 'The average of the members. It never stands alone.' },
    spread: {
      title: 'Spread (SD)',
      text: 'How different the members are: the standard deviation with n − 1.',
    },
    marked: {
      title: 'Marked',
      text: 'The difference is large enough and goes beyond measurement error or chance. The rule is given at the front of the report.',
    },
    notEstablished: {
      title: 'Not established',
      text: 'The data are not enough to say that there is a difference. This does not show that both are equal.',
    },
    tooLittleData: {
      title: 'Too little data',
      text: 'So few answers that nothing can be said. The number needed is given.',
    },
    constellation: {
      title: 'Constellation',
      text: 'How two expressions act on each other: red and red, blue and blue, red and blue.',
    },
    blindSpot: {
      title: 'Blind spot',
      text: 'Two people stand on opposite sides of a motive, further apart than measurement error.',
    },
    teamBlindSpot: {
      title: 'Blind spot of the team',
      text: 'At least three quarters stand on one side and nobody on the other. The team has to fetch that view.',
    },
    translator: {
      title: 'Translator',
      text: 'A member whose profile lies closest to the other team, and who tends to understand both sides.',
    },
    faultline: {
      title: 'Faultline',
      text: 'A divide along which a team might fall into groups of similar people, always beside a comparison with chance.',
    },
    agreement: {
      title: 'Agreement',
      text: 'Who does what by when, with a review date and the finding it came from.',
    },
    wave: {
      title: 'Wave',
      text: 'One round of answering within an engagement, with a beginning and an end.',
    },
    reliableChange: {
      title: 'Reliable change',
      text: 'A change that is larger than measurement error and chance would lead one to expect.',
    },
    release: {
      title: 'Release',
      text: 'A person’s revocable permission for one particular circle to see their profile.',
    },
  },
};
