/**
 * Each job twice: by the library, and as the plain loop over typed arrays that somebody would write who knows that the
 * data are right: no checks, no missing answers, no labels, only the figure itself.
 */
import {
  allPairsSimilarity,
  iccAnova,
  permutationTest,
  profileFromScores,
  rwgJ,
  scaleScores,
  seededUniform,
  teamPersonality,
} from '../../../libs/psychometrics/dist/index.js';

const uniform = seededUniform(20_261);
const option = () => 1 + Math.floor(uniform() * 5);

function scoring() {
  const [rows, scales, each] = [100_000, 16, 9];
  const columns = scales * each;
  const values = Float64Array.from({ length: rows * columns }, option);
  const keys = Float64Array.from({ length: columns }, (_, at) => (at % 3 === 2 ? -1 : 1));
  const itemOf = Int32Array.from(
    { length: columns },
    (_, at) => (at % each) * scales + Math.floor(at / each),
  );
  const definitions = Array.from({ length: scales }, (_, scale) => ({
    id: `scale-${scale}`,
    items: Array.from({ length: each }, (_each, i) => ({
      column: itemOf[scale * each + i],
      key: keys[scale * each + i],
    })),
  }));
  const ours = () => scaleScores({ rows, columns, values }, definitions, { min: 1, max: 5 }).values;
  const loop = () => {
    const scores = new Float64Array(rows * scales);
    for (let row = 0; row < rows; row++)
      for (let scale = 0; scale < scales; scale++) {
        let total = 0;
        for (let i = 0; i < each; i++) {
          const at = scale * each + i;
          const x = values[row * columns + itemOf[at]];
          total += keys[at] === 1 ? x : 6 - x;
        }
        scores[row * scales + scale] = total / each;
      }
    return scores;
  };
  return { job: 'score 100,000 x 144 answers on 16 scales', ours, loop, repeat: 1 };
}

function pairs() {
  const [rows, columns] = [2_000, 16];
  const values = Float64Array.from({ length: rows * columns }, () => Math.round(uniform() * 600 - 300) / 100);
  const ours = () => {
    const { d2, pearson, doubleEntry } = allPairsSimilarity({ rows, columns, values });
    return [d2, pearson, doubleEntry];
  };
  const loop = () => {
    const [d2, r, icc] = [0, 1, 2].map(() => new Float64Array(rows * rows));
    const means = new Float64Array(rows);
    const squares = new Float64Array(rows);
    const centred = new Float64Array(rows * columns);
    for (let i = 0; i < rows; i++) {
      for (let k = 0; k < columns; k++) means[i] += values[i * columns + k] / columns;
      for (let k = 0; k < columns; k++) {
        const deviation = values[i * columns + k] - means[i];
        centred[i * columns + k] = deviation;
        squares[i] += deviation * deviation;
      }
    }
    for (let i = 0; i < rows; i++)
      for (let j = 0; j <= i; j++) {
        let products = 0;
        let gaps = 0;
        for (let k = 0; k < columns; k++) {
          products += centred[i * columns + k] * centred[j * columns + k];
          const gap = values[i * columns + k] - values[j * columns + k];
          gaps += gap * gap;
        }
        const lift = (columns * (means[i] - means[j]) ** 2) / 4;
        d2[i * rows + j] = d2[j * rows + i] = gaps;
        r[i * rows + j] = r[j * rows + i] = products / Math.sqrt(squares[i] * squares[j]);
        icc[i * rows + j] = icc[j * rows + i] =
          (2 * (products - lift)) / (squares[i] + squares[j] + 2 * lift);
      }
    return [d2, r, icc];
  };
  return { job: 'all pairs of 2,000 x 16: D2, Pearson, double-entry ICC', ours, loop, repeat: 1 };
}

/** 10,000 teams of 4 to 12 people, row by row in the order of the teams. */
function teams(items) {
  const labels = [];
  for (let team = 0; team < 10_000; team++)
    for (let size = 4 + (team % 9); size > 0; size--) labels.push(team);
  const groups = Int32Array.from(labels);
  const values = Float64Array.from({ length: groups.length * items }, option);
  return { count: 10_000, rows: groups.length, groups, values };
}

function agreement() {
  const items = 5;
  const { count, rows, groups, values } = teams(items);
  const ours = () =>
    Float64Array.from(rwgJ({ rows, columns: items, values }, groups, 2), ({ value }) => value);
  const loop = () => {
    const sizes = new Int32Array(count);
    const sums = new Float64Array(count * items);
    const squares = new Float64Array(count * items);
    for (let row = 0; row < rows; row++) {
      const group = groups[row];
      sizes[group]++;
      for (let k = 0; k < items; k++) sums[group * items + k] += values[row * items + k];
    }
    for (let row = 0; row < rows; row++) {
      const group = groups[row];
      for (let k = 0; k < items; k++) {
        const deviation = values[row * items + k] - sums[group * items + k] / sizes[group];
        squares[group * items + k] += deviation * deviation;
      }
    }
    const result = new Float64Array(count);
    for (let group = 0; group < count; group++) {
      let total = 0;
      for (let k = 0; k < items; k++) total += squares[group * items + k] / (sizes[group] - 1);
      const share = Math.min(total / items, 2) / 2;
      result[group] = (items * (1 - share)) / (items * (1 - share) + share);
    }
    return result;
  };
  return { job: 'rwg(j) of 10,000 teams, 5 items', ours, loop, repeat: 20 };
}

function intraclass() {
  const { count, rows, groups, values } = teams(1);
  const ours = () => {
    const { icc1, icc1N0, icc2 } = iccAnova(values, groups);
    return Float64Array.of(icc1, icc1N0, icc2);
  };
  const loop = () => {
    const sizes = new Int32Array(count);
    const sums = new Float64Array(count);
    for (let row = 0; row < rows; row++) {
      sizes[groups[row]]++;
      sums[groups[row]] += values[row];
    }
    let [within, between, total, squares] = [0, 0, 0, 0];
    for (let row = 0; row < rows; row++) {
      const deviation = values[row] - sums[groups[row]] / sizes[groups[row]];
      within += deviation * deviation;
      total += values[row];
    }
    for (let group = 0; group < count; group++) {
      between += sizes[group] * (sums[group] / sizes[group] - total / rows) ** 2;
      squares += sizes[group] * sizes[group];
    }
    const msb = between / (count - 1);
    const msw = within / (rows - count);
    const n0 = (rows - squares / rows) / (count - 1);
    const icc = (size) => (msb - msw) / (msb + (size - 1) * msw);
    return Float64Array.of(icc(rows / count), icc(n0), (msb - msw) / msb);
  };
  return { job: 'ICC(1) and ICC(2) of 10,000 teams', ours, loop, repeat: 20 };
}

function permutations() {
  const [size, draws, seed] = [30, 10_000, 7];
  const sample = (shift) => Float64Array.from({ length: size }, () => uniform() * Math.PI + shift);
  const [a, b] = [sample(0.4), sample(0)];
  const ours = () => {
    const { twoSided, greater, less } = permutationTest(a, b, { draws, seed });
    return Float64Array.of(twoSided, greater, less);
  };
  const loop = () => {
    const pooled = Float64Array.from([...a, ...b]);
    const centre = pooled.reduce((t, x) => t + x, 0) / pooled.length;
    for (let i = 0; i < pooled.length; i++) pooled[i] -= centre;
    let observed = 0;
    for (let i = 0; i < size; i++) observed += pooled[i];
    const next = seededUniform(seed);
    let [both, greater, less] = [1, 1, 1];
    for (let draw = 0; draw < draws; draw++) {
      let total = 0;
      for (let i = 0; i < size; i++) {
        const j = i + Math.floor(next() * (pooled.length - i));
        const chosen = pooled[j];
        pooled[j] = pooled[i];
        pooled[i] = chosen;
        total += chosen;
      }
      if (Math.abs(total) >= Math.abs(observed)) both++;
      if (total >= observed) greater++;
      if (total <= observed) less++;
    }
    return Float64Array.of(both, greater, less).map((hits) => hits / (draws + 1));
  };
  return { job: '10,000 permutations of two teams of 30', ours, loop, repeat: 20 };
}

export const jobs = [scoring, pairs, agreement, intraclass, permutations];

/** The composition of a team of 12 over 16 motives, and the bare figures of it. */
export function teamProfile() {
  const ids = Array.from({ length: 16 }, (_, at) => `motive-${at}`);
  const version = { id: 'bench', version: '1' };
  const instrument = { ...version, scales: ids.map((id) => ({ id, keys: [] })), items: [] };
  const scales = ids.map((scale) => ({ scale, mean: 3, sd: 0.5, reliability: 0.84, n: 500 }));
  const norm = { ...version, instrument: version, n: 500, provisional: false, scales };
  const rule = { id: 'default', version: '1', cut: 1 };
  const members = Array.from({ length: 12 }, (_, at) => {
    const scores = Object.fromEntries(ids.map((id) => [id, uniform() + uniform() + uniform() - 1.5]));
    const assessment = `assessment-${at}`;
    const profile = profileFromScores(scores, 'z', instrument, norm, rule, { assessment });
    return { member: `person-${at}`, assessment, profile };
  });
  return { job: 'team profile, 12 people, 16 motives', ours: () => teamPersonality(members) };
}
