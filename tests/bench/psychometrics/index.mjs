/** The library against plain loops over typed arrays in the same run: paired slices, the order of each pair by chance. */
import { jobs, teamProfile } from './jobs.mjs';

const SLICES = 21;
const MOST = 1.5;
const MOST_MICROSECONDS = 50;
/** Largest relative difference of the two answers: both compute the same thing. */
const SAME = 1e-9;

const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.round((values.length - 1) * share)];
const median = (values) => quantile(values, 0.5);

/** Milliseconds of processor time, so that other programs on the machine do not count. */
function timed(work, repeat) {
  const start = process.cpuUsage();
  for (let i = 0; i < repeat; i++) work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000 / repeat;
}

function refuseOtherAnswer(job, ours, loop) {
  const [a, b] = [ours, loop].map((answer) => (Array.isArray(answer) ? answer : [answer]));
  a.forEach((values, part) =>
    values.forEach((x, at) => {
      const y = b[part][at];
      if (!(Math.abs(x - y) <= SAME * (1 + Math.abs(y))))
        throw new Error(`${job}: ${x} is not ${y} at ${at}`);
    }),
  );
}

function measured({ job, ours, loop, repeat }) {
  refuseOtherAnswer(job, ours(), loop());
  for (let i = 0; i < 3; i++) {
    timed(ours, repeat);
    timed(loop, repeat);
  }
  const slices = Array.from({ length: SLICES }, () => {
    const first = Math.random() < 0.5;
    const before = first ? timed(ours, repeat) : timed(loop, repeat);
    const after = first ? timed(loop, repeat) : timed(ours, repeat);
    return first ? { ours: before, loop: after } : { ours: after, loop: before };
  });
  const ratios = slices.map((slice) => slice.ours / slice.loop);
  return {
    job,
    ours: median(slices.map((slice) => slice.ours)),
    loop: median(slices.map((slice) => slice.loop)),
    ratio: median(ratios),
    spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
  };
}

function profileRow() {
  const { job, ours } = teamProfile();
  for (let i = 0; i < 2_000; i++) ours();
  const times = Array.from({ length: SLICES }, () => 1_000 * timed(ours, 500));
  return { job, median: median(times), low: quantile(times, 0.25), high: quantile(times, 0.75) };
}

export function run() {
  const missed = [];
  const rows = jobs.map((make) => {
    const { job, ours, loop, ratio, spread } = measured(make());
    if (ratio > MOST) missed.push(`${job}: ratio ${ratio.toFixed(2)}, above ${MOST}`);
    return {
      job,
      'library ms': ours.toPrecision(3),
      'plain loop ms': loop.toPrecision(3),
      ratio: ratio.toFixed(2),
      'middle half': spread.map((each) => each.toFixed(2)).join(' to '),
      goal: `<= ${MOST}`,
    };
  });
  const profile = profileRow();
  if (profile.median > MOST_MICROSECONDS)
    missed.push(`${profile.job}: ${profile.median.toFixed(1)} µs, above ${MOST_MICROSECONDS}`);
  rows.push({
    job: profile.job,
    'library ms': (profile.median / 1_000).toPrecision(3),
    'plain loop ms': '',
    ratio: '',
    'middle half': `${profile.low.toFixed(1)} to ${profile.high.toFixed(1)} µs`,
    goal: `<= ${MOST_MICROSECONDS} µs`,
  });
  return {
    title: 'Psychometrics',
    note: `Each job by the library, checks and typed answers included, and as the plain loop over typed arrays that trusts its data; processor time, medians of ${SLICES} paired slices, the order of each pair by chance. The bench fails when a goal is missed.`,
    rows,
    missed,
  };
}
