import { z } from 'zod';
import { storedEvents } from '../kernel/codec.js';
import { day, idOf, text } from '../kernel/ids.js';
import type { TeamEvent } from './team.js';

const { clear } = storedEvents<TeamEvent>();
const clientId = idOf<'ClientOrganisation'>();
const personId = idOf<'Person'>();
const storedName = { name: z.string(), function: z.string() };

export const teamVersions = [
  clear('TeamFormed', 1, z.strictObject({ clientId, ...storedName })),
  clear('TeamRenamed', 1, z.strictObject(storedName)),
  clear('TeamMemberAdded', 1, z.strictObject({ personId, validFrom: day })),
  clear('TeamMemberLeft', 1, z.strictObject({ personId, validTo: day })),
];

const chosenName = { name: text(120), function: text(60) };

/** What the door accepts for a team. */
export const teamCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('FormTeam'), clientId, ...chosenName }),
  z.strictObject({ type: z.literal('RenameTeam'), ...chosenName }),
  z.strictObject({ type: z.literal('AddTeamMember'), personId, validFrom: day }),
  z.strictObject({ type: z.literal('RemoveTeamMember'), personId, validTo: day }),
]);
