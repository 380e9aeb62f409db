import { z } from 'zod';
import { FORGOTTEN, storedEvents } from '../kernel/codec.js';
import { email, locale } from '../kernel/door.js';
import { idOf, text } from '../kernel/ids.js';
import type { PersonEvent } from './person.js';

const { sealed } = storedEvents<PersonEvent>();
const clientId = idOf<'ClientOrganisation'>();
const storedDetails = { name: z.string(), email: z.string().nullable(), locale };

const personal = {
  fields: ['name', 'email'],
  subject: (_: unknown, personId: string) => `person:${personId}`,
  forgotten: () => ({ name: FORGOTTEN, email: null }),
} as const;

export const personVersions = [
  sealed('PersonRegistered', 1, z.strictObject({ clientId, ...storedDetails }), personal),
  sealed('PersonCorrected', 1, z.strictObject(storedDetails), personal),
];

const chosenDetails = { name: text(120), email: email.nullable(), locale };

/** What the door accepts for a person. */
export const personCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('RegisterPerson'), clientId, ...chosenDetails }),
  z.strictObject({ type: z.literal('CorrectPerson'), ...chosenDetails }),
]);
