import { z } from 'zod';
import { storedEvents } from '../kernel/codec.js';
import type { InstrumentEvent } from './instrument.js';
import { instrumentSchema, normGroupSchema } from './schema.js';

const { clear } = storedEvents<InstrumentEvent>();

/** The document schemas belong to version 1: a document they would no longer accept is a new version of the event. */
export const instrumentVersions = [
  clear('InstrumentPublished', 1, z.strictObject({ document: instrumentSchema })),
  clear('NormGroupPublished', 1, z.strictObject({ norm: normGroupSchema })),
];

/** What the door accepts for an instrument. */
export const instrumentCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('PublishInstrument'), document: instrumentSchema }),
  z.strictObject({ type: z.literal('PublishNormGroup'), norm: normGroupSchema }),
]);
