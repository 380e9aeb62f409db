import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tenantOf } from '@rapport/read-models';
import {
  assessment,
  CLIENT,
  ENGAGEMENT,
  firmCommands,
  MARKETING,
  SALES,
  TRIO,
  USERS,
  WAVE,
} from './firm.fixture.js';
import { openWorld, type World } from './world.fixture.js';

const NORTH = tenantOf('north');

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.send(NORTH, ...firmCommands(NORTH, 'north'));
});
afterAll(() => world.close());

describe('who is signed in', () => {
  it('is answered for a user', async () => {
    const cookie = await world.userSession(NORTH, USERS.consultant);
    const answer = await world.ask(
      cookie,
      '{ me { id name email roles firm { slug locale } clientOrganisation { id } } }',
    );
    expect(answer).toMatchObject({
      status: 200,
      data: {
        me: {
          id: USERS.consultant,
          name: 'Carl Consultant',
          roles: ['CONSULTANT'],
          firm: { slug: 'north', locale: 'de' },
          clientOrganisation: null,
        },
      },
    });
  });
});
