/**
 * Partitions of a team and their average silhouette width (Rousseeuw, 1987). One state is moved about, member by member,
 * so that a trial costs the sums of one member and not a new pass over all distances.
 */
export class Partition {
  readonly groups: Int32Array;
  private readonly sizes: Int32Array;
  /** Row = member, column = group: sum of the member's distances to the group. */
  private readonly sums: Float64Array;
  /** Beyond this there is no group with members: most partitions have far fewer groups than there could be. */
  private last = -1;

  constructor(
    private readonly distances: Float64Array,
    readonly n: number,
    groups: ArrayLike<number>,
  ) {
    this.groups = new Int32Array(n).fill(-1);
    this.sizes = new Int32Array(n + 1);
    this.sums = new Float64Array(n * (n + 1));
    for (let i = 0; i < n; i += 1) if (groups[i]! >= 0) this.put(i, groups[i]!);
  }

  /** Puts a member who is in no group into one. */
  put(member: number, group: number): void {
    this.groups[member] = group;
    this.sizes[group]! += 1;
    if (group > this.last) this.last = group;
    this.add(member, group, 1);
  }

  take(member: number): void {
    const group = this.groups[member]!;
    this.groups[member] = -1;
    this.sizes[group]! -= 1;
    while (this.last >= 0 && this.sizes[this.last] === 0) this.last -= 1;
    this.add(member, group, -1);
  }

  sizeOf(group: number): number {
    return this.sizes[group]!;
  }

  private add(member: number, group: number, sign: 1 | -1): void {
    const { n, distances, sums } = this;
    for (let i = 0; i < n; i += 1) sums[i * (n + 1) + group]! += sign * distances[member * n + i]!;
  }

  /** Silhouette of a member: (b - a) / max(a, b); 0 for a lone member, in a single group, and where both are 0. */
  width(member: number): number {
    const { n, sizes, sums } = this;
    const own = this.groups[member]!;
    if (sizes[own]! <= 1) return 0;
    const row = member * (n + 1);
    let nearest = Infinity;
    for (let group = 0; group <= this.last; group += 1) {
      const size = sizes[group]!;
      if (group === own || size === 0) continue;
      const mean = sums[row + group]! / size;
      if (mean < nearest) nearest = mean;
    }
    const inside = sums[row + own]! / (sizes[own]! - 1);
    const larger = Math.max(inside, nearest);
    return nearest === Infinity || !(larger > 1e-12) ? 0 : (nearest - inside) / larger;
  }

  /** Mean silhouette of all members. */
  average(): number {
    let total = 0;
    for (let i = 0; i < this.n; i += 1) total += this.width(i);
    return total / this.n;
  }
}

/** Silhouettes of a finished partition, computed afresh. */
export function silhouetteWidths(distances: Float64Array, groups: ArrayLike<number>): number[] {
  const partition = new Partition(distances, groups.length, groups);
  return Array.from({ length: groups.length }, (_, member) => partition.width(member));
}

/** Visits every partition into 2 to n - 1 groups once; the first of several equally good ones wins. */
export function bestOfAll(distances: Float64Array, n: number): Int32Array {
  const partition = new Partition(distances, n, new Int32Array(n).fill(-1));
  let best: Int32Array = new Int32Array(n);
  let bestValue = -Infinity;
  const visit = (member: number, used: number): void => {
    if (member === n) {
      if (used < 2 || used === n) return;
      const value = partition.average();
      if (value > bestValue + 1e-12) {
        bestValue = value;
        best = Int32Array.from(partition.groups);
      }
      return;
    }
    for (let group = 0; group <= used; group += 1) {
      partition.put(member, group);
      visit(member + 1, Math.max(used, group + 1));
      partition.take(member);
    }
  };
  visit(0, 0);
  return best;
}

/**
 * Average-link merging from single members down to two groups; the best of these partitions (all of them when
 * `thorough`) are improved by moving single members while the average grows.
 */
export function bestBySearch(distances: Float64Array, n: number, thorough: boolean): Int32Array {
  const starts = mergings(distances, n)
    .map((groups) => ({ groups, value: new Partition(distances, n, groups).average() }))
    .sort((a, b) => b.value - a.value);
  let best: Int32Array = new Int32Array(n);
  let bestValue = -Infinity;
  for (const { groups } of thorough ? starts : starts.slice(0, 1)) {
    const partition = new Partition(distances, n, groups);
    const value = improve(partition);
    if (value > bestValue + 1e-12) {
      best = Int32Array.from(partition.groups);
      bestValue = value;
    }
  }
  return best;
}

function improve(partition: Partition): number {
  const { n } = partition;
  let value = partition.average();
  for (let moved = true; moved;) {
    moved = false;
    for (let i = 0; i < n; i += 1) {
      let home = partition.groups[i]!;
      partition.take(i);
      let emptyTried = false;
      const from = home;
      for (let group = 0; group <= n; group += 1) {
        const empty = partition.sizeOf(group) === 0;
        if (group === from || (empty && emptyTried)) continue;
        emptyTried ||= empty;
        partition.put(i, group);
        const trial = partition.average();
        partition.take(i);
        if (trial > value + 1e-12) {
          value = trial;
          home = group;
          moved = true;
        }
      }
      partition.put(i, home);
    }
  }
  return value;
}

/** The partitions of average-link clustering with n - 1 down to 2 groups. */
function mergings(distances: Float64Array, n: number): Int32Array[] {
  const between = Float64Array.from(distances);
  const sizes = new Int32Array(n).fill(1);
  const groups = Int32Array.from({ length: n }, (_, i) => i);
  const partitions: Int32Array[] = [];
  for (let left = n - 1; left >= 2; left -= 1) {
    const [into, from] = nearest(between, sizes, n);
    for (let other = 0; other < n; other += 1) {
      if (sizes[other] === 0 || other === into || other === from) continue;
      const merged =
        (sizes[into]! * between[into * n + other]! + sizes[from]! * between[from * n + other]!) /
        (sizes[into]! + sizes[from]!);
      between[into * n + other] = merged;
      between[other * n + into] = merged;
    }
    sizes[into]! += sizes[from]!;
    sizes[from] = 0;
    for (let i = 0; i < n; i += 1) if (groups[i] === from) groups[i] = into;
    partitions.push(Int32Array.from(groups));
  }
  return partitions;
}

function nearest(between: Float64Array, sizes: Int32Array, n: number): readonly [number, number] {
  let pair: readonly [number, number] = [0, 1];
  let least = Infinity;
  for (let i = 0; i < n; i += 1) {
    if (sizes[i] === 0) continue;
    for (let j = i + 1; j < n; j += 1) {
      if (sizes[j] === 0 || !(between[i * n + j]! < least)) continue;
      least = between[i * n + j]!;
      pair = [i, j];
    }
  }
  return pair;
}
