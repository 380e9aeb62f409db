import type { NormGroup } from './documents.js';
import type { InstrumentDocument } from './instrument.js';
import { Problems, type Validation, validated } from './validation.js';

/**
 * Checks a norm group that came from outside, and names every problem by its place.
 *
 * Demands: the shape of `NormGroup`; a sample of at least 2; per scale an SD above 0, a reliability from 0 to 1, a mean
 * that is a number; collected.from not after collected.to (ISO dates); no scale twice. A sample under 100 must be
 * declared provisional.
 *
 * @param document Anything, for example parsed JSON.
 * @param instrument When given, the group must belong to this instrument version and have all of its scales.
 * @example
 * validateNormGroup(sampleNorm, sampleInstrument).ok // => true
 * validateNormGroup({ ...sampleNorm, n: 40 }).problems
 * // => [{ path: 'provisional', reason: 'must be true with a sample of 40, under 100' }]
 */
export function validateNormGroup(
  document: unknown,
  instrument?: InstrumentDocument,
): Validation<{ readonly norm: NormGroup }> {
  const problems = new Problems();
  const root = problems.record(document, '');
  if (root !== undefined) {
    problems.text(root['id'], 'id');
    problems.text(root['version'], 'version');
    problems.localText(root['title'], 'title');
    problems.localText(root['population'], 'population');
    problems.flag(root['provisional'], 'provisional');
    checkDates(root['collected'], problems);
    const n = checkCount(root['n'], 'n', problems);
    if (n !== undefined && n < 100 && root['provisional'] === false) {
      problems.add('provisional', `must be true with a sample of ${n}, under 100`);
    }
    checkInstrument(root['instrument'], instrument, problems);
    checkScales(root['scales'], instrument, problems);
  }
  return validated(problems, { norm: document as NormGroup });
}

function checkDates(collected: unknown, problems: Problems): void {
  const record = problems.record(collected, 'collected');
  if (record === undefined) return;
  const from = isoDate(record['from'], 'collected.from', problems);
  const to = isoDate(record['to'], 'collected.to', problems);
  if (from !== undefined && to !== undefined && from > to) problems.add('collected', 'ends before it begins');
}

function isoDate(value: unknown, path: string, problems: Problems): string | undefined {
  const date = problems.text(value, path);
  if (date === undefined) return undefined;
  if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(date)) return date;
  problems.add(path, 'must be a date such as 2026-03-31');
  return undefined;
}

function checkCount(value: unknown, path: string, problems: Problems): number | undefined {
  const n = problems.number(value, path);
  if (n === undefined) return undefined;
  if (Number.isInteger(n) && n >= 2) return n;
  problems.add(path, 'must be a whole number of at least 2');
  return undefined;
}

function checkInstrument(
  value: unknown,
  instrument: InstrumentDocument | undefined,
  problems: Problems,
): void {
  const record = problems.record(value, 'instrument');
  if (record === undefined) return;
  const id = problems.text(record['id'], 'instrument.id');
  const version = problems.text(record['version'], 'instrument.version');
  if (instrument === undefined || id === undefined || version === undefined) return;
  if (id !== instrument.id || version !== instrument.version) {
    problems.add('instrument', `is ${id} ${version}, expected ${instrument.id} ${instrument.version}`);
  }
}

function checkScales(value: unknown, instrument: InstrumentDocument | undefined, problems: Problems): void {
  const list = problems.list(value, 'scales') ?? [];
  if (list.length === 0) problems.add('scales', 'needs at least one scale');
  const ids = list.map((scale, index) => {
    const path = `scales[${index}]`;
    const record = problems.record(scale, path);
    if (record === undefined) return '';
    problems.number(record['mean'], `${path}.mean`);
    const sd = problems.number(record['sd'], `${path}.sd`);
    if (sd !== undefined && !(sd > 0)) problems.add(`${path}.sd`, 'must be above 0');
    const reliability = problems.number(record['reliability'], `${path}.reliability`);
    if (reliability !== undefined && !(reliability >= 0 && reliability <= 1)) {
      problems.add(`${path}.reliability`, 'must lie between 0 and 1');
    }
    checkCount(record['n'], `${path}.n`, problems);
    return problems.text(record['scale'], `${path}.scale`) ?? '';
  });
  problems.unique(ids, (index) => `scales[${index}].scale`);
  for (const { id } of instrument?.scales ?? []) {
    if (!ids.includes(id)) problems.add('scales', `the scale ${id} is missing`);
  }
}
