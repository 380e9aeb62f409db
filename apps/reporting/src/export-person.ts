import { motiveTexts, personalExportTexts } from '@rapport/content';
import { eventsAbout, type DomainEvent, type Recorded, type PersonId, type TenantId } from '@rapport/domain';
import type { Log } from '@rapport/event-store';
import type { JobProgress } from '@rapport/jobs';
import { openExport, readExportSources, storeExport } from '@rapport/read-models';
import {
  canonicalJson,
  personalExportDocument,
  renderReport,
  type PdfRenderer,
  type PersonalExport,
} from '@rapport/reports';
import type pg from 'pg';

export interface ExportPorts {
  readonly pool: pg.Pool;
  readonly log: Pick<Log, 'store' | 'journal'>;
  readonly renderer: PdfRenderer;
}

interface ExportJob {
  readonly tenantId: string;
  readonly exportId: string;
}

const AT_ONCE = 1000;

/** Puts together everything about a person and keeps it for two days. Run twice, the first files stay. */
export async function exportPersonJob(
  { pool, log, renderer }: ExportPorts,
  { tenantId, exportId }: ExportJob,
  report: (progress: JobProgress) => Promise<void>,
): Promise<void> {
  const tenant = tenantId as TenantId;
  const personId = await openExport(pool, tenant, exportId);
  if (personId === null) return;
  await report({ percent: 10, step: 'reading' });
  const events = await eventsOf(log, tenant, personId);
  await report({ percent: 50, step: 'composing' });
  const data = personalExport(personId, await readExportSources(pool, tenant, personId), events, {
    createdAt: new Date().toISOString(),
  });
  const locale = data.details?.locale === 'en' ? 'en' : 'de';
  const document = personalExportDocument(
    data,
    personalExportTexts[locale],
    locale,
    (motive) => motiveTexts[motive as keyof typeof motiveTexts]?.name[locale] ?? motive,
  );
  await report({ percent: 70, step: 'rendering' });
  const pdf = await renderReport(document, 'pdf', renderer);
  await report({ percent: 90, step: 'storing' });
  await storeExport(pool, tenant, exportId, {
    json: Buffer.from(canonicalJson(data)),
    pdf: pdf.content,
  });
  await report({ percent: 100, step: 'done' });
}

export const failExportJob = ({ pool }: ExportPorts, { tenantId, exportId }: ExportJob): Promise<void> =>
  storeExport(pool, tenantId as TenantId, exportId, 'failed');

async function eventsOf(
  { store, journal }: ExportPorts['log'],
  tenant: TenantId,
  personId: PersonId,
): Promise<readonly Recorded<DomainEvent>[]> {
  const about = eventsAbout(personId);
  const found: Recorded<DomainEvent>[] = [];
  for (let after = ''; ;) {
    const stored = await store.readAll(tenant, after, {}, AT_ONCE);
    const last = stored.at(-1);
    if (!last) return found;
    for (const read of await journal.decode(stored)) {
      const mine = 'event' in read ? about(read as Recorded<DomainEvent>) : null;
      if (mine) found.push(mine);
    }
    after = last.position;
  }
}

/** The export from what was found; whatever is in the events is in it, whether or not it has a place of its own. */
export function personalExport(
  personId: PersonId,
  sources: Awaited<ReturnType<typeof readExportSources>>,
  events: readonly Recorded<DomainEvent>[],
  { createdAt }: { readonly createdAt: string },
): PersonalExport {
  const { assessments, accesses, ...rest } = sources;
  return {
    schema: 'rapport-personal-export/1',
    personId,
    createdAt,
    ...rest,
    events: events.map(({ event: { type, ...data }, eventId, stream, meta }) => ({
      eventId,
      type,
      at: meta.at,
      by: meta.actorId,
      stream: stream.replace(`${meta.tenantId}_`, ''),
      data,
    })),
    assessments: assessments.map((each) => ({
      ...each,
      answers: answersIn(events.filter(({ stream }) => stream.endsWith(`_${each.id}`))),
    })),
    consents: accesses
      .filter(({ what }) => what.startsWith('consent.'))
      .map(({ at, what, consent }) => ({ at, what, reference: consent ?? '' })),
    accesses: accesses.filter(({ what }) => !what.startsWith('consent.')),
    notes: events.flatMap(({ event, meta }) =>
      'text' in event && typeof event.text === 'string'
        ? [{ at: meta.at, text: event.text }]
        : 'note' in event && typeof event.note === 'string'
          ? [{ at: meta.at, text: event.note }]
          : [],
    ),
  };
}

/** What was answered, the last answer of an item; scores that were imported instead of answers are in the events. */
function answersIn(events: readonly Recorded<DomainEvent>[]): Readonly<Record<string, number>> {
  return Object.assign(
    {},
    ...events.map(({ event }) =>
      event.type === 'AnswersRecorded'
        ? event.answers
        : event.type === 'AssessmentSubmitted' && event.measurement.kind === 'answers'
          ? event.measurement.answers
          : {},
    ),
  ) as Record<string, number>;
}
