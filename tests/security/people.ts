import { randomUUID } from 'node:crypto';
import {
  type AddressedCommand,
  type ClientId,
  type Role,
  type TenantId,
  type UserId,
  type Viewer,
} from '@rapport/domain';
import { API_KEY_SCOPES, createApiKey, tenantOf } from '@rapport/read-models';
import {
  CLIENT,
  ENGAGEMENT,
  firmCommands,
  OTHER_CLIENT,
  person,
  USERS,
} from '../../apps/gateway/src/firm.fixture.js';
import type { Answer, World } from '../../apps/gateway/src/world.fixture.js';

export const NORTH = tenantOf('north');
export const SOUTH = tenantOf('south');

/** The firm next door: the same people and things, under ids that differ by one digit. */
const twin = (tenant: TenantId): readonly AddressedCommand[] =>
  JSON.parse(
    JSON.stringify(firmCommands(tenant, 'north')).replace(
      /([0-9a-f]0000000-0000-4000)-8000-(\d{12})/g,
      '$1-9000-$2',
    ),
  ) as readonly AddressedCommand[];
const nextDoor = (id: string) => id.replace('-8000-', '-9000-');

/** Where somebody stands to the engagement, the organisation and the person that are asked about. */
export type Place =
  /** Assigned, of the organisation, the person itself, or of the firm as a whole. */
  | 'own'
  | 'unassigned'
  | 'expired'
  | 'other organisation'
  | 'other firm'
  | 'other person'
  | 'limited to the own organisation'
  | 'without the scope';

/** Somebody who asks: a role of the matrix at a place. */
export interface Someone {
  readonly viewer: Viewer;
  readonly place: Place;
  /** The account, where there is one. */
  readonly userId: UserId | null;
  ask(text: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** The status of a file. */
  get(path: string): Promise<number>;
}

const PAST = '2020-12-31';
const more = {
  ...{ coachElsewhere: randomUUID() as UserId, consultantBefore: randomUUID() as UserId },
  ...{ coachBefore: randomUUID() as UserId, observer: randomUUID() as UserId },
  ...{ otherViewer: randomUUID() as UserId, otherObserver: randomUUID() as UserId },
};
export const OBSERVER = more.observer;

export const addUser = (userId: UserId, role: Role, clientId: ClientId | null): AddressedCommand => ({
  category: 'Firm',
  id: NORTH,
  command: {
    ...{ type: 'AddUser', userId, name: `Some ${role}`, email: `${userId}@firm.example` },
    ...{ roles: [role], clientId },
  },
});
const assign = (userId: UserId, as: 'coach' | 'consultant'): AddressedCommand => ({
  category: 'Engagement',
  id: ENGAGEMENT,
  command: { type: 'AssignStaff', userId, as, until: PAST },
});

/** Two firms, with somebody of every role at every place. */
export async function openFirms(world: World): Promise<readonly Someone[]> {
  await world.send(NORTH, ...firmCommands(NORTH, 'north'));
  await world.send(SOUTH, ...twin(SOUTH));
  await world.send(
    NORTH,
    addUser(more.coachElsewhere, 'coach', null),
    addUser(more.consultantBefore, 'consultant', null),
    addUser(more.coachBefore, 'coach', null),
    addUser(more.observer, 'works-council-observer', CLIENT),
    addUser(more.otherViewer, 'client-viewer', OTHER_CLIENT),
    addUser(more.otherObserver, 'works-council-observer', OTHER_CLIENT),
    assign(more.consultantBefore, 'consultant'),
    assign(more.coachBefore, 'coach'),
  );

  const by = (
    viewer: Viewer,
    place: Place,
    userId: UserId | null,
    headers: Record<string, string>,
  ): Someone => ({
    ...{ viewer, place, userId },
    ask: (text, variables) => world.ask(null, text, variables, headers),
    get: async (path) => {
      const response = await world.fetch(path, { headers });
      await response.arrayBuffer();
      return response.status;
    },
  });
  const account = async (viewer: Viewer, place: Place, userId: UserId): Promise<Someone> =>
    by(viewer, place, userId, { cookie: await world.userSession(NORTH, userId) });
  const away = async (viewer: Viewer, userId: UserId): Promise<Someone> =>
    by(viewer, 'other firm', nextDoor(userId) as UserId, {
      cookie: await world.userSession(SOUTH, nextDoor(userId)),
    });
  const participant = async (place: Place, tenant: TenantId, id: string): Promise<Someone> =>
    by('participant', place, null, { cookie: await world.participantSession(tenant, id) });
  const key = async (place: Place, tenant: TenantId, clientId: ClientId | null, scopes = API_KEY_SCOPES) => {
    const made = await createApiKey(
      world.pool,
      tenant,
      {
        ...{ id: randomUUID(), name: place, scopes, clientId },
        expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      },
      'system:test',
    );
    return by('api-key', place, null, { authorization: `Bearer ${made!.key}` });
  };

  return Promise.all([
    account('firm-admin', 'own', USERS.admin),
    away('firm-admin', USERS.admin),
    account('consultant', 'own', USERS.consultant),
    account('consultant', 'unassigned', USERS.stranger),
    account('consultant', 'expired', more.consultantBefore),
    away('consultant', USERS.consultant),
    account('coach', 'own', USERS.coach),
    account('coach', 'unassigned', more.coachElsewhere),
    account('coach', 'expired', more.coachBefore),
    away('coach', USERS.coach),
    account('client-admin', 'own', USERS.clientAdmin),
    account('client-admin', 'other organisation', USERS.otherClient),
    away('client-admin', USERS.clientAdmin),
    account('client-viewer', 'own', USERS.clientViewer),
    account('client-viewer', 'other organisation', more.otherViewer),
    away('client-viewer', USERS.clientViewer),
    account('works-council-observer', 'own', more.observer),
    account('works-council-observer', 'other organisation', more.otherObserver),
    participant('own', NORTH, person(2)),
    participant('other person', NORTH, person(3)),
    participant('other firm', SOUTH, nextDoor(person(2))),
    key('own', NORTH, null),
    key('limited to the own organisation', NORTH, CLIENT),
    key('other organisation', NORTH, OTHER_CLIENT),
    key('without the scope', NORTH, null, []),
    key('other firm', SOUTH, null),
  ]);
}
