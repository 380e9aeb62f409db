/**
 * Writes the access guide and the annexes for works councils from the policy: `node tools/access-documents.mjs [--check]`.
 * The policy is plain data with types; Node's own type stripping is younger than the oldest Node we run on, so swc reads it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';
import prettier from 'prettier';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const source = readFileSync(join(root, 'libs/domain/src/access/policy.ts'), 'utf8');
const { code } = transformSync(source, {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  module: { type: 'es6' },
});
const { CAPABILITIES, CONSENT, CONSENT_STATES, CONSENT_VIEWERS, MATRIX, VIEWERS } = await import(
  `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
);

const columns = {
  en: {
    operator: 'Operator',
    'firm-admin': 'Firm admin',
    consultant: 'Consultant',
    coach: 'Coach',
    'client-admin': 'Client admin',
    'client-viewer': 'Client viewer',
    'works-council-observer': 'Works council',
    participant: 'Participant',
    'api-key': 'API key',
    service: 'Service',
  },
  de: {
    operator: 'Betrieb',
    'firm-admin': 'Administration der Firma',
    consultant: 'Beratung',
    coach: 'Coaching',
    'client-admin': 'Administration des Kunden',
    'client-viewer': 'Leserecht des Kunden',
    'works-council-observer': 'Betriebsrat',
    participant: 'Teilnehmende',
    'api-key': 'API-Schlüssel',
    service: 'Dienst',
  },
};

const texts = {
  en: {
    codes:
      '✔ in the own scope · E assigned engagements only · S only what is one’s own · A figures of groups that are large enough · C only by that person’s release to this recipient · # counts only · ↑ raise only · B two persons, with a reason, for an hour · – never',
    states: {
      S0: 'invited',
      S1: 'takes part',
      S2: 'own result seen, nothing released',
      S3: 'released to the coach',
      S4: 'released to the consultant',
      S5: 'released to the team',
      S6: 'released to a named person of the client',
      W: 'withdrawn',
      X: 'erased',
      R: 'retention has run out',
    },
  },
  de: {
    codes:
      '✔ im eigenen Bereich · E nur zugewiesene Aufträge · S nur Eigenes · A Werte ausreichend großer Gruppen · C nur durch Freigabe der Person an diesen Empfänger · # nur Anzahlen · ↑ nur anheben · B zwei Personen, mit Grund, für eine Stunde · – nie',
    states: {
      S0: 'eingeladen',
      S1: 'nimmt teil',
      S2: 'eigenes Ergebnis gesehen, nichts freigegeben',
      S3: 'für das Coaching freigegeben',
      S4: 'für die Beratung freigegeben',
      S5: 'für das Team freigegeben',
      S6: 'für eine benannte Person des Kunden freigegeben',
      W: 'zurückgezogen',
      X: 'gelöscht',
      R: 'Aufbewahrung abgelaufen',
    },
  },
};

/** German for what the annex says; a cell or title without a line here stops the tool. */
const german = Object.fromEntries(
  `
Participation status | Stand der Teilnahme
Raw item answers | Antworten auf einzelne Aussagen
Individual profile / report | Einzelnes Profil, einzelner Bericht
Coach notes | Notizen aus dem Coaching
Team aggregate | Werte eines Teams
Named team map | Teamkarte mit Namen
Ad-hoc filters on people | Freie Filter über Personen
Lower k / change cuts after launch | Kleinste Gruppe ändern
Publish a release (audit gate) | Werte für den Kunden veröffentlichen
Give / withdraw consent | Einwilligen und widerrufen
Export individual data | Daten einzelner Personen ausgeben
Request erasure | Löschung verlangen
Execute erasure | Löschung ausführen
Audit log | Protokoll der Zugriffe
See client organisations, engagements, teams and waves | Organisationen, Aufträge, Teams und Erhebungen sehen
Participant (self) | Die Person selbst
Coach (named) | Coaching (benannt)
Consultant (named) | Beratung (benannt)
Other staff of the firm, firm admin | Übrige der Beratungsfirma, Administration
Team members | Mitglieder des Teams
Client admin / viewer | Kunde: Administration und Leserecht
Works-council observer | Betriebsrat (Beobachtung)
API key | API-Schlüssel
Platform operator | Betrieb der Anlage
progress | Fortschritt
full | alles
full + who viewed | alles, und wer es gelesen hat
confirmation only | nur die Bestätigung
none | nichts
none from now | ab sofort nichts
status none | Stand, sonst nichts
profile | Profil
if also named | nur, wenn auch benannt
if named | wenn benannt
team view | Teamansicht
status | Stand
count | Anzahl
count (thresholded) | Anzahl, erst ab der kleinsten Gruppe
aggregate ≥ k | Gruppenwerte ab k
aggregate | Gruppenwerte
aggregate scope | Gruppenwerte im Umfang des Schlüssels
aggregate (knows that S6 is possible, not who) | Gruppenwerte (weiß, dass S6 möglich ist, nicht wer)
frozen aggregate | bereits veröffentlichte Gruppenwerte
agreed excerpt, only among those who also released | vereinbarter Ausschnitt, nur unter denen, die auch freigaben
profile if personally named, else aggregate | Profil, wenn persönlich benannt, sonst Gruppenwerte
only if the integration is the named recipient | nur, wenn die Anbindung benannt ist
revoke event | Ereignis des Widerrufs
erase event | Ereignis der Löschung
settings, counts | Einstellungen, Anzahlen
technical metadata | technische Daten
metadata | technische Daten
assigned | zugewiesen
separate item | eigener Punkt
scoring | Auswertung
admin right is not content right | Verwalten heißt nicht lesen
render | Bericht erstellen
own | eigene
via access request | auf Auskunftsverlangen
assigned units | zugewiesene Einheiten
if agreed | wenn vereinbart
scope | im Umfang des Schlüssels
among consenters | unter Freigebenden
k ↑ | k ↑
request ↑ | Antrag ↑
gate | Prüfung
S only | nur selbst
only | nur selbst
own org | eigene Organisation
event | Ereignis
confirm | bestätigt
platform part | technischer Teil
tenant | Firma
own org, no content | eigene Organisation, ohne Inhalte
settings + counts | Einstellungen und Anzahlen
who saw me | wer mich gelesen hat
append | schreibt
`
    .trim()
    .split('\n')
    .map((line) => line.split(' | ')),
);
const said = (text, lang) => {
  if (lang === 'en' || text === '' || text === '–') return text;
  if (!(text in german)) throw new Error(`no German for "${text}"`);
  return german[text];
};

const cell = ({ codes, words, written }, lang) => {
  const shown = words === written ? [] : codes;
  return [shown.join(' '), said(words.replace(/^\((.*)\)$/, '$1'), lang)].filter(Boolean).join(' ');
};
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const matrix = (lang, capabilities) =>
  table(
    ['', ...VIEWERS.map((viewer) => columns[lang][viewer])],
    capabilities.map((capability) => {
      const { title, cells } = MATRIX[capability];
      return [said(title, lang), ...VIEWERS.map((viewer) => cell(cells[viewer], lang))];
    }),
  );
const consent = (lang) =>
  table(
    ['', ...CONSENT_STATES],
    CONSENT_VIEWERS.map((viewer) => {
      const { title, cells } = CONSENT[viewer];
      return [said(title, lang), ...CONSENT_STATES.map((state) => said(cells[state].words, lang))];
    }),
  );
const states = (lang) =>
  Object.entries(texts[lang].states)
    .map(([state, words]) => `**${state}** ${words}`)
    .join(' · ');

const written =
  'Written by `node tools/access-documents.mjs` from `libs/domain/src/access/policy.ts`; edit there.';

const guide = `# Who may do what, and who sees what

<!-- ${written} -->

Both tables are data in the code: the product decides by them, and the tests try every cell.

## Roles and capabilities

${texts.en.codes}

${matrix('en', CAPABILITIES)}

A right to administer is no right to content. Roles of the firm count only for accounts of the firm, client roles only inside
their own organisation. Client roles and API keys read figures of groups only from releases, which are frozen; no smaller
group than five people is ever shown, fewer than ten never by distribution, and an engagement can only raise that. An API key
needs the capability in its scopes.

## What is seen of one person

${states('en')}

${consent('en')}

Releases add up, one recipient at a time, each until it ends or is revoked. Having refused and not having decided look the same
to everyone at the client.
`;

/** What a works council asks about: everything that touches persons, and nothing of how the product is run. */
const OF_INTEREST = [
  ...['see-structure', 'participation-status', 'raw-answers', 'individual-profile', 'coach-notes'],
  ...['team-aggregate', 'named-team-map', 'filter-people', 'change-cuts', 'publish-release', 'give-consent'],
  ...['export-individual-data', 'request-erasure', 'execute-erasure', 'read-audit-log'],
];

const annexes = {
  en: `# Annex for the works council

<!-- ${written} -->

To be attached to an agreement between employer and works council. It says what the software allows; it does not replace legal
advice.

## Purposes

The questionnaire describes what matters to people at work, to develop persons and teams. Results are not used for selection,
promotion, dismissal or the evaluation of performance or conduct, and nothing is decided automatically.

## Data

Name, e-mail address, team, answers and their times, the profile computed from them, releases with text, language and time, and
who read a profile when. An administrator of the employer reads in the audit log what was set, published and done in the own
organisation, the works council every change of the settings and how often everything else was done; neither reads who took
part, who consented or whose profile was read.

## Rules that the software enforces

- Taking part is voluntary. The employer learns how many took part, not who; having refused, not having decided and having
  withdrawn look the same.
- Everyone sees the own result first and releases it to one recipient at a time, until a day or until revoked, with one click
  and at once.
- Figures are shown of groups of at least five people, distributions of at least ten; of smaller ones only to somebody of the
  consulting firm to whom every single profile in them was released. The engagement can raise the limit, never lower it. There
  are no free filters.
- Before figures go to the employer, an exact check of everything ever released there refuses whatever could give away one
  person or a group below the limit. What is released is frozen.
- Nobody is invited before controller, legal basis, the works council’s part and retention are on record.
- When retention has run out, or a person asks for it, the person’s key is destroyed and every readable copy removed.
- Exports of individual data need that person’s release to the one who exports.

## Who may do what

${texts.en.codes}

${matrix('en', OF_INTEREST)}

## Who sees what of one person

${states('en')}

${consent('en')}
`,
  de: `# Anlage für den Betriebsrat

<!-- ${written} -->

Als Anlage zu einer Betriebsvereinbarung. Sie beschreibt, was die Software zulässt; eine rechtliche Beratung ersetzt sie nicht.

## Zwecke

Der Fragebogen beschreibt, was Menschen bei der Arbeit wichtig ist, und dient der Entwicklung von Personen und Teams. Ergebnisse
werden nicht für Auswahl, Beförderung, Kündigung oder die Bewertung von Leistung oder Verhalten verwendet; automatisch
entschieden wird nichts.

## Daten

Name, E-Mail-Adresse, Team, Antworten mit Zeitpunkten, das daraus berechnete Profil, Freigaben mit Text, Sprache und Zeitpunkt,
und wer ein Profil wann gelesen hat. Im Protokoll liest die Administration des Arbeitgebers, was in der eigenen Organisation
eingestellt, veröffentlicht und getan wurde, der Betriebsrat jede Änderung der Einstellungen und wie oft alles andere geschah;
wer teilgenommen oder eingewilligt hat und wessen Profil gelesen wurde, steht für beide nicht darin.

## Regeln, die die Software durchsetzt

- Die Teilnahme ist freiwillig. Der Arbeitgeber erfährt, wie viele teilgenommen haben, nicht wer; abgelehnt, noch nicht
  entschieden und zurückgezogen sehen gleich aus.
- Alle sehen ihr Ergebnis zuerst selbst und geben es einzeln frei, bis zu einem Tag oder bis zum Widerruf; der Widerruf ist ein
  Klick und gilt sofort.
- Werte werden nur von Gruppen ab fünf Personen gezeigt, Verteilungen ab zehn; von kleineren nur jemandem der Beratungsfirma, dem
  jedes einzelne Profil darin freigegeben wurde. Der Auftrag kann die Grenze anheben, nie senken. Freie Filter gibt es nicht.
- Bevor Werte an den Arbeitgeber gehen, prüft ein exaktes Verfahren alles, was dort je veröffentlicht wurde, und lehnt ab, woraus
  sich eine Person oder eine zu kleine Gruppe errechnen ließe. Veröffentlichtes ist eingefroren.
- Niemand wird eingeladen, bevor Verantwortliche, Rechtsgrundlage, Beteiligung des Betriebsrats und Aufbewahrung eingetragen sind.
- Ist die Aufbewahrung abgelaufen, oder verlangt eine Person es, wird ihr Schlüssel vernichtet und jede lesbare Kopie entfernt.
- Daten einzelner Personen ausgeben kann nur, an wen diese Person sie freigegeben hat.

## Wer was darf

${texts.de.codes}

${matrix('de', OF_INTEREST)}

## Wer was von einer Person sieht

${states('de')}

${consent('de')}
`,
};

/** The same annexes for the evidence pack of an engagement, which is made where there is no checkout. */
const formattedAnnex = async (lang) =>
  prettier.format(annexes[lang], {
    ...(await prettier.resolveConfig(join(root, 'docs/guide/access.md'))),
    parser: 'markdown',
  });
const inCode = `/* Written by tools/access-documents.mjs from the policy; edit there. */

/** The annex to an agreement with the works council, as Markdown. */
export const worksCouncilAnnexes: Readonly<Record<'de' | 'en', string>> = ${JSON.stringify({
  de: await formattedAnnex('de'),
  en: await formattedAnnex('en'),
})};
`;

const documents = {
  'libs/content/src/annexes.generated.ts': inCode,
  'docs/guide/access.md': guide,
  'docs/guide/works-council-annex.en.md': annexes.en,
  'docs/guide/works-council-annex.de.md': annexes.de,
};
const config = await prettier.resolveConfig(join(root, 'docs/guide/access.md'));
const stale = [];
for (const [path, text] of Object.entries(documents)) {
  const parser = path.endsWith('.ts') ? 'typescript' : 'markdown';
  const formatted = await prettier.format(text, { ...config, parser });
  const target = join(root, path);
  if (!process.argv.includes('--check')) {
    writeFileSync(target, formatted);
    continue;
  }
  let known = '';
  try {
    known = readFileSync(target, 'utf8');
  } catch {
    // Missing is stale.
  }
  if (known !== formatted) stale.push(path);
}
if (stale.length > 0) {
  console.error(`not what the policy says, run node tools/access-documents.mjs: ${stale.join(', ')}`);
  process.exitCode = 1;
}
