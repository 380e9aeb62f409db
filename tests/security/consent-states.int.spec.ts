import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bfi25, bfi25Norm } from '@rapport/content';
import { DEFAULT_BAND_RULE } from '@rapport/psychometrics';
import {
  CONSENT,
  type AddressedCommand,
  type AssessmentCommand,
  type ConsentCell,
  type ConsentState,
  type ConsentViewer,
  type Recipient,
} from '@rapport/domain';
import {
  answers,
  assessment,
  CLIENT,
  ENGAGEMENT,
  MARKETING,
  person,
  SALES,
  SECOND_WAVE,
  TEAM_OF,
  USERS,
  WAVE,
} from '../../apps/gateway/src/firm.fixture.js';
import { openWorld, type World } from '../../apps/gateway/src/world.fixture.js';
import { NORTH, openFirms, type Someone } from './people.js';

/** Who is in which state, in the second wave; whoever is only invited is in the first. */
const IN_STATE = { S0: 15, S2: 2, S3: 3, S4: 4, S5: 5, S6: 6, W: 7 } as const satisfies Partial<
  Record<ConsentState, number>
>;
type State = keyof typeof IN_STATE | 'S1';
const TO: Partial<Record<State, Recipient>> = {
  S3: { kind: 'coach', userId: USERS.coach },
  S4: { kind: 'consultant', userId: USERS.consultant },
  S5: { kind: 'team', userId: null },
  S6: { kind: 'client', userId: USERS.clientViewer },
};
const TABLE = structuredClone(CONSENT);

let world: World;
let people: readonly Someone[];
const of = (n: number, ...commands: AssessmentCommand[]): AddressedCommand[] =>
  commands.map((command) => ({ category: 'Assessment', id: assessment(n === 15 ? 1 : 2, n), command }));
const notice = { noticeVersion: '1', noticeHash: `sha256:${'a'.repeat(64)}`, locale: 'de' as const };
beforeAll(async () => {
  world = await openWorld();
  people = await openFirms(world);
  const now = '2026-03-01T09:00:00.000Z';
  const release = (recipient: Recipient): AssessmentCommand => ({
    ...{ type: 'ReleaseProfile', recipient, ...notice, expiresAt: null, now },
  });
  // So many that nobody's absence shows, and the map of the team is drawn.
  for (let n = 21; n <= 30; n++)
    await world.send(
      NORTH,
      {
        category: 'Person',
        id: person(n),
        command: { type: 'RegisterPerson', clientId: CLIENT, name: `Person ${n}`, email: null, locale: 'de' },
      },
      ...of(n, {
        ...{ type: 'OpenAssessment', waveId: SECOND_WAVE, engagementId: ENGAGEMENT, personId: person(n) },
        ...{ teamId: MARKETING, instrument: { id: bfi25.id, version: bfi25.version } },
        norm: { id: bfi25Norm.id, version: bfi25Norm.version },
        bandRule: DEFAULT_BAND_RULE,
        items: bfi25.items.map((item) => item.id),
        range: { min: bfi25.response.min, max: bfi25.response.max },
      }),
      ...answers(2, n),
    );
  for (const [state, n] of Object.entries(IN_STATE)) {
    const to = TO[state as State];
    if (n !== 15) await world.send(NORTH, ...of(n, { type: 'ViewOwnResult', now }));
    if (to) await world.send(NORTH, ...of(n, release(to)));
  }
  const all = Object.values(TO);
  await world.send(
    NORTH,
    ...of(
      7,
      ...all.map(release),
      ...all.map((recipient): AssessmentCommand => ({ type: 'RevokeProfileRelease', recipient, now })),
    ),
  );
}, 60_000);
afterAll(() => world.close());

const viewersOf = async (n: number): Promise<readonly (readonly [ConsentViewer, Someone, boolean])[]> => {
  const at = (viewer: Someone['viewer'], place: Someone['place']) =>
    people.find((who) => who.viewer === viewer && who.place === place)!;
  const participant = async (id: string): Promise<Someone> => {
    const cookie = await world.participantSession(NORTH, id);
    return { ...at('participant', 'own'), ask: (text, variables) => world.ask(cookie, text, variables) };
  };
  return [
    ['self', await participant(person(n)), true],
    ['team-member', await participant(person(TEAM_OF(n) === MARKETING ? 1 : 8)), false],
    ['coach', at('coach', 'own'), true],
    ['consultant', at('consultant', 'own'), true],
    ['other-staff', at('firm-admin', 'own'), false],
    ...(['unassigned', 'expired'] as const).flatMap((place) =>
      (['coach', 'consultant'] as const).map((viewer) => ['other-staff', at(viewer, place), false] as const),
    ),
    ['client', at('client-viewer', 'own'), true],
    ['client', at('client-admin', 'own'), false],
    ['client', at('client-viewer', 'other organisation'), false],
    ['works-council-observer', at('works-council-observer', 'own'), false],
    ['api-key', at('api-key', 'own'), false],
    ['api-key', at('api-key', 'limited to the own organisation'), false],
  ];
};

/** What one of them sees of a person, on each way there is. */
async function seen(
  who: Someone,
  n: number,
): Promise<Record<'profile' | 'shared' | 'map' | 'status', boolean>> {
  const name = `Person ${String(n).padStart(2, '0')}`;
  const id = assessment(n === 15 ? 1 : 2, n);
  const wave = n === 15 ? WAVE : SECOND_WAVE;
  const [profile, shared, map, status] = await Promise.all([
    who.ask('query ($id: ID!) { profile(assessmentId: $id) { answered } }', { id }),
    who.ask('{ profilesReleasedToMe { assessmentId } }'),
    who.ask(
      'query ($w: ID!, $t: ID!) { teamPersonality(waveId: $w, teamId: $t) { motives { members { name } } } }',
      {
        ...{ w: wave, t: n <= 6 || n === 15 ? MARKETING : SALES },
      },
    ),
    who.ask('query ($id: ID!) { wave(id: $id) { participants(first: 100) { nodes { person { name } } } } }', {
      id: wave,
    }),
  ]);
  return {
    profile: (profile.at('profile') ?? null) !== null,
    shared: JSON.stringify(shared.data).includes(id),
    map: JSON.stringify(map.data).includes(`"${name}"`),
    status: JSON.stringify(status.data).includes(`"${name}"`),
  };
}

/** What the table says of the same; `named` is whoever the releases of this test name. */
function wanted(viewer: ConsentViewer, { view }: ConsentCell, named: boolean, n: number) {
  const profile = view === 'full' || (view === 'profile' && named);
  const staff = viewer === 'coach' || viewer === 'consultant';
  return {
    // Nothing to see before there are answers.
    profile: profile && n !== 15,
    shared: profile && viewer !== 'self',
    map: staff && (view === 'profile' || view === 'team-view'),
    // A coach who is assigned sees who takes part, as the matrix of roles says.
    status: staff,
  };
}

const deviations = async (states: readonly State[]) => {
  const wrong: string[] = [];
  let cells = 0;
  for (const state of states) {
    const n = state === 'S1' ? IN_STATE.S0 : IN_STATE[state];
    for (const [viewer, who, named] of await viewersOf(n)) {
      const [got, want] = [await seen(who, n), wanted(viewer, TABLE[viewer].cells[state], named, n)];
      for (const way of ['profile', 'shared', 'map', 'status'] as const) {
        cells++;
        if (got[way] !== want[way])
          wrong.push(`${way} in ${state} to ${viewer} (${who.viewer}, ${who.place}): ${got[way]}`);
      }
    }
  }
  return { wrong, cells };
};

describe('the table of consent over the API', () => {
  it('is what it says: every viewer in every state, on every way to a person', async () => {
    const first = await deviations(['S0', 'S2', 'S3', 'S4', 'S5', 'S6', 'W']);
    await world.send(NORTH, ...of(15, { type: 'AgreeToParticipate', ...notice }));
    const second = await deviations(['S1']);
    console.info(`cells of the table of consent tried: ${first.cells + second.cells}`);
    expect([...first.wrong, ...second.wrong]).toEqual([]);
  }, 120_000);

  it('would be noticed to be wrong: a view opened, and one shut', async () => {
    for (const [viewer, state, view] of [
      ['consultant', 'S5', 'profile'],
      ['coach', 'S3', 'none'],
      ['client', 'S6', 'aggregate'],
    ] as const) {
      const cells = CONSENT[viewer].cells as Record<ConsentState, ConsentCell>;
      const cell = cells[state];
      cells[state] = { ...cell, view };
      expect((await deviations([state])).wrong).not.toEqual([]);
      cells[state] = cell;
    }
  }, 60_000);
});
