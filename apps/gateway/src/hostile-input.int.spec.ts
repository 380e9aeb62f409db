import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tenantOf } from '@rapport/read-models';
import {
  buildSchema,
  isCompositeType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputType,
} from 'graphql';
import { CLIENT, ENGAGEMENT, firmCommands, MARKETING, person, USERS, WAVE } from './firm.fixture.js';
import { typeDefs } from './graphql/schema.js';
import { openWorld, type World } from './world.fixture.js';

const NORTH = tenantOf('north');
const schema = buildSchema(typeDefs);

/** What an integrator's program sends by mistake, and what someone else sends on purpose. */
const HOSTILE: readonly (readonly [string, unknown])[] = [
  ['a NUL', 'a\u0000b'],
  ['a lone surrogate', 'a\ud800b'],
  ['nothing', ''],
  ['blanks', ' \t\n '],
  ['a path', '../../../etc/passwd'],
  ['SQL', `'; drop table read.engagements; --`],
  ['200,000 characters', 'x'.repeat(200_000)],
  ['letters of two directions', 'abc\u202eגדה\u200b'],
  ['a prototype', '__proto__'],
  ['a number', 7],
  ['a number beyond all', 1e308],
  ['an object', { a: 1 }],
  ['a list', ['a', 'b']],
  ['null', null],
];

/** Ids that are there, so that a hostile value meets what lies behind the first check. */
const THERE: Readonly<Record<string, unknown>> = {
  ...{ engagementId: ENGAGEMENT, clientOrganisationId: CLIENT, waveId: WAVE, teamId: MARKETING },
  ...{ teamA: MARKETING, teamB: MARKETING, personId: person(1), userId: USERS.coach },
  ...{ email: 'new@acme.example', validFrom: '2026-01-01', validTo: '2026-02-01', first: 5 },
};

function plain(name: string, type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return plain(name, type.ofType);
  if (isListType(type)) return [plain(name, type.ofType)];
  if (name in THERE) return THERE[name];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields()).map((field) => [field.name, plain(field.name, field.type)]),
    );
  const scalars: Record<string, unknown> = {
    ...{ Int: 5, Float: 1, Boolean: false, Day: '2026-03-01', Instant: '2026-03-01T09:00:00.000Z' },
    ...{ ID: WAVE, String: 'Something' },
  };
  return scalars[getNamedType(type).name] ?? 'Something';
}

/** Every place in the arguments that takes a single value. */
function* placesIn(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* placesIn(inner, [...path, key]);
  else yield path;
}
function put(value: unknown, [first, ...rest]: readonly string[], hostile: unknown): unknown {
  if (first === undefined) return hostile;
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  (copy as Record<string, unknown>)[first] = put((value as Record<string, unknown>)[first], rest, hostile);
  return copy;
}

let world: World;
let cookie: string;
let administrator: string;
beforeAll(async () => {
  world = await openWorld();
  await world.send(NORTH, ...firmCommands(NORTH, 'north'));
  cookie = await world.userSession(NORTH, USERS.consultant);
  administrator = await world.userSession(NORTH, USERS.admin);
}, 60_000);
afterAll(() => world.close());

const operations = (['query', 'mutation'] as const).flatMap((kind) =>
  Object.values((kind === 'query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {})
    .filter(({ args }) => args.length > 0)
    .map(({ name, args, type }) => [kind, name, args, isCompositeType(getNamedType(type))] as const),
);

describe.each(operations)('%s %s', (kind, name, args: readonly GraphQLArgument[], composite) => {
  const given = Object.fromEntries(args.map((arg) => [arg.name, plain(arg.name, arg.type)]));
  const parameters = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const selection =
    kind === 'mutation' ? '{ __typename ... on InvalidInput { problems { field } } }' : '{ __typename }';
  const text = `${kind} (${parameters}) { ${name}(${passed}) ${composite ? selection : ''} }`;

  it('answers whatever it is given by a result, a refusal or a bad request', async () => {
    for (const path of placesIn(given)) {
      // What is costly has a limit of its own.
      await world.pool.query('delete from access.attempts');
      for (const [what, hostile] of HOSTILE) {
        const answer = await world.ask(cookie, text, put(given, path, hostile) as Record<string, unknown>);
        const said = `${path.join('.')} = ${what}: ${answer.status} ${JSON.stringify(answer.errors).slice(0, 300)}`;
        expect(`${said}`).not.toMatch(/INTERNAL_SERVER_ERROR|UNAVAILABLE|stack|postgres/i);
        expect([200, 400]).toContain(answer.status);
      }
    }
  }, 120_000);
});

describe('a list', () => {
  const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ type }) =>
    getNamedType(type).name.endsWith('Connection'),
  );
  it.each(lists.map((field) => [field.name, field] as const))(
    '%s pages within bounds, and names the argument that is out of them',
    async (name, field) => {
      const needed = field.args.filter((arg) => arg.name !== 'first' && isNonNullType(arg.type));
      const own = needed.map((arg) => `${arg.name}: ${JSON.stringify(plain(arg.name, arg.type))}`).join(', ');
      for (const [page, argument] of [
        ['first: 0', 'first'],
        ['first: -1', 'first'],
        ['first: 101', 'first'],
        ['first: 5, after: "nonsense"', 'after'],
      ]) {
        const answer = await world.ask(
          administrator,
          `{ ${name}(${[own, page].filter(Boolean).join(', ')}) { totalCount } }`,
        );
        expect(answer.status).toBe(400);
        expect(answer.errors[0]?.message).toContain(argument);
      }
    },
  );
});
