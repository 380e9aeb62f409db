import { insufficient, type InsufficientData } from '../outcome.js';
import { mean } from './moments.js';

/**
 * Pearson correlation of two equally long vectors, over the positions where both have a number.
 *
 * @returns The correlation, cut to -1..1, or `InsufficientData` with fewer than two pairs or no variance on a side.
 * @throws RangeError when the lengths differ.
 * @example
 * pearson([1, 2, 3, null], [1, 3, 2, 9]) // => 0.5
 */
export function pearson(x: ArrayLike<number | null>, y: ArrayLike<number | null>): number | InsufficientData {
  if (x.length !== y.length) throw new RangeError(`vectors of length ${x.length} and ${y.length}`);
  const a: number[] = [];
  const b: number[] = [];
  for (let i = 0; i < x.length; i += 1) {
    const xi = x[i];
    const yi = y[i];
    if (xi === null || xi === undefined || Number.isNaN(xi)) continue;
    if (yi === null || yi === undefined || Number.isNaN(yi)) continue;
    a.push(xi);
    b.push(yi);
  }
  if (a.length < 2) return insufficient('too-few-observations', a.length, 2);
  const ma = mean(a);
  const mb = mean(b);
  let sab = 0;
  let saa = 0;
  let sbb = 0;
  for (let i = 0; i < a.length; i += 1) {
    const da = a[i]! - ma;
    const db = b[i]! - mb;
    sab += da * db;
    saa += da * da;
    sbb += db * db;
  }
  const flat = (squares: number, centre: number): boolean => squares <= a.length * (centre * 1e-15) ** 2;
  if (flat(saa, ma) || flat(sbb, mb)) return insufficient('no-variance', a.length, 2);
  return Math.max(-1, Math.min(1, sab / (Math.sqrt(saa) * Math.sqrt(sbb))));
}
