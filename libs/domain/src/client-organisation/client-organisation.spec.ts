import { describe, it } from '@jest/globals';
import { scenariosOf } from '../kernel/scenario.js';
import { clientOrganisationDecider } from './client-organisation.decider.js';
import type { ClientOrganisationEvent } from './client-organisation.js';

const given = scenariosOf(clientOrganisationDecider);
const registered: ClientOrganisationEvent = { type: 'ClientOrganisationRegistered', name: 'Müller GmbH' };
const renamed: ClientOrganisationEvent = { type: 'ClientOrganisationRenamed', name: 'Müller SE' };

describe('RegisterClientOrganisation', () => {
  const register = { type: 'RegisterClientOrganisation', name: 'Müller GmbH' } as const;
  it('registers the organisation', () => given().when(register).thenEvents(registered));
  it('is refused when another one is registered here', () =>
    given(registered)
      .when({ ...register, name: 'Maier AG' })
      .thenRefused({ refusal: 'ClientOrganisationAlreadyRegistered' }));
  it('is quiet when repeated', () => given(registered).when(register).thenNothing());
  it('is quiet when repeated after a renaming', () =>
    given(registered, renamed).when(register).thenNothing());
});

describe('RenameClientOrganisation', () => {
  const rename = { type: 'RenameClientOrganisation', name: 'Müller SE' } as const;
  it('renames the organisation', () => given(registered).when(rename).thenEvents(renamed));
  it('is refused for an unknown organisation', () =>
    given().when(rename).thenRefused({ refusal: 'ClientOrganisationUnknown' }));
  it('is quiet when that is its name', () => given(registered, renamed).when(rename).thenNothing());
});
