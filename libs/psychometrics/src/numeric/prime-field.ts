/**
 * Linear algebra over a prime field, where no rounding exists. Products of two residues stay below 2^52, so plain
 * numbers are exact.
 */

/** Two primes just below 2^26. A coincidence in one of them is not one in the other. */
export const PRIMES = [67_108_859, 67_108_837] as const;

/** a^-1 modulo a prime, by Fermat. */
function inverseModulo(a: number, prime: number): number {
  let result = 1;
  let base = a;
  for (let exponent = prime - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}

/**
 * Coordinates of the unit vectors modulo the row space: a 0/1 combination of the columns lies in the row space exactly
 * when its coordinates sum to 0.
 *
 * @param rows 0/1 rows of equal length.
 * @param columns Their length.
 * @returns One vector a column, each with `columns - rank` residues.
 */
export function quotientCoordinates(
  rows: readonly (readonly number[])[],
  columns: number,
  prime: number,
): number[][] {
  const matrix = rows.map((row) => [...row]);
  const pivotColumns: number[] = [];
  for (let column = 0; column < columns && pivotColumns.length < matrix.length; column += 1) {
    const top = pivotColumns.length;
    const found = matrix.findIndex((row, at) => at >= top && row[column] !== 0);
    if (found < 0) continue;
    [matrix[top], matrix[found]] = [matrix[found]!, matrix[top]!];
    const pivot = matrix[top]!;
    const scale = inverseModulo(pivot[column]!, prime);
    for (let k = 0; k < columns; k += 1) pivot[k] = (pivot[k]! * scale) % prime;
    matrix.forEach((row, at) => {
      const share = row[column]!;
      if (at === top || share === 0) return;
      for (let k = 0; k < columns; k += 1) row[k] = (row[k]! + (prime - share) * pivot[k]!) % prime;
    });
    pivotColumns.push(column);
  }
  const free = Array.from({ length: columns }, (_, k) => k).filter((k) => !pivotColumns.includes(k));
  return Array.from({ length: columns }, (_, column) => {
    const row = pivotColumns.indexOf(column);
    if (row < 0) return free.map((k) => (k === column ? 1 : 0));
    return free.map((k) => (prime - matrix[row]![k]!) % prime);
  });
}
