interface Bucket {
  count: number;
  readonly until: number;
}

const MOST_BUCKETS = 50_000;

/** Counts attempts by key in windows of time, in this process. Attempts that succeed are given back. */
export interface RateLimit {
  /** Seconds to wait; 0 when the attempt may be made, which is then counted. */
  take(key: string): number;
  giveBack(key: string): void;
}

export function rateLimit(options: {
  readonly attempts: number;
  readonly windowMs: number;
  readonly now?: () => number;
}): RateLimit {
  const { attempts, windowMs, now = () => performance.now() } = options;
  const buckets = new Map<string, Bucket>();
  /** Buckets stand in the order in which they end: old ones go, and in a flood of new keys the oldest. */
  const makeRoom = (at: number) => {
    for (const [key, bucket] of buckets) {
      if (bucket.until > at && buckets.size < MOST_BUCKETS) break;
      buckets.delete(key);
    }
  };
  return {
    take(key) {
      const at = now();
      makeRoom(at);
      const bucket = buckets.get(key) ?? { count: 0, until: at + windowMs };
      if (bucket.count >= attempts) return Math.ceil((bucket.until - at) / 1000);
      bucket.count += 1;
      buckets.set(key, bucket);
      return 0;
    },
    giveBack(key) {
      const bucket = buckets.get(key);
      if (bucket && bucket.count > 0) bucket.count -= 1;
    },
  };
}
