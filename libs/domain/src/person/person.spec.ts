import { describe, expect, it } from '@jest/globals';
import { streamOf, type ClientId, type TenantId } from '../kernel/ids.js';
import { scenariosOf } from '../kernel/scenario.js';
import { personDecider } from './person.decider.js';
import { RETENTION, type PersonCommand, type PersonEvent } from './person.js';

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

describe('erasure', () => {
  const [personId, admin] = ['e1', 'a1'].map((end) => `00000000-0000-4000-8000-0000000000${end}`);
  const [at, later] = ['2026-05-01T10:00:00.000Z', '2026-05-02T10:00:00.000Z'] as const;
  const certificate = { removed: { profiles: 1 }, keyDestroyedAt: later, sha256: 'ab'.repeat(32) };
  const request = (by = personId!): PersonCommand => ({ type: 'RequestErasure', by, now: at });
  const requested = (by = personId!): PersonEvent => ({ type: 'ErasureRequested', by, requestedAt: at });
  const confirm = (by = admin!): PersonCommand => ({ type: 'ConfirmErasure', by, now: later });
  const confirmed = (by = admin!): PersonEvent => ({ type: 'ErasureConfirmed', by, confirmedAt: later });
  const erase: PersonCommand = { type: 'ErasePerson', certificate, now: later };
  const erased: PersonEvent = { type: 'PersonErased', erasedAt: later, certificate };
  const gone = [registered, requested(), confirmed(), erased];

  it('is requested, confirmed by somebody else, and done', () => {
    given(registered).when(request()).thenEvents(requested());
    given(registered, requested()).when(confirm()).thenEvents(confirmed());
    given(registered, requested(), confirmed()).when(erase).thenEvents(erased);
  });
  it('is not confirmed by who asked for it', () =>
    given(registered, requested(admin)).when(confirm(admin)).thenRefused({ refusal: 'SecondPersonNeeded' }));
  it('needs no second person where the retention clock acts, for that was agreed beforehand', () =>
    given(registered, requested(RETENTION)).when(confirm(RETENTION)).thenEvents(confirmed(RETENTION)));
  it('is not done unless requested and confirmed', () => {
    given(registered).when(confirm()).thenRefused({ refusal: 'ErasureNotRequested' });
    given(registered).when(erase).thenRefused({ refusal: 'ErasureNotRequested' });
    given(registered, requested()).when(erase).thenRefused({ refusal: 'ErasureNotConfirmed' });
  });
  it('is for good', () => {
    given(...gone)
      .when({ type: 'CorrectPerson', ...details, email: null })
      .thenRefused({ refusal: 'PersonIsErased', erasedAt: later });
    given(...gone, registered, corrected, requested())
      .when(erase)
      .thenNothing();
  });
  it('is refused for an unknown person', () => {
    for (const command of [request(), confirm(), erase])
      given().when(command).thenRefused({ refusal: 'PersonUnknown' });
  });
  it('is quiet when repeated; the first certificate stays', () => {
    given(registered, requested()).when(request(admin)).thenNothing();
    given(...gone)
      .when(request())
      .thenNothing();
    given(registered, requested(), confirmed()).when(confirm(personId)).thenNothing();
    given(...gone)
      .when({ ...erase, certificate: { ...certificate, removed: {} } } as PersonCommand)
      .thenNothing();
  });
});

describe('two tenants', () => {
  it('have different streams for people with one id', () => {
    const id = '00000000-0000-4000-8000-0000000000e1';
    const [a, b] = ['1', '2'].map((n) => `${n}0000000-0000-4000-8000-000000000000` as TenantId);
    expect(streamOf('Person', a!, id)).not.toBe(streamOf('Person', b!, id));
  });
});
