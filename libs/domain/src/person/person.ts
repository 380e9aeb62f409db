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
    }
  | { readonly type: 'ErasureRequested'; readonly by: string; readonly requestedAt: string }
  | { readonly type: 'ErasureConfirmed'; readonly by: string; readonly confirmedAt: string }
  | {
      readonly type: 'PersonErased';
      readonly erasedAt: string;
      readonly certificate: ErasureCertificate;
    };

/** What was destroyed and purged, with a hash over it that can be checked later. */
export interface ErasureCertificate {
  /** Kinds of stores, each with the number of things removed there; never a value of the person. */
  readonly removed: Readonly<Record<string, number>>;
  readonly keyDestroyedAt: string;
  readonly sha256: string;
}

/** The retention clock acts under this name: what it asks for was agreed beforehand and needs no second person. */
export const RETENTION = 'system:retention';

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
    }
  /** `by`: the person, a user, or `system:<service>`. */
  | { readonly type: 'RequestErasure'; readonly by: string; readonly now: string }
  | { readonly type: 'ConfirmErasure'; readonly by: string; readonly now: string }
  /** The job says that it is done. */
  | { readonly type: 'ErasePerson'; readonly certificate: ErasureCertificate; readonly now: string };

export type PersonRefusal =
  | { readonly refusal: 'PersonUnknown' }
  | { readonly refusal: 'PersonAlreadyRegistered' }
  | { readonly refusal: 'PersonIsErased'; readonly erasedAt: string }
  | { readonly refusal: 'ErasureNotRequested' }
  | { readonly refusal: 'ErasureNotConfirmed' }
  /** Four eyes: whoever asked for the erasure does not confirm it. */
  | { readonly refusal: 'SecondPersonNeeded' };

export interface PersonDetails {
  readonly name: string;
  readonly email: string | null;
  readonly locale: Locale;
}

type Registered = EventOf<PersonEvent, 'PersonRegistered'>;
type Requested = EventOf<PersonEvent, 'ErasureRequested'>;

export type PersonState =
  | { readonly situation: 'NotRegistered' }
  | { readonly situation: 'Registered'; readonly registered: Registered; readonly details: PersonDetails }
  | {
      readonly situation: 'ErasureRequested' | 'ErasureConfirmed';
      readonly registered: Registered;
      readonly details: PersonDetails;
      readonly requested: Requested;
    }
  | { readonly situation: 'Erased'; readonly registered: Registered; readonly erasedAt: string };

export const initialState: PersonState = { situation: 'NotRegistered' };

export function evolve(state: PersonState, event: PersonEvent): PersonState {
  if (state.situation === 'NotRegistered') {
    if (event.type !== 'PersonRegistered') return state;
    const { name, email, locale } = event;
    return { situation: 'Registered', registered: event, details: { name, email, locale } };
  }
  // Erased is for good.
  if (state.situation === 'Erased') return state;
  const { registered, details } = state;
  switch (event.type) {
    case 'PersonRegistered':
      return state;
    case 'PersonCorrected': {
      const { name, email, locale } = event;
      return { ...state, details: { name, email, locale } };
    }
    case 'ErasureRequested':
      return state.situation === 'Registered'
        ? { situation: 'ErasureRequested', registered, details, requested: event }
        : state;
    case 'ErasureConfirmed':
      return state.situation === 'ErasureRequested' ? { ...state, situation: 'ErasureConfirmed' } : state;
    case 'PersonErased':
      return { situation: 'Erased', registered, erasedAt: event.erasedAt };
  }
}
