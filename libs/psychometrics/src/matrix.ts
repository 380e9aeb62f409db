/**
 * Answers or scores of several people: rows = respondents, columns = items or motives, row-major, NaN = missing.
 */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** What every function accepts: a matrix, or plain rows with `null` (or NaN) for a missing value. */
export type MatrixLike = Matrix | readonly (readonly (number | null)[])[];

/**
 * Brings plain rows into matrix form; a matrix is checked and handed on without copying.
 *
 * @param data Rows of numbers, null or NaN where missing, or a matrix.
 *
 * @throws RangeError when rows are of unequal length, the sizes do not fit, or a value is infinite.
 * @example
 * toMatrix([[1, null], [2, 3]]) // => { rows: 2, columns: 2, values: [1, NaN, 2, 3] }
 */
export function toMatrix(data: MatrixLike): Matrix {
  const matrix = matrixOf(data);
  const { values, columns } = matrix;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at]!;
    if (value === Infinity || value === -Infinity) {
      throw new RangeError(`row ${Math.floor(at / columns) + 1}, column ${(at % columns) + 1} is infinite`);
    }
  }
  return matrix;
}

/** The same without the look for infinite values, for callers that check the range of every value themselves. */
export function matrixOf(data: MatrixLike): Matrix {
  if (isMatrix(data)) {
    const { rows, columns, values } = data;
    if (!(Number.isInteger(rows) && Number.isInteger(columns) && rows >= 0 && columns >= 0)) {
      throw new RangeError(`a matrix of ${rows} x ${columns} cannot be`);
    }
    if (values.length !== rows * columns) {
      throw new RangeError(`${values.length} values are not ${rows} x ${columns}`);
    }
    return data;
  }
  const columns = data[0]?.length ?? 0;
  const values = new Float64Array(data.length * columns);
  data.forEach((line, row) => {
    if (line.length !== columns) {
      throw new RangeError(`row ${row + 1} has ${line.length} values, the first row has ${columns}`);
    }
    line.forEach((value, column) => (values[row * columns + column] = value ?? NaN));
  });
  return { rows: data.length, columns, values };
}

function isMatrix(data: MatrixLike): data is Matrix {
  return 'values' in data && data.values instanceof Float64Array;
}

/** One column, NaN where missing. */
export function columnOf(matrix: Matrix, column: number): Float64Array {
  const values = new Float64Array(matrix.rows);
  for (let row = 0; row < matrix.rows; row += 1) values[row] = matrix.values[row * matrix.columns + column]!;
  return values;
}

/** One row as a view: do not write to it. */
export function rowOf(matrix: Matrix, row: number): Float64Array {
  return matrix.values.subarray(row * matrix.columns, (row + 1) * matrix.columns);
}

/** The rows without a missing value. */
export function completeRows(matrix: Matrix): Matrix {
  const kept: number[] = [];
  for (let row = 0; row < matrix.rows; row += 1) {
    if (!rowOf(matrix, row).some(Number.isNaN)) kept.push(row);
  }
  const values = new Float64Array(kept.length * matrix.columns);
  kept.forEach((row, at) => values.set(rowOf(matrix, row), at * matrix.columns));
  return { rows: kept.length, columns: matrix.columns, values };
}

/** Some of the columns, in the order asked for. */
export function selectColumns(matrix: Matrix, columns: readonly number[]): Matrix {
  const values = new Float64Array(matrix.rows * columns.length);
  for (let row = 0; row < matrix.rows; row += 1) {
    columns.forEach((column, at) => {
      values[row * columns.length + at] = matrix.values[row * matrix.columns + column]!;
    });
  }
  return { rows: matrix.rows, columns: columns.length, values };
}
