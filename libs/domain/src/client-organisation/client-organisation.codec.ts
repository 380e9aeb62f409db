import { z } from 'zod';
import { storedEvents } from '../kernel/codec.js';
import { text } from '../kernel/ids.js';
import type { ClientOrganisationEvent } from './client-organisation.js';

const { clear } = storedEvents<ClientOrganisationEvent>();
const named = z.strictObject({ name: z.string() });

export const clientOrganisationVersions = [
  clear('ClientOrganisationRegistered', 1, named),
  clear('ClientOrganisationRenamed', 1, named),
];

/** What the door accepts for a client organisation. */
export const clientOrganisationCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('RegisterClientOrganisation'), name: text(120) }),
  z.strictObject({ type: z.literal('RenameClientOrganisation'), name: text(120) }),
]);
