import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AddressedCommand, TenantId } from '@rapport/domain';
import { tenantOf } from '@rapport/read-models';
import {
  assessment,
  CLIENT,
  CLIENT_REPORT,
  COACH_REPORT,
  ENGAGEMENT,
  firmCommands,
  MARKETING,
  person,
  SALES,
  SECOND_WAVE,
  TRIO,
  USERS,
  WAVE,
} from '../../apps/gateway/src/firm.fixture.js';
import { openWorld, type Answer, type World } from '../../apps/gateway/src/world.fixture.js';
import { idPlaces, operations, plain, put } from './operations.js';

const [NORTH, SOUTH] = [tenantOf('north'), tenantOf('south')];

/** The twin's ids: the same but for one digit, so that no id of one firm is an id of the other. */
const foreign = (id: string) => id.replace('-4000-8000-', '-4000-9000-');
const twin = (tenant: TenantId): readonly AddressedCommand[] =>
  JSON.parse(
    JSON.stringify(firmCommands(tenant, 'north')).replace(/[0-9a-f]0000000-0000-4000-8000-\d{12}/g, foreign),
  ) as readonly AddressedCommand[];

const OWN = [
  ...[CLIENT, ENGAGEMENT, MARKETING, SALES, TRIO, WAVE, SECOND_WAVE, CLIENT_REPORT, COACH_REPORT],
  ...[person(1), person(12), assessment(1, 1), assessment(1, 12), USERS.coach, USERS.clientViewer],
];
const MISSING = (id: string) => id.replace('-4000-8000-', '-4000-a000-');
const THERE = {
  ...{ id: WAVE, engagementId: ENGAGEMENT, clientOrganisationId: CLIENT, waveId: WAVE, teamId: MARKETING },
  ...{ teamA: MARKETING, teamB: SALES, teamIds: [MARKETING], personId: person(1), userId: USERS.coach },
  ...{
    assessmentId: assessment(1, 1),
    reportId: CLIENT_REPORT,
    firstWaveId: WAVE,
    secondWaveId: SECOND_WAVE,
  },
  ...{ comparedWithWaveId: null, first: 5, after: null, idempotencyKey: null, dryRun: true },
};

let world: World;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  world = await openWorld();
  await world.send(NORTH, ...firmCommands(NORTH, 'north'));
  await world.send(SOUTH, ...twin(SOUTH));
  for (const [name, id] of Object.entries(USERS)) cookies[name] = await world.userSession(NORTH, id);
  cookies['participant'] = await world.participantSession(NORTH, person(1));
}, 60_000);
afterAll(() => world.close());

/** What an answer says, without the id that was asked for. */
const said = ({ status, data, errors }: Answer, id: string): string =>
  JSON.stringify({ status, data, errors }).replaceAll(id, '<id>');

describe('ids of the firm next door', () => {
  it('answer like ids that nobody has: every field, every id, every role', async () => {
    let tried = 0;
    const told: string[] = [];
    const broken: string[] = [];
    for (const { kind, name, args, text } of operations) {
      const given = Object.fromEntries(args.map((arg) => [arg.name, plain(arg.name, arg.type, THERE)]));
      for (const place of idPlaces(args))
        for (const [role, cookie] of Object.entries(cookies)) {
          const ask = async (id: string) => {
            const answer = await world.ask(cookie, text, put(given, place, id) as Record<string, unknown>);
            if (answer.status >= 500) broken.push(`${name} ${place.join('.')} ${role}: ${answer.status}`);
            return said(answer, id);
          };
          const missing = await ask(MISSING(WAVE));
          for (const own of OWN) {
            tried++;
            const answer = await ask(foreign(own));
            if (answer !== missing)
              told.push(`${kind} ${name} ${place.join('.')} as ${role}: ${answer} / ${missing}`);
          }
        }
    }
    for (const [role, cookie] of Object.entries(cookies))
      for (const path of [
        '/api/reports/<id>/pdf',
        '/api/reports/<id>/json',
        '/api/my-exports/<id>/json',
        '/api/erasures/<id>',
      ]) {
        const get = async (id: string) => {
          const response = await world.fetch(path.replace('<id>', id), { headers: { cookie } });
          return `${response.status} ${(await response.text()).replaceAll(id, '<id>')}`;
        };
        const missing = await get(MISSING(WAVE));
        for (const own of OWN) {
          tried++;
          if ((await get(foreign(own))) !== missing) told.push(`${path} ${own} as ${role}`);
        }
      }
    console.info(`foreign ids tried: ${tried}`);
    expect(broken).toEqual([]);
    expect(told).toEqual([]);
    expect(tried).toBeGreaterThan(5000);
  }, 240_000);

  it('would be told apart: ids of the own firm are, in the same operations', async () => {
    const seen = new Set<string>();
    const queries = operations.filter(({ kind, args }) => kind === 'query' && [...idPlaces(args)].length > 0);
    for (const { name, args, text } of queries) {
      const given = Object.fromEntries(args.map((arg) => [arg.name, plain(arg.name, arg.type, THERE)]));
      for (const place of idPlaces(args))
        for (const cookie of Object.values(cookies))
          for (const own of OWN) {
            const answers = [own, MISSING(WAVE)].map(async (id) =>
              said(await world.ask(cookie, text, put(given, place, id) as Record<string, unknown>), id),
            );
            const [mine, missing] = await Promise.all(answers);
            if (mine !== missing) seen.add(name);
          }
    }
    const blind = queries.map(({ name }) => name).filter((name) => !seen.has(name));
    // The firm has none of these; everything else can be told apart.
    expect(blind).toEqual(['agreement', 'releases', 'release']);
  }, 120_000);
});
