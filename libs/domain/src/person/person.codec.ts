import { z } from 'zod';
import { FORGOTTEN, storedEvents } from '../kernel/codec.js';
import { email, locale, slug } from '../kernel/door.js';
import { idOf, instant, text } from '../kernel/ids.js';
import type { PersonEvent } from './person.js';

const { clear, sealed } = storedEvents<PersonEvent>();
const clientId = idOf<'ClientOrganisation'>();
const storedDetails = { name: z.string(), email: z.string().nullable(), locale };

const personal = {
  fields: ['name', 'email'],
  subject: (_: unknown, personId: string) => `person:${personId}`,
  forgotten: () => ({ name: FORGOTTEN, email: null }),
} as const;

const certificate = z.strictObject({
  removed: z.record(slug, z.int().min(0)),
  keyDestroyedAt: instant,
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hex'),
});

export const personVersions = [
  sealed('PersonRegistered', 1, z.strictObject({ clientId, ...storedDetails }), personal),
  sealed('PersonCorrected', 1, z.strictObject(storedDetails), personal),
  clear('ErasureRequested', 1, z.strictObject({ by: z.string(), requestedAt: instant })),
  clear('ErasureConfirmed', 1, z.strictObject({ by: z.string(), confirmedAt: instant })),
  clear('PersonErased', 1, z.strictObject({ erasedAt: instant, certificate })),
];

const chosenDetails = { name: text(120), email: email.nullable(), locale };

/** A person or user by id, or a service of the product. */
const actor = z.union([
  idOf<'User' | 'Person'>(),
  z.string().regex(/^system:[a-z][a-z-]{0,40}$/, 'must be an id or a service'),
]);

/** What the door accepts for a person. */
export const personCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('RegisterPerson'), clientId, ...chosenDetails }),
  z.strictObject({ type: z.literal('CorrectPerson'), ...chosenDetails }),
  z.strictObject({ type: z.literal('RequestErasure'), by: actor, now: instant }),
  z.strictObject({ type: z.literal('ConfirmErasure'), by: actor, now: instant }),
  z.strictObject({ type: z.literal('ErasePerson'), certificate, now: instant }),
]);
