import { describe, expect, it } from '@jest/globals';
import { streamOf, type ClientId, type TenantId } from '../kernel/ids.js';
import { scenariosOf } from '../kernel/scenario.js';
import { personDecider } from './person.decider.js';
import type { PersonCommand, PersonEvent } from './person.js';

const given = scenariosOf(personDecider);
const clientId = '00000000-0000-4000-8000-0000000000c1' as ClientId;
const details = { name: 'Jörg Ähre', email: 'joerg@example.org', locale: 'de' } as const;
const registered: PersonEvent = { type: 'PersonRegistered', clientId, ...details };
const corrected: PersonEvent = { type: 'PersonCorrected', ...details, email: null };

describe('RegisterPerson', () => {
  const register: PersonCommand = { type: 'RegisterPerson', clientId, ...details };
  it('registers the person', () => given().when(register).thenEvents(registered));
  it('is refused when somebody else is registered here', () =>
    given(registered)
      .when({ ...register, name: 'Jana Ähre' })
      .thenRefused({ refusal: 'PersonAlreadyRegistered' }));
  it('is quiet when repeated, even after a correction', () =>
    given(registered, corrected).when(register).thenNothing());
});

describe('CorrectPerson', () => {
  const correct: PersonCommand = { type: 'CorrectPerson', ...details, email: null };
  it('corrects the details', () => given(registered).when(correct).thenEvents(corrected));
  it('is refused for an unknown person', () =>
    given().when(correct).thenRefused({ refusal: 'PersonUnknown' }));
  it('is quiet when nothing differs', () => given(registered, corrected).when(correct).thenNothing());
});

describe('two tenants', () => {
  it('have different streams for people with one id', () => {
    const id = '00000000-0000-4000-8000-0000000000e1';
    const [a, b] = ['1', '2'].map((n) => `${n}0000000-0000-4000-8000-000000000000` as TenantId);
    expect(streamOf('Person', a!, id)).not.toBe(streamOf('Person', b!, id));
  });
});
