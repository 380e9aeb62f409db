import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CAPABILITIES, MATRIX, type Capability, type Cell, type Viewer } from '@rapport/domain';
import { openWorld, SECRET, type World } from '../../apps/gateway/src/world.fixture.js';
import { signServiceToken } from '@rapport/platform';
import { operations, plain, schema } from './operations.js';
import { NORTH, openFirms, type Someone } from './people.js';
import { prepare, probesOf, type Probe } from './probes.js';

let world: World;
let people: readonly Someone[];
let probes: readonly Probe[];
beforeAll(async () => {
  world = await openWorld();
  people = await openFirms(world);
  await prepare(world, people);
  probes = probesOf(world);
}, 60_000);
afterAll(() => world.close());

/** Cells that the table grants and no operation offers: there, too, everybody is refused. */
const NOT_OFFERED = new Set<`${Capability} ${Viewer}`>([
  // The release that would open them cannot be given yet.
  'raw-answers coach',
  'individual-profile api-key',
  'export-individual-data api-key',
  'export-individual-data consultant',
  // A participant sees the own result; the team's pages are shown by the coach.
  'team-aggregate participant',
  'named-team-map participant',
  // Asked for outside the product; whoever raises it is the administrator.
  'change-cuts works-council-observer',
  // Of the log they read settings and counts, and who signed in is neither.
  'read-audit-log works-council-observer',
]);
/** Capabilities of nothing that the API has; what would give them away is looked for in the schema. */
const WITHOUT_OPERATION = [
  'manage-tenants',
  'coach-notes',
  'filter-people',
  'view-as-user',
  'use-data-keys',
] as const satisfies readonly Capability[];

/** What a second guard holds shut although the table were opened: accounts of the person, of the firm, of the client. */
const GUARDED_TWICE: readonly string[] = [
  'raw-answers opened',
  'team-aggregate opened',
  'give-consent opened',
  'export-individual-data opened',
];

/** The table as it is, however it is changed here. */
const TABLE = structuredClone(MATRIX);

/** What the cell says, read without the product's own reading of it. */
function expected({ codes, words }: Cell, { capability, facts }: Probe, { viewer, place }: Someone): boolean {
  const { ofTheFirm = false, self } = facts;
  if (codes.length === 0 || NOT_OFFERED.has(`${capability} ${viewer}`)) return false;
  // Whatever firm somebody is of, they may there what their counterpart may here.
  if (place === 'other firm' && !ofTheFirm) return false;
  if (viewer === 'api-key' && place !== 'own' && place !== 'other firm')
    if (place !== 'limited to the own organisation' || ofTheFirm) return false;
  if (place === 'other organisation' && !ofTheFirm) return false;
  // Of the log a client reads what its own people did.
  if (words.startsWith('own org') && facts.ofOthers) return false;
  // Named one by one, people are invited by those who see them; all others have the system choose.
  if (
    capability === 'invite-participants' &&
    facts.names &&
    (viewer === 'client-admin' || viewer === 'api-key')
  )
    return false;
  return codes.every((code) => {
    if (code === 'S') return self === 'only' && ofTheFirm ? true : self !== undefined && place === 'own';
    if (self === 'only') return false;
    switch (code) {
      case '✔':
        if (words === 'released') return facts.unreleasedReport !== true;
        return words !== 'own' || facts.ofOthers !== true;
      case 'E':
        return place === 'own' && !ofTheFirm && facts.noEngagement !== true;
      case 'A':
      case '↑':
        return true;
      case 'C':
        return place === 'own' && (facts.releasedTo ?? []).includes(viewer);
      case '#':
        return facts.names !== true;
      default:
        return false;
    }
  });
}

describe('the matrix of roles over the API', () => {
  it('has an operation for every capability that the API offers', () => {
    const offered = new Set(probes.map(({ capability }) => capability));
    expect(CAPABILITIES.filter((each) => !offered.has(each))).toEqual(WITHOUT_OPERATION);
    const names = Object.values(schema.getTypeMap()).flatMap((type) =>
      'getFields' in type ? Object.keys(type.getFields()) : [],
    );
    expect(
      names.filter((name) =>
        /tenant|foundFirm|coachNote|filter|search|asUser|impersonate|dataKey/i.test(name),
      ),
    ).toEqual([]);
  });

  const wantedOf = (probe: Probe, who: Someone): boolean =>
    expected(TABLE[probe.capability].cells[who.viewer], probe, who);

  /** What a probe got of somebody, if it is not what the table says. */
  const deviation = async (probe: Probe, who: Someone): Promise<string | null> => {
    const wanted = wantedOf(probe, who);
    const about = `${probe.capability} (${probe.name}) by ${who.viewer}, ${who.place}`;
    try {
      const got = await probe.tried(who);
      return got === wanted ? null : `${about}: ${got ? 'allowed' : 'denied'}`;
    } catch (error) {
      return `${about}: ${String(error)}`;
    }
  };

  it('notices a cell that is opened or shut: one of every capability', async () => {
    const unnoticed: string[] = [];
    let planted = 0;
    for (const capability of CAPABILITIES) {
      const own = probes.filter((each) => each.capability === capability && !/Erasure/.test(each.name));
      const holders = people.filter(({ viewer, place }) => place === 'own' && viewer !== 'api-key');
      for (const [codes, wanted] of [
        [['–'], true],
        [['✔'], false],
      ] as const) {
        const fits = holders.filter((who) => own.some((probe) => wantedOf(probe, who) === wanted));
        if (own.length === 0 || fits.length === 0) continue;
        planted++;
        let noticed = false;
        for (const who of fits) {
          const { cells } = MATRIX[capability] as { cells: Record<string, Cell> };
          const cell = cells[who.viewer]!;
          cells[who.viewer] = { codes, words: '', written: codes[0] };
          for (const probe of own) noticed ||= (await deviation(probe, who)) !== null;
          cells[who.viewer] = cell;
          if (noticed) break;
        }
        if (!noticed) unnoticed.push(`${capability} ${wanted ? 'shut' : 'opened'}`);
      }
    }
    console.info(`cells opened or shut: ${planted}, unnoticed: ${unnoticed.join(', ') || 'none'}`);
    expect(unnoticed).toEqual(GUARDED_TWICE);
    expect(planted).toBeGreaterThanOrEqual(40);
  }, 120_000);

  it('is what it says, cell by cell', async () => {
    const wrong: string[] = [];
    let cells = 0;
    for (const probe of probes) {
      const mayNot = people.filter((who) => !wantedOf(probe, who));
      // Whoever is refused leaves everything as it is, so that all of them can try at once.
      const found = await Promise.all(mayNot.map((who) => deviation(probe, who)));
      for (const who of people.filter((each) => !mayNot.includes(each)))
        found.push(await deviation(probe, who));
      wrong.push(...found.filter((each) => each !== null));
      cells += found.length;
    }
    console.info(`cells of the matrix tried: ${cells}, deviations: ${wrong.length}`);
    expect(wrong).toEqual([]);
    expect(cells).toBeGreaterThan(2000);
  }, 240_000);

  it('opens nothing to a service or an operator: no token of theirs is a way in', async () => {
    const claims = { tenantId: NORTH, actorId: 'operator:1', commandId: randomUUID() };
    let tried = 0;
    for (const service of ['reporting', 'operator']) {
      const authorization = `Bearer ${await signServiceToken(SECRET, { ...claims, service })}`;
      for (const { text, args } of operations) {
        tried++;
        const there = { id: NORTH };
        const variables = Object.fromEntries(args.map((arg) => [arg.name, plain(arg.name, arg.type, there)]));
        const answer = await world.ask(null, text, variables, { authorization });
        // After a while, keys that are none are not even looked at.
        expect([text, answer.data, [401, 429].includes(answer.status)]).toEqual([text, null, true]);
      }
    }
    console.info(`operations tried as a service or an operator: ${tried}`);
  }, 60_000);
});
