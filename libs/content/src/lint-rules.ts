/** The language rules as data: which words break them. Applied by `lint.ts`. */

export type Language = 'de' | 'en';
export type TextKind = 'prose' | 'item';

export type LintRule =
  | 'type-noun'
  | 'deficit-word'
  | 'promise'
  | 'ranking'
  | 'informal-address'
  | 'generic-masculine'
  | 'long-sentence'
  | 'negation'
  | 'frequency-word'
  | 'double-barrel'
  | 'ability'
  | 'protected-topic'
  | 'not-first-person';

export interface Pattern {
  readonly rule: LintRule;
  readonly expression: RegExp;
  /** Saying that something is *not* claimed is allowed ("says nothing about performance"). */
  readonly unlessNegated?: true;
}

/** Whole words only; `\b` would break at umlauts. */
function words(alternatives: string, flags = 'giu'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, flags);
}

export const PROSE: Record<Language, readonly Pattern[]> = {
  de: [
    { rule: 'type-noun', expression: /(?<!\p{L})(?:Rote|Blaue)[rnms]?(?![\p{L}]| \p{Lu})/gu },
    {
      rule: 'type-noun',
      expression: words(
        '(?:rot|blau)e[rnms]? (?:Typ|Typen|Person|Personen|Mensch|Menschen|Mitglied|Mitglieder)',
      ),
    },
    {
      rule: 'type-noun',
      expression: words('(?!Prototyp)\\p{L}*typ(?:en|s)?'),
      unlessNegated: true,
    },
    {
      rule: 'deficit-word',
      expression: words(
        'schwach|schwache[rnms]?|schwächer\\p{L}*|Schwäche\\p{L}*|Schwachstelle\\p{L}*|\\p{L}*[Dd]efizit\\p{L}*|Mangel|Mängel|mangel(?:nd|haft)\\p{L}*|' +
          'unfähig\\p{L}*|Unfähigkeit|inkompetent\\p{L}*|minderwertig\\p{L}*|gestört\\p{L}*|Versager\\p{L}*|ungeeignet\\p{L}*|unzulänglich\\p{L}*|' +
          'fehlt (?:es )?(?:Ihnen|ihnen|ihm|ihr) an|abnorm\\p{L}*',
      ),
      unlessNegated: true,
    },
    {
      rule: 'promise',
      expression: words(
        'Eignung\\p{L}*|geeignet\\p{L}*|eigne[tn] (?:Sie )?sich|(?:Arbeits|Höchst|Spitzen)?[Ll]eistung(?:en|sfähig\\p{L}*|sstark\\p{L}*)?|' +
          'Leistungsträger\\p{L}*|prädestiniert\\p{L}*|garantier\\p{L}*|zum Erfolg führ\\p{L}*|erfolgreicher\\p{L}*|ideal (?:für|als)|Potenzialträger\\p{L}*',
      ),
      unlessNegated: true,
    },
    {
      rule: 'ranking',
      expression: words(
        'besser als|schlechter als|Ranking\\p{L}*|Rang(?:liste|folge|ordnung|platz)\\p{L}*|Spitzenreiter\\p{L}*|überlegen (?:als|gegenüber)|' +
          '(?:die|der|das) Beste[nr]? (?:im|des|der)|bester? im Team|Platz (?:eins|1)',
      ),
      unlessNegated: true,
    },
    {
      rule: 'informal-address',
      expression: words(
        'du|dein|deine[rnms]?|dich|dir|euch|euer|eure[rnms]?|ihr (?:habt|seid|könnt|wollt|sollt|müsst|dürft)',
      ),
    },
    {
      rule: 'generic-masculine',
      expression: words('jemand(?:en|em)?, de[rmn]|jeder, der|jede[mn], de[rmn]|derjenige|diejenigen, der'),
    },
    {
      rule: 'generic-masculine',
      expression: words(
        'jeder (?:hat|ist|kann|weiß|soll|darf|muss|will|kennt|macht|arbeitet|entscheidet|trägt|bringt|sieht|nennt|sagt)',
      ),
    },
  ],
  en: [
    { rule: 'type-noun', expression: words('reds|blues') },
    {
      rule: 'type-noun',
      expression: words(
        '(?:red|blue) (?:person|people|type|types|one|ones|colleague|colleagues|man|woman|member|members|guy|guys)',
      ),
    },
    {
      rule: 'type-noun',
      expression:
        /(?<!\p{L})(?:a|an|the|any|every|typical|real|your|our) (?:red|blue)(?= (?:is|are|who|that|will|wants|likes|would|can|and|or|has|needs)(?!\p{L})|[.,;:!?)"”’]|$)/giu,
    },
    { rule: 'type-noun', expression: words('personality types?|(?:\\p{L}+-)type'), unlessNegated: true },
    {
      rule: 'deficit-word',
      expression: words(
        'weak|weaker|weakest|weakness(?:es)?|deficits?|deficien\\p{L}*|lacks?|lacking|incompeten\\p{L}*|inferior\\p{L}*|inadequa\\p{L}*|unable|' +
          'incapable|shortcomings?|dysfunctional|flaws?|flawed|unsuitable|unfit|abnormal\\p{L}*',
      ),
      unlessNegated: true,
    },
    {
      rule: 'promise',
      expression: words(
        'suitab\\p{L}*|suited (?:for|to)|aptitude|performance|performers?|guarante\\p{L}*|perfect for|ideal for|more successful|born to|cut out (?:for|to)|high potentials?',
      ),
      unlessNegated: true,
    },
    {
      rule: 'ranking',
      expression: words(
        'better than|worse than|rankings?|ranked|ranks|superior (?:to|than)|outperform\\p{L}*|best (?:in|of) the team|number one',
      ),
      unlessNegated: true,
    },
    {
      rule: 'generic-masculine',
      expression: words('he|his|him|himself|chairman|salesm[ae]n|spokesman|manpower'),
    },
  ],
};

export const ITEM: Record<Language, readonly Pattern[]> = {
  de: [
    {
      rule: 'negation',
      expression: words(
        'nicht|nichts|kein(?:e[rnms]?)?|nie|niemals|niemand(?:en|em)?|weder|ohne|kaum|nirgends|nirgendwo|statt|anstatt|un(?:gern|gerne|lieb|wichtig|nötig)\\p{L}*',
      ),
    },
    {
      rule: 'frequency-word',
      expression: words(
        'manchmal|oft|öfter|häufig\\p{L}*|selten\\p{L}*|meist|meistens|immer|gelegentlich\\p{L}*|stets|ab und zu|hin und wieder|regelmäßig\\p{L}*|normalerweise|jederzeit',
      ),
    },
    { rule: 'double-barrel', expression: words('und|oder|sowie|sowohl|beziehungsweise|bzw|aber') },
    {
      rule: 'ability',
      expression: words(
        'kann|können|könnte|fähig\\p{L}*|bin gut|begabt\\p{L}*|fällt mir leicht|fällt mir schwer|gelingt mir|beherrsche|talent\\p{L}*|kompetent\\p{L}*',
      ),
    },
    {
      rule: 'protected-topic',
      expression: words(
        'Gesundheit\\p{L}*|gesund\\p{L}*|krank\\p{L}*|Diät\\p{L}*|Gewicht|verheiratet\\p{L}*|ledig\\p{L}*|Ehe|Ehepartner\\p{L}*|Kind|Kinder\\p{L}*|schwanger\\p{L}*|Glaube|Gott|relig\\p{L}*|Religion\\p{L}*|Kirche\\p{L}*|Politik|politisch\\p{L}*|Partei\\p{L}*|Gewerkschaft\\p{L}*|Betriebsrat\\p{L}*',
      ),
    },
  ],
  en: [
    {
      rule: 'negation',
      expression: words(
        "not|no|none|never|nothing|nobody|neither|nor|without|hardly|cannot|\\p{L}+n['’]t|rather than|instead",
      ),
    },
    {
      rule: 'frequency-word',
      expression: words(
        'sometimes|often|always|usually|rarely|seldom|frequently|occasionally|mostly|regularly|normally|now and then|at times',
      ),
    },
    { rule: 'double-barrel', expression: words('and|or|as well as|but|both') },
    {
      rule: 'ability',
      expression: words(
        'can|could|able|ability|capable|good at|talented|skilled|competent|find it easy|find it hard|comes easily',
      ),
    },
    {
      rule: 'protected-topic',
      expression: words(
        'health\\p{L}*|ill|illness\\p{L}*|sick\\p{L}*|diet\\p{L}*|weight|married|single|marriage|spouse|child|children|kids|pregnan\\p{L}*|faith|God|relig\\p{L}*|church|politic\\p{L}*|party politics|trade unions?|unions?|works council',
      ),
    },
  ],
};

/** Negations that turn a promise into a limit: "says nothing about ...", "kein Pol ist besser als der andere". */
export const NEGATED: Record<Language, RegExp> = {
  de: words('nicht|nichts|kein(?:e[rnms]?)?|nie|niemals|weder|noch'),
  en: words("not|no|none|never|nothing|neither|nor|cannot|\\p{L}+n['’]t"),
};

export const FIRST_PERSON: Record<Language, RegExp> = {
  de: words('ich|mir|mich|mein(?:e[rnms]?)?'),
  en: words("I|I['’]m|me|my|mine"),
};

/** Masculine role nouns (end of a possibly compound word) and the stem that their pair form starts with. */
export const ROLE_NOUNS: readonly (readonly [masculine: RegExp, feminine: string])[] = [
  [/kollegen?$/iu, 'kolleg'],
  [/kunden?$/iu, 'kund'],
  [/experten?$/iu, 'expert'],
  [/rivalen?$/iu, 'rival'],
  [/kandidat(?:en)?$/iu, 'kandidat'],
  [/spezialist(?:en)?$/iu, 'spezialist'],
  [/konkurrent(?:en)?$/iu, 'konkurrent'],
  [/chefs?$/iu, 'chef'],
  [/coach(?:es|s)?$/iu, 'coach'],
  [/managers?n?$/iu, 'manager'],
  [/freund(?:e|en|es|s)?$/iu, 'freund'],
  [/vorgesetzter$/iu, 'vorgesetzte'],
  ...[
    'mitarbeiter',
    'leiter',
    'teilnehmer',
    'berater',
    'partner',
    'verkäufer',
    'vertriebler',
    'entscheider',
    'nutzer',
    'anwender',
    'bewerber',
    'zuhörer',
    'einzelkämpfer',
    'kämpfer',
    'träger',
    'kritiker',
    'gewinner',
    'verlierer',
    'sieger',
    'gegner',
    'empfänger',
    'absender',
    'inhaber',
    'besitzer',
    'vertreter',
    'nachfolger',
    'moderator',
    'anführer',
    'unternehmer',
    'einkäufer',
    'lieferanten',
    'ansprechpartner',
    'auftraggeber',
    'gastgeber',
    'planer',
    'denker',
    'macher',
  ].map((noun): readonly [RegExp, string] => [new RegExp(`${noun}[ns]?$`, 'iu'), noun.replace(/en$/u, '')]),
];
