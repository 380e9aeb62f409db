import type { Position } from './port.js';

const WIDTH = 16;
const hex = (decimal: string | number): string => {
  const small = typeof decimal === 'number' || decimal.length < 16;
  return (small ? Number(decimal) : BigInt(decimal)).toString(16).padStart(WIDTH, '0');
};

/** Two growing numbers as one text of fixed width: sorting the texts sorts the pairs. */
export const positionOf = (major: string | number, minor: string | number): Position =>
  `${hex(major)}-${hex(minor)}`;

/** The decimal numbers of a position; START is (0, 0), before every event. Throws on a foreign position. */
export function partsOfPosition(position: Position): readonly [string, string] {
  if (position === '') return ['0', '0'];
  const match = /^([0-9a-f]{16})-([0-9a-f]{16})$/.exec(position);
  if (!match) throw new RangeError('not a position of this log');
  return [BigInt(`0x${match[1]}`).toString(), BigInt(`0x${match[2]}`).toString()];
}
