import type { Decider, Decision } from '../kernel/decider.js';
import { same } from '../kernel/same.js';
import { evolve, initialState } from './client-organisation.js';
import type {
  ClientOrganisationCommand,
  ClientOrganisationEvent,
  ClientOrganisationRefusal,
  ClientOrganisationState,
} from './client-organisation.js';

type Decided = Decision<ClientOrganisationEvent, ClientOrganisationRefusal>;

/** A customer of the firm. */
export const clientOrganisationDecider: Decider<
  ClientOrganisationCommand,
  ClientOrganisationState,
  ClientOrganisationEvent,
  ClientOrganisationRefusal
> = { category: 'ClientOrganisation', initialState, decide, evolve };

function decide(command: ClientOrganisationCommand, state: ClientOrganisationState): Decided {
  switch (command.type) {
    case 'RegisterClientOrganisation':
      return register(command.name, state);
    case 'RenameClientOrganisation':
      return rename(command.name, state);
  }
}

function register(name: string, state: ClientOrganisationState): Decided {
  const registered = { type: 'ClientOrganisationRegistered', name } as const;
  if (state.situation === 'NotRegistered') return [registered];
  return same(state.registered, registered) ? [] : { refusal: 'ClientOrganisationAlreadyRegistered' };
}

function rename(name: string, state: ClientOrganisationState): Decided {
  if (state.situation === 'NotRegistered') return { refusal: 'ClientOrganisationUnknown' };
  return state.name === name ? [] : [{ type: 'ClientOrganisationRenamed', name }];
}
