import type { Locale } from '@rapport/domain';
import type { Block, Fact, ReportDocument, Section } from './document.js';

/** Everything an installation holds about one person, as it is given to that person. */
export interface PersonalExport {
  readonly schema: 'rapport-personal-export/1';
  readonly personId: string;
  readonly firm: string;
  readonly clientOrganisation: string;
  readonly createdAt: string;
  /** Every fact of the log about the person, in order, with answers in clear. */
  readonly events: readonly {
    readonly eventId: string;
    readonly type: string;
    readonly at: string;
    readonly by: string;
    readonly stream: string;
    readonly data: object;
  }[];
  readonly details: { readonly name: string; readonly email: string | null; readonly locale: string } | null;
  readonly assessments: readonly {
    readonly id: string;
    readonly engagement: string;
    readonly wave: string;
    readonly team: string;
    readonly status: string;
    readonly answers: Readonly<Record<string, number>>;
    /** Scores with the versions they were made under; `null` before submission and after withdrawal. */
    readonly profile: {
      readonly motives: readonly {
        readonly motive: string;
        readonly raw: number | null;
        readonly t: number | null;
        readonly band: string | null;
      }[];
    } | null;
  }[];
  readonly consents: readonly { readonly at: string; readonly what: string; readonly reference: string }[];
  readonly accesses: readonly {
    readonly at: string;
    readonly who: string;
    readonly what: string;
    readonly allowed: boolean;
    readonly consent: string | null;
  }[];
  readonly reports: readonly {
    readonly id: string;
    readonly engagement: string;
    readonly audience: string;
    readonly dated: string;
    readonly files: readonly { readonly format: string; readonly sha256: string }[];
  }[];
  readonly memberships: readonly {
    readonly team: string;
    readonly validFrom: string;
    readonly validTo: string | null;
  }[];
  /** What was written about the person: agreements they own, with check-ins and reviews. */
  readonly notes: readonly { readonly at: string; readonly text: string }[];
}

/** The words of the printed copy. */
export interface PersonalExportTexts {
  readonly title: string;
  readonly subtitle: string;
  readonly confidential: string;
  readonly contents: string;
  readonly page: string;
  readonly of: string;
  readonly figure: string;
  readonly table: string;
  readonly fingerprint: string;
  readonly position: string;
  readonly none: string;
  readonly details: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly createdOn: string;
  readonly memberships: string;
  readonly answers: string;
  readonly statement: string;
  readonly answer: string;
  readonly scores: string;
  readonly motive: string;
  readonly raw: string;
  readonly t: string;
  readonly band: string;
  readonly consents: string;
  readonly accesses: string;
  readonly when: string;
  readonly what: string;
  readonly who: string;
  readonly consent: string;
  readonly allowed: string;
  readonly refused: string;
  readonly reports: string;
  readonly notes: string;
  readonly events: string;
  readonly eventsSay: string;
}

/** The printed copy of the export: the same content as the JSON, for reading. Pure. */
export function personalExportDocument(
  data: PersonalExport,
  texts: PersonalExportTexts,
  locale: Locale,
  motiveName: (motive: string) => string,
): ReportDocument {
  const when = (at: string): string =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(
      new Date(at),
    );
  const section = (id: string, heading: string, blocks: readonly Block[]): Section => ({
    id,
    heading,
    newPage: false,
    blocks: blocks.length > 0 ? blocks : [{ kind: 'paragraph', text: texts.none, tone: 'note' }],
  });
  const table = (
    caption: string,
    columns: readonly string[],
    rows: readonly (readonly string[])[],
  ): Block[] =>
    rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption,
            columns: columns.map((label) => ({ label, numeric: false })),
            rows,
            sources: [],
          },
        ];
  const list = (items: readonly string[]): Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }]);
  const facts: Fact[] = [
    { term: texts.name, text: data.details?.name ?? '' },
    { term: texts.email, text: data.details?.email ?? '' },
    { term: texts.language, text: data.details?.locale ?? '' },
    { term: texts.createdOn, text: when(data.createdAt) },
  ].filter(({ text }) => text !== '');
  return {
    schema: 'rapport-report/1',
    id: data.personId,
    audience: 'coach',
    locale,
    dated: data.createdAt.slice(0, 10),
    logPosition: '',
    cover: {
      firm: data.firm,
      clientOrganisation: data.clientOrganisation,
      title: texts.title,
      subtitle: texts.subtitle,
      copy: data.details?.name ?? '',
      confidentiality: texts.confidential,
      invented: null,
      facts,
    },
    furniture: {
      header: texts.title,
      footer: `${data.firm} · ${when(data.createdAt)}`,
      contents: texts.contents,
      figure: texts.figure,
      table: texts.table,
      page: texts.page,
      of: texts.of,
      position: texts.position,
      fingerprint: texts.fingerprint,
      wholeFingerprint: texts.fingerprint,
    },
    sections: [
      section('details', texts.details, facts.length > 0 ? [{ kind: 'facts', facts }] : []),
      section(
        'memberships',
        texts.memberships,
        list(data.memberships.map((m) => `${m.team}: ${m.validFrom} – ${m.validTo ?? '…'}`)),
      ),
      section(
        'answers',
        texts.answers,
        data.assessments.flatMap((each) => [
          { kind: 'heading', level: 2, text: `${each.engagement}, ${each.wave} (${each.status})` } as const,
          ...table(
            texts.answers,
            [texts.statement, texts.answer],
            Object.entries(each.answers).map(([item, value]) => [item, String(value)]),
          ),
        ]),
      ),
      section(
        'scores',
        texts.scores,
        data.assessments.flatMap((each) =>
          each.profile === null
            ? []
            : table(
                `${each.engagement}, ${each.wave}`,
                [texts.motive, texts.raw, texts.t, texts.band],
                each.profile.motives.map((m) => [
                  motiveName(m.motive),
                  m.raw === null ? '–' : m.raw.toFixed(2),
                  m.t === null ? '–' : m.t.toFixed(1),
                  m.band ?? '–',
                ]),
              ),
        ),
      ),
      section(
        'consents',
        texts.consents,
        table(
          texts.consents,
          [texts.when, texts.what, texts.consent],
          data.consents.map((c) => [when(c.at), c.what, c.reference]),
        ),
      ),
      section(
        'accesses',
        texts.accesses,
        table(
          texts.accesses,
          [texts.when, texts.who, texts.what, texts.consent],
          data.accesses.map((a) => [
            when(a.at),
            a.who,
            `${a.what}, ${a.allowed ? texts.allowed : texts.refused}`,
            a.consent ?? '–',
          ]),
        ),
      ),
      section(
        'reports',
        texts.reports,
        list(
          data.reports.map(
            (r) =>
              `${r.engagement}, ${r.audience}, ${r.dated}: ${r.files.map((f) => `${f.format} ${f.sha256}`).join(', ')}`,
          ),
        ),
      ),
      section('notes', texts.notes, list(data.notes.map((n) => `${when(n.at)}: ${n.text}`))),
      section('events', texts.events, [
        { kind: 'paragraph', text: texts.eventsSay },
        ...list(data.events.map((e) => `${when(e.at)} ${e.type}: ${JSON.stringify(e.data)}`)),
      ]),
    ],
    figures: { teams: [], comparisons: [] },
    sources: {},
  };
}
