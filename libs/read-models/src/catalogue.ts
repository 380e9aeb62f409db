import type { Projection } from './projection.js';
import {
  agreements,
  answerSheets,
  engagements,
  participants,
  reports,
  waves,
} from './projections/engagement.js';
import { clientOrganisations, erasures, firms, persons, teams, users } from './projections/organisation.js';
import {
  individualProfiles,
  instruments,
  normGroups,
  teamPersonalities,
  teamTimelines,
} from './projections/profiles.js';
import { releases } from './projections/releases.js';

/** Every read model of the product; the names are checkpoints and never change. */
export const projections = [
  firms,
  users,
  clientOrganisations,
  persons,
  teams,
  engagements,
  waves,
  participants,
  answerSheets,
  agreements,
  reports,
  instruments,
  normGroups,
  individualProfiles,
  teamPersonalities,
  teamTimelines,
  releases,
  erasures,
] as unknown as readonly Projection[];
