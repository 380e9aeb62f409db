import { z } from 'zod';
import { slug } from '../kernel/door.js';

/** Kept as published, to the letter, so that its hash stays the same; only what no store could hold is refused. */
const prose = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine(
      (s) => s.isWellFormed() && !/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(s),
      'contains characters that are no text',
    );
const localText = z.strictObject({ de: prose(2000), en: prose(2000) });

/** The instrument document at the door; its meaning (keys, order, ranges) is checked by psychometrics. */
export const instrumentSchema = z.strictObject({
  id: slug,
  version: slug,
  edition: slug,
  title: localText,
  source: prose(2000),
  licence: prose(500),
  provisional: z.boolean(),
  response: z.strictObject({ min: z.int(), max: z.int(), labels: z.array(localText).min(2).max(11) }),
  scales: z
    .array(
      z.strictObject({
        id: slug,
        name: localText,
        high: localText,
        low: localText,
        keys: z
          .array(z.strictObject({ item: slug, key: z.union([z.literal(1), z.literal(-1)]) }))
          .min(1)
          .max(200),
      }),
    )
    .min(1)
    .max(64),
  items: z
    .array(z.strictObject({ id: slug, text: localText }))
    .min(1)
    .max(1000),
  minimumAnswered: z.number().min(0).max(1),
});
export type InstrumentShape = z.infer<typeof instrumentSchema>;

export const normGroupSchema = z.strictObject({
  id: slug,
  version: slug,
  instrument: z.strictObject({ id: slug, version: slug }),
  title: localText,
  population: localText,
  collected: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
  n: z.int().min(2),
  provisional: z.boolean(),
  scales: z
    .array(
      z.strictObject({
        scale: slug,
        mean: z.number(),
        sd: z.number().positive(),
        reliability: z.number().min(0).max(1),
        n: z.int().min(2),
      }),
    )
    .min(1)
    .max(64),
});
export type NormGroupShape = z.infer<typeof normGroupSchema>;
