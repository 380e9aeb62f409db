import type { InstrumentDocument } from './instrument.js';
import { Problems, type Validation, validated } from './validation.js';

/**
 * Checks an instrument document that came from outside, and names every problem by its place.
 *
 * Demands: the shape of `InstrumentDocument`; ids that are unique and not empty; a response scale with min < max and
 * one label an option; every key +1 or -1 and of an existing item, once a scale; every item keyed in some scale; texts
 * in German and English; `minimumAnswered` above 0 and at most 1. The order of the
 * items is not judged.
 *
 * @param document Anything, for example parsed JSON.
 * @returns `ok` with the document itself, or the problems with their path, such as `scales[2].keys[0].key`.
 * @example
 * validateInstrument(sampleInstrument).ok // => true
 * validateInstrument([]).problems // => [{ path: '', reason: 'must be an object' }]
 */
export function validateInstrument(
  document: unknown,
): Validation<{ readonly instrument: InstrumentDocument }> {
  const problems = new Problems();
  const root = problems.record(document, '');
  if (root !== undefined) {
    for (const field of ['id', 'version', 'edition', 'source', 'licence']) problems.text(root[field], field);
    problems.flag(root['provisional'], 'provisional');
    problems.localText(root['title'], 'title');
    const share = problems.number(root['minimumAnswered'], 'minimumAnswered');
    if (share !== undefined && !(share > 0 && share <= 1)) {
      problems.add('minimumAnswered', 'must be above 0 and at most 1');
    }
    checkResponse(root['response'], problems);
    const items = checkItems(root['items'], problems);
    checkScales(root['scales'], items, problems);
  }
  return validated(problems, { instrument: document as InstrumentDocument });
}

function checkResponse(response: unknown, problems: Problems): void {
  const record = problems.record(response, 'response');
  if (record === undefined) return;
  const min = problems.number(record['min'], 'response.min');
  const max = problems.number(record['max'], 'response.max');
  const labels = problems.list(record['labels'], 'response.labels') ?? [];
  labels.forEach((label, index) => problems.localText(label, `response.labels[${index}]`));
  if (min === undefined || max === undefined) return;
  if (!Number.isInteger(min) || !Number.isInteger(max)) {
    problems.add('response', 'min and max must be whole numbers');
  } else if (min >= max) {
    problems.add('response', 'min must be below max');
  } else if (labels.length !== max - min + 1) {
    problems.add('response.labels', `needs ${max - min + 1} labels, has ${labels.length}`);
  }
}

function checkItems(items: unknown, problems: Problems): string[] {
  const list = problems.list(items, 'items') ?? [];
  if (list.length === 0) problems.add('items', 'needs at least one item');
  const ids = list.map((item, index) => {
    const record = problems.record(item, `items[${index}]`);
    if (record === undefined) return '';
    problems.localText(record['text'], `items[${index}].text`);
    return problems.text(record['id'], `items[${index}].id`) ?? '';
  });
  problems.unique(ids, (index) => `items[${index}].id`);
  return ids;
}

function checkScales(scales: unknown, items: readonly string[], problems: Problems): void {
  const list = problems.list(scales, 'scales') ?? [];
  if (list.length === 0) problems.add('scales', 'needs at least one scale');
  const keyed = new Set<string>();
  const ids = list.map((scale, index) => {
    const path = `scales[${index}]`;
    const record = problems.record(scale, path);
    if (record === undefined) return '';
    for (const field of ['name', 'high', 'low']) problems.localText(record[field], `${path}.${field}`);
    const own = checkKeys(record['keys'], `${path}.keys`, items, problems);
    own.forEach((item) => keyed.add(item));
    return problems.text(record['id'], `${path}.id`) ?? '';
  });
  problems.unique(ids, (index) => `scales[${index}].id`);
  items.forEach((item, index) => {
    if (item !== '' && !keyed.has(item)) problems.add(`items[${index}]`, `item ${item} belongs to no scale`);
  });
}

function checkKeys(keys: unknown, path: string, items: readonly string[], problems: Problems): string[] {
  const list = problems.list(keys, path) ?? [];
  if (list.length === 0) problems.add(path, 'needs at least one key');
  const keyed = list.map((each, index) => {
    const record = problems.record(each, `${path}[${index}]`);
    if (record === undefined) return '';
    const item = problems.text(record['item'], `${path}[${index}].item`) ?? '';
    if (item !== '' && !items.includes(item)) {
      problems.add(`${path}[${index}].item`, `there is no item ${item}`);
    }
    if (record['key'] !== 1 && record['key'] !== -1) problems.add(`${path}[${index}].key`, 'must be 1 or -1');
    return item;
  });
  problems.unique(keyed, (index) => `${path}[${index}].item`);
  return keyed;
}
