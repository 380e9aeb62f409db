import { z } from 'zod';
import { text } from './ids.js';

/** Field schemas that only commands need: what people and other programs may send. */

/** Lower-case letters, digits, dots and dashes: ids of instruments, items, scales, norms and rules. */
export const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{0,63}$/, 'lower-case letters, digits, dots and dashes');

/** Text that may be left empty. */
export const optionalText = (max: number) => z.union([z.literal(''), text(max)]);

const address = /^[^\s@"<>(),;:\\[\]]{1,64}@[^\s@"<>(),;:\\[\]]+\.[^\s@"<>(),;:\\[\].]{2,}$/u;

/** One e-mail address, as it is written; characters that could make it two addresses or a header are not allowed. */
export const email = text(254).refine((s) => address.test(s), 'must be an e-mail address');

export const locale = z.enum(['de', 'en']);
export const versioned = z.strictObject({ id: slug, version: slug });
export const bandRule = z.strictObject({ id: slug, version: slug, cut: z.number().positive().max(5) });

/** Numbers by item or scale id: at least one, at most a thousand. */
export const numbersById = <V extends z.ZodType<number>>(value: V) =>
  z.record(slug, value).refine((r) => {
    const n = Object.keys(r).length;
    return n >= 1 && n <= 1000;
  }, 'must have 1 to 1000 entries');

/** Stored numbers by id, checked by hand because the log is read in bulk. */
export const storedNumbers = z.custom<Readonly<Record<string, number>>>(
  (v) =>
    typeof v === 'object' &&
    v !== null &&
    !Array.isArray(v) &&
    Object.values(v).every((n) => Number.isFinite(n)),
  'must map ids to numbers',
);
