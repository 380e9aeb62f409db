import { appendFileSync } from 'node:fs';

/** Chance that can be had again: the same seed gives the same faults at the same places of the schedule. */
export function chanceOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (list) => list[Math.floor(next() * list.length)],
    shuffled: (list) =>
      list
        .map((each) => [next(), each])
        .sort(([a], [b]) => a - b)
        .map(([, each]) => each),
  };
}

/** What clients asked and were told, one line each; `info` is an operation of which nobody knows the end. */
export class History {
  operations = new Map();

  constructor(file) {
    this.file = file;
  }

  say(type, id, more = {}) {
    this.operations.set(id, type);
    if (this.file) appendFileSync(this.file, `${JSON.stringify({ at: Date.now(), type, id, ...more })}\n`);
  }

  count(type) {
    return [...this.operations.values()].filter((each) => each === type).length;
  }
}

const timesIn = (ids) => {
  const times = new Map();
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  return times;
};

/**
 * Compares what clients were told with what is there: `log` and `rows` are the ids found, in order. Nothing that the
 * system counts itself is asked. An operation without a known end may be there or not, and never twice.
 */
export function check(operations, log, rows) {
  const inLog = timesIn(log);
  const inRows = timesIn(rows);
  const where = (type) => [...operations].filter(([, each]) => each === type).map(([id]) => id);
  return {
    lost: where('ok').filter((id) => !inLog.has(id)),
    refusedYetThere: where('fail').filter((id) => inLog.has(id)),
    duplicated: [...inLog].filter(([, times]) => times > 1).map(([id]) => id),
    invented: [...inLog.keys()].filter((id) => !operations.has(id)),
    skipped: [...inLog.keys()].filter((id) => !inRows.has(id)),
    effectTwice: [...inRows].filter(([, times]) => times > 1).map(([id]) => id),
    effectOfNothing: [...inRows.keys()].filter((id) => !inLog.has(id)),
  };
}

/** The violations in words; empty when all is well. Every list in what a scenario answers is one of violations. */
export const violations = (found) =>
  Object.entries(found)
    .filter(([, ids]) => Array.isArray(ids) && ids.length > 0)
    .map(([kind, ids]) => `${kind}: ${ids.length}`);
