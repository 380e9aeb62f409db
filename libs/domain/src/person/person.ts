import type { Locale } from '../firm/firm.js';
import type { EventOf } from '../kernel/decider.js';
import type { ClientId } from '../kernel/ids.js';

/** A human in a client organisation. Name and e-mail are sealed under `person:{id}`. */
export type PersonEvent =
  | {
      readonly type: 'PersonRegistered';
      readonly clientId: ClientId;
      readonly name: string;
      readonly email: string | null;
      readonly locale: Locale;
    }
  | {
      readonly type: 'PersonCorrected';
      readonly name: string;
      readonly email: string | null;
      readonly locale: Locale;
    };

export type PersonCommand =
  | {
      readonly type: 'RegisterPerson';
      readonly clientId: ClientId;
      readonly name: string;
      readonly email: string | null;
      readonly locale: Locale;
    }
  | {
      readonly type: 'CorrectPerson';
      readonly name: string;
      readonly email: string | null;
      readonly locale: Locale;
    };

export type PersonRefusal =
  { readonly refusal: 'PersonUnknown' } | { readonly refusal: 'PersonAlreadyRegistered' };

export interface PersonDetails {
  readonly name: string;
  readonly email: string | null;
  readonly locale: Locale;
}

export type PersonState =
  | { readonly situation: 'NotRegistered' }
  | {
      readonly situation: 'Registered';
      readonly registered: EventOf<PersonEvent, 'PersonRegistered'>;
      readonly details: PersonDetails;
    };

export const initialState: PersonState = { situation: 'NotRegistered' };

export function evolve(state: PersonState, event: PersonEvent): PersonState {
  const { name, email, locale } = event;
  const details = { name, email, locale };
  switch (event.type) {
    case 'PersonRegistered':
      return state.situation === 'NotRegistered'
        ? { situation: 'Registered', registered: event, details }
        : state;
    case 'PersonCorrected':
      return state.situation === 'Registered' ? { ...state, details } : state;
  }
}
