/** A report of 12 pages beside one of a single page, both warm: time, processor time, memory over 300 reports, event loop. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

const PAGES = 12;
const REPORTS = 300;
/** So many before memory is read: the thread that makes PDFs is replaced once, and what that costs is paid once. */
const BEFORE = 200;
const PAIRS = 15;
const GOAL_MS = 100;
/** Resolution of the delay histogram in ms: an idle loop reads about this much. */
const RESOLUTION = 1;
const IDLE_MS = 3000;
/** The compiler forgets what it has not needed for this many reports. */
const REMEMBERED = 3;
/** Members of the two teams: as many different reports. */
const SIZES = [5, 6, 7, 8, 9].flatMap((a) => [6, 8, 9].map((b) => [a, b]));

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const MB = 1024 * 1024;

/** Growth in kB a report: the slope of a straight line through the readings. */
function slope(readings) {
  const middle = (readings.length - 1) / 2;
  const mean = readings.reduce((sum, each) => sum + each, 0) / readings.length;
  let above = 0;
  let below = 0;
  readings.forEach((rss, n) => {
    above += (n - middle) * (rss - mean);
    below += (n - middle) ** 2;
  });
  return above / below / 1024;
}

export async function run() {
  const { assembleReport, openTypstRenderer, renderReport } =
    await import('../../libs/reports/dist/index.js');
  const { sampleInput, texts } = await import('../../libs/reports/dist/sample-input.fixture.js');
  const renderer = openTypstRenderer();
  const render = (document) => renderReport(document, 'pdf', renderer);
  const whole = SIZES.map((sizes) =>
    assembleReport(sampleInput({ audience: 'client', compared: false, sizes }), texts),
  );
  const twelve = await withPages(whole, PAGES, render);
  const single = twelve.map((document) => ({ ...document, sections: [] }));

  const timed = async (document) => {
    const cpu = process.cpuUsage();
    const from = performance.now();
    const { pages } = await render(document);
    const { user, system } = process.cpuUsage(cpu);
    return { ms: performance.now() - from, cpu: (user + system) / 1000, pages };
  };
  const measured = { other: [], again: [], one: [] };
  for (let n = 0; n < PAIRS; n++) {
    const document = twelve[n % twelve.length];
    measured.other.push(await timed(document));
    measured.again.push(await timed(document));
    measured.one.push(await timed(single[n % twelve.length]));
  }

  for (let n = 0; n < BEFORE; n++) await render(twelve[n % twelve.length]);
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  const delayed = (value) => Math.max(0, value / 1e6 - RESOLUTION).toFixed(0);
  delay.enable();
  await wait(IDLE_MS);
  const idle = delayed(delay.max);
  delay.reset();
  const readings = [];
  for (let n = 0; n < REPORTS; n++) {
    await render(twelve[n % twelve.length]);
    readings.push(process.memoryUsage.rss());
  }
  delay.disable();
  await renderer.close();

  const mb = (bytes) => `${(bytes / MB).toFixed(0)} MB`;
  const base = median(measured.one.map(({ ms }) => ms));
  const row = (name, all) => ({
    report: name,
    'ms, median': median(all.map(({ ms }) => ms)).toFixed(1),
    'processor ms, median': median(all.map(({ cpu }) => cpu)).toFixed(1),
    ratio: (median(all.map(({ ms }) => ms)) / base).toFixed(1),
  });
  return {
    title: 'Report',
    note: [
      `A PDF of ${PAGES} pages, warm, beside one of a single page from the same renderer; goal: <= ${GOAL_MS} ms on one core.`,
      `${twelve.length} reports with other people and other figures take turns, more than the compiler remembers.`,
      `Memory over ${REPORTS} reports one after the other (goal: flat): ${mb(readings[0])} after ${BEFORE} others, ${mb(readings.at(-1))} at the end, at most ${mb(Math.max(...readings))}, slope ${slope(readings).toFixed(0)} kB a report.`,
      `The event loop was held up for at most ${delayed(delay.max)} ms (${delayed(delay.percentile(99))} ms in 99 of 100 cases; idle before: ${idle} ms).`,
    ].join(' '),
    rows: [
      row('twelve pages, another report each time', measured.other),
      row('twelve pages, the same report again', measured.again),
      row('one page, another report each time', measured.one),
    ],
  };
}

/** Each document cut after its agreements, as far as it then has that many pages. */
async function withPages(documents, pages, render) {
  const fitting = [];
  for (const document of documents) {
    const end = document.sections.findIndex(({ id }) => id === 'agreements') + 1;
    const cut = { ...document, sections: document.sections.slice(0, end) };
    if ((await render(cut)).pages === pages) fitting.push(cut);
  }
  if (fitting.length <= REMEMBERED) throw new Error(`only ${fitting.length} reports have ${pages} pages`);
  return fitting;
}
