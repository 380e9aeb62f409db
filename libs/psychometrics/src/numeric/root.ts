/**
 * Root of a monotone function by the method of Brent (1973): inverse quadratic or secant steps, halving when they
 * do not pay. The first bracket is widened by doubling until the sign changes.
 *
 * @param f Monotone and finite on [low, high] and wherever the bracket is moved.
 * @param low Left end of the first bracket.
 * @param high Right end of the first bracket.
 * @param tolerance Width of the bracket at which to stop, times (1 + |root|).
 * @returns The root, or `undefined` when no sign change is found within 200 doublings.
 */
export function findRoot(
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance: number,
): number | undefined {
  const bracket = widen(f, low, high);
  if (bracket === undefined) return undefined;
  let { a: far, b: best, fa: fFar, fb: fBest } = bracket;
  let previous = far;
  let fPrevious = fFar;
  let lastStep = best - far;
  let stepBefore = lastStep;
  for (let round = 0; round < 300; round += 1) {
    if (Math.abs(fFar) < Math.abs(fBest)) {
      [previous, best, far] = [best, far, best];
      [fPrevious, fBest, fFar] = [fBest, fFar, fBest];
    }
    const enough = 2e-16 * Math.abs(best) + 0.5 * tolerance * (1 + Math.abs(best));
    const half = (far - best) / 2;
    if (fBest === 0 || Math.abs(half) <= enough) return best;
    const step = interpolate(best, far, previous, fBest, fFar, fPrevious);
    const pays =
      Math.abs(fPrevious) > Math.abs(fBest) &&
      Math.abs(stepBefore) >= enough &&
      step / half > 0 &&
      Math.abs(step) < Math.min(1.5 * Math.abs(half), 0.5 * Math.abs(stepBefore));
    stepBefore = pays ? lastStep : half;
    lastStep = pays ? step : half;
    previous = best;
    fPrevious = fBest;
    best += Math.abs(lastStep) > enough ? lastStep : Math.sign(half) * enough;
    fBest = f(best);
    if (Math.sign(fBest) === Math.sign(fFar)) {
      far = previous;
      fFar = fPrevious;
      lastStep = best - previous;
      stepBefore = lastStep;
    }
  }
  return best;
}

/** Step from the best point: through three points when they differ, else along the secant. */
function interpolate(
  best: number,
  far: number,
  previous: number,
  fBest: number,
  fFar: number,
  fPrevious: number,
): number {
  if (fPrevious === fFar || fPrevious === fBest) return (-fBest * (far - best)) / (fFar - fBest);
  const r = fBest / fFar;
  const s = fBest / fPrevious;
  const q = fPrevious / fFar;
  const up = s * (q * (q - r) * (far - best) - (1 - r) * (best - previous));
  const down = (q - 1) * (r - 1) * (s - 1);
  return up / down;
}

interface Bracket {
  readonly a: number;
  readonly b: number;
  readonly fa: number;
  readonly fb: number;
}

function widen(f: (x: number) => number, low: number, high: number): Bracket | undefined {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  for (let doubling = 0; doubling < 200; doubling += 1) {
    if (fa === 0 || fb === 0 || Math.sign(fa) !== Math.sign(fb)) return { a, b, fa, fb };
    const width = b - a;
    if (Math.abs(fa) < Math.abs(fb)) {
      a -= width;
      fa = f(a);
    } else {
      b += width;
      fb = f(b);
    }
  }
  return undefined;
}
