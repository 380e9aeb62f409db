import type { EventOf } from '../kernel/decider.js';

/** A customer of the firm. */
export type ClientOrganisationEvent =
  | { readonly type: 'ClientOrganisationRegistered'; readonly name: string }
  | { readonly type: 'ClientOrganisationRenamed'; readonly name: string };

export type ClientOrganisationCommand =
  | { readonly type: 'RegisterClientOrganisation'; readonly name: string }
  | { readonly type: 'RenameClientOrganisation'; readonly name: string };

export type ClientOrganisationRefusal =
  | { readonly refusal: 'ClientOrganisationAlreadyRegistered' }
  | { readonly refusal: 'ClientOrganisationUnknown' };

export type ClientOrganisationState =
  | { readonly situation: 'NotRegistered' }
  | {
      readonly situation: 'Registered';
      readonly registered: EventOf<ClientOrganisationEvent, 'ClientOrganisationRegistered'>;
      readonly name: string;
    };

export const initialState: ClientOrganisationState = { situation: 'NotRegistered' };

export function evolve(
  state: ClientOrganisationState,
  event: ClientOrganisationEvent,
): ClientOrganisationState {
  switch (event.type) {
    case 'ClientOrganisationRegistered':
      return state.situation === 'NotRegistered'
        ? { situation: 'Registered', registered: event, name: event.name }
        : state;
    case 'ClientOrganisationRenamed':
      return state.situation === 'Registered' ? { ...state, name: event.name } : state;
  }
}
