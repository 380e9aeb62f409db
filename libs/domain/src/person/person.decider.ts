import type { Decider, Decision } from '../kernel/decider.js';
import { same } from '../kernel/same.js';
import { evolve, initialState, RETENTION } from './person.js';
import type { PersonCommand, PersonEvent, PersonRefusal, PersonState } from './person.js';

type Decided = Decision<PersonEvent, PersonRefusal>;
type Known = Exclude<PersonState, { situation: 'NotRegistered' }>;
type Command<T extends PersonCommand['type']> = Extract<PersonCommand, { type: T }>;

/** A human in a client organisation. */
export const personDecider: Decider<PersonCommand, PersonState, PersonEvent, PersonRefusal> = {
  category: 'Person',
  initialState,
  decide,
  evolve,
};

function decide(command: PersonCommand, state: PersonState): Decided {
  if (command.type === 'RegisterPerson') return register(command, state);
  if (state.situation === 'NotRegistered') return { refusal: 'PersonUnknown' };
  switch (command.type) {
    case 'CorrectPerson':
      return correct(command, state);
    case 'RequestErasure':
      return requestErasure(command, state);
    case 'ConfirmErasure':
      return confirmErasure(command, state);
    case 'ErasePerson':
      return erase(command, state);
  }
}

function register(command: Command<'RegisterPerson'>, state: PersonState): Decided {
  const registered = { ...command, type: 'PersonRegistered' } as const;
  if (state.situation === 'NotRegistered') return [registered];
  return same(state.registered, registered) ? [] : { refusal: 'PersonAlreadyRegistered' };
}

function correct(command: Command<'CorrectPerson'>, state: Known): Decided {
  if (state.situation === 'Erased') return { refusal: 'PersonIsErased', erasedAt: state.erasedAt };
  const { type: _, ...details } = command;
  return same(state.details, details) ? [] : [{ type: 'PersonCorrected', ...details }];
}

function requestErasure({ by, now }: Command<'RequestErasure'>, state: Known): Decided {
  return state.situation === 'Registered' ? [{ type: 'ErasureRequested', by, requestedAt: now }] : [];
}

function confirmErasure({ by, now }: Command<'ConfirmErasure'>, state: Known): Decided {
  if (state.situation === 'Registered') return { refusal: 'ErasureNotRequested' };
  if (state.situation !== 'ErasureRequested') return [];
  if (by === state.requested.by && by !== RETENTION) return { refusal: 'SecondPersonNeeded' };
  return [{ type: 'ErasureConfirmed', by, confirmedAt: now }];
}

/** The first certificate stays: a job that runs twice has nothing left to remove and would say so. */
function erase({ certificate, now }: Command<'ErasePerson'>, state: Known): Decided {
  switch (state.situation) {
    case 'Registered':
      return { refusal: 'ErasureNotRequested' };
    case 'ErasureRequested':
      return { refusal: 'ErasureNotConfirmed' };
    case 'ErasureConfirmed':
      return [{ type: 'PersonErased', erasedAt: now, certificate }];
    case 'Erased':
      return [];
  }
}
