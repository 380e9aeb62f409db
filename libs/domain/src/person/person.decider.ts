import type { Decider, Decision } from '../kernel/decider.js';
import { same } from '../kernel/same.js';
import { evolve, initialState } from './person.js';
import type { PersonCommand, PersonEvent, PersonRefusal, PersonState } from './person.js';

type Decided = Decision<PersonEvent, PersonRefusal>;
type Command<T extends PersonCommand['type']> = Extract<PersonCommand, { type: T }>;

/** A human in a client organisation. */
export const personDecider: Decider<PersonCommand, PersonState, PersonEvent, PersonRefusal> = {
  category: 'Person',
  initialState,
  decide,
  evolve,
};

function decide(command: PersonCommand, state: PersonState): Decided {
  switch (command.type) {
    case 'RegisterPerson':
      return register(command, state);
    case 'CorrectPerson':
      return correct(command, state);
  }
}

function register(command: Command<'RegisterPerson'>, state: PersonState): Decided {
  const registered = { ...command, type: 'PersonRegistered' } as const;
  if (state.situation === 'NotRegistered') return [registered];
  return same(state.registered, registered) ? [] : { refusal: 'PersonAlreadyRegistered' };
}

function correct(command: Command<'CorrectPerson'>, state: PersonState): Decided {
  if (state.situation === 'NotRegistered') return { refusal: 'PersonUnknown' };
  const { type: _, ...details } = command;
  return same(state.details, details) ? [] : [{ type: 'PersonCorrected', ...details }];
}
