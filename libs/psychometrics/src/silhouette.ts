/**
 * Partitions of a team and their average silhouette width (Rousseeuw, 1987). One state is moved about, member by member,
 * so that a trial costs the sums of one member and not a new pass over all distances.
 */
export class Partition {
  readonly groups: Int32Array;
  private readonly sizes: Int32Array;
  /** Row = member, column = group: sum of the member's distances to the group. */
  private readonly sums: Float64Array;
  /** The groups that have members, ascending: most partitions have far fewer groups than there could be. */
  private readonly used: Int32Array;
  private count = 0;

  constructor(
    private readonly distances: Float64Array,
    readonly n: number,
  ) {
    this.groups = new Int32Array(n).fill(-1);
    this.sizes = new Int32Array(n + 1);
    this.sums = new Float64Array(n * (n + 1));
    this.used = new Int32Array(n + 1);
  }

  /** Begins anew, by the distances as they are now. */
  begin(groups: ArrayLike<number>): this {
    this.groups.fill(-1);
    this.sizes.fill(0);
    this.sums.fill(0);
    this.count = 0;
    for (let i = 0; i < this.n; i += 1) this.put(i, groups[i]!);
    return this;
  }

  /** Puts a member who is in no group into one. */
  put(member: number, group: number): void {
    this.groups[member] = group;
    this.sizes[group]! += 1;
    if (this.sizes[group] === 1) this.open(group);
    this.add(member, group, 1);
  }

  take(member: number): void {
    const group = this.groups[member]!;
    this.groups[member] = -1;
    this.sizes[group]! -= 1;
    if (this.sizes[group] === 0) this.close(group);
    this.add(member, group, -1);
  }

  sizeOf(group: number): number {
    return this.sizes[group]!;
  }

  private open(group: number): void {
    let at = this.count;
    for (; at > 0 && this.used[at - 1]! > group; at -= 1) this.used[at] = this.used[at - 1]!;
    this.used[at] = group;
    this.count += 1;
  }

  private close(group: number): void {
    this.count -= 1;
    for (let at = this.used.indexOf(group); at < this.count; at += 1) this.used[at] = this.used[at + 1]!;
  }

  private add(member: number, group: number, sign: 1 | -1): void {
    const { n, distances, sums } = this;
    const row = member * n;
    for (let i = 0, at = group; i < n; i += 1, at += n + 1) sums[at]! += sign * distances[row + i]!;
  }

  /** Silhouette of a member: (b - a) / max(a, b); 0 for a lone member, in a single group, and where both are 0. */
  width(member: number): number {
    const { sizes, sums, used, count } = this;
    const own = this.groups[member]!;
    const size = sizes[own]!;
    if (size <= 1 || count <= 1) return 0;
    const row = member * (this.n + 1);
    let nearest = Infinity;
    for (let at = 0; at < count; at += 1) {
      const group = used[at]!;
      if (group === own) continue;
      const mean = sums[row + group]! / sizes[group]!;
      if (mean < nearest) nearest = mean;
    }
    const inside = sums[row + own]! / (size - 1);
    const larger = inside > nearest ? inside : nearest;
    return larger > 1e-12 ? (nearest - inside) / larger : 0;
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
  const partition = new Partition(distances, groups.length).begin(groups);
  return Array.from({ length: groups.length }, (_, member) => partition.width(member));
}

/** Visits every partition into 2 to n - 1 groups once; the first of several equally good ones wins. */
export function bestOfAll(distances: Float64Array, n: number): Int32Array {
  const partition = new Partition(distances, n);
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
 * Average-link merging from single members down to two groups; each of these partitions, best first, is improved by
 * moving single members while the average grows.
 */
export function bestBySearch(distances: Float64Array, n: number): Int32Array {
  const partition = new Partition(distances, n);
  const starts: { groups: Int32Array; value: number }[] = [];
  merging(
    distances,
    n,
  )((groups) => {
    starts.push({ groups: Int32Array.from(groups), value: partition.begin(groups).average() });
  });
  starts.sort((a, b) => b.value - a.value);
  let best: Int32Array = new Int32Array(n);
  let bestValue = -Infinity;
  for (const { groups } of starts) {
    const value = improve(partition.begin(groups));
    if (value > bestValue + 1e-12) {
      best = Int32Array.from(partition.groups);
      bestValue = value;
    }
  }
  return best;
}

/**
 * The quick search: only the best of the merged partitions is improved. Answers a function that gives its average
 * silhouette width for the distances as they are when it is called: many teams of one size share the memory.
 */
export function quickSearch(distances: Float64Array, n: number): () => number {
  const partition = new Partition(distances, n);
  const merge = merging(distances, n);
  const best = new Int32Array(n);
  return () => {
    let bestValue = -Infinity;
    merge((groups) => {
      const value = partition.begin(groups).average();
      if (!(value > bestValue)) return;
      bestValue = value;
      best.set(groups);
    });
    improve(partition.begin(best));
    best.set(partition.groups);
    return partition.begin(best).average();
  };
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

/** Average-link clustering: visits its partitions with n - 1 down to 2 groups; they are only lent. */
function merging(distances: Float64Array, n: number): (visit: (groups: Int32Array) => void) => void {
  const between = new Float64Array(n * n);
  const sizes = new Int32Array(n);
  const groups = new Int32Array(n);
  return (visit) => {
    between.set(distances);
    sizes.fill(1);
    for (let i = 0; i < n; i += 1) groups[i] = i;
    for (let left = n - 1; left >= 2; left -= 1) {
      const pair = nearest(between, sizes, n);
      const into = Math.floor(pair / n);
      const from = pair % n;
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
      visit(groups);
    }
  };
}

/** The nearest two groups, as the place of their distance. */
function nearest(between: Float64Array, sizes: Int32Array, n: number): number {
  let pair = 1;
  let least = Infinity;
  for (let i = 0; i < n; i += 1) {
    if (sizes[i] === 0) continue;
    for (let j = i + 1; j < n; j += 1) {
      const distance = between[i * n + j]!;
      if (sizes[j] === 0 || !(distance < least)) continue;
      least = distance;
      pair = i * n + j;
    }
  }
  return pair;
}
