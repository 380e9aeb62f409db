import { z } from 'zod';

const localText = z.strictObject({ de: z.string().min(1).max(2000), en: z.string().min(1).max(2000) });
const slug = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/, 'lower-case letters, digits, dots and dashes');

/** The instrument document at the door; its meaning (keys, order, ranges) is checked by psychometrics. */
export const instrumentSchema = z.strictObject({
  id: slug,
  version: slug,
  edition: slug,
  title: localText,
  source: z.string().min(1).max(2000),
  licence: z.string().min(1).max(500),
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
