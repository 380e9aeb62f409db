import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  eventSourceOf,
  inTenant,
  parkedStreams,
  projections,
  replayParked,
} from '../../libs/read-models/dist/index.js';
import { Child, eventually, found, joins } from './place.mjs';
import { POISON } from './planted.mjs';

const TEAMS = 6;

/**
 * F7: a release meets events that it cannot take, and is killed meanwhile. Their streams are parked with an alarm, the
 * others go on, and after the repair a replay puts everything right. The planted mistake passes over such events.
 */
export async function poison(place, chance, { kills, mutant }) {
  const tenant = randomUUID();
  const teams = Array.from({ length: TEAMS }, () => randomUUID());
  const bad = new Set(teams.filter((_, n) => n % 3 === 0));
  await place.send(tenant, [
    ...found(tenant, teams[0]),
    ...teams.slice(1).map((team) => found(tenant, team)[1]),
  ]);
  const child = (mistake) =>
    new Child('tests/resilience/projector.mjs', place.settings, {
      args: [JSON.stringify({ tenant, mutant: mistake })],
    });
  const broken = child(mutant ?? 'cannot take an event');
  const repaired = child('none');
  let sent = 0;
  const write = async (times) => {
    for (let n = 0; n < times; n++) {
      await place.send(tenant, [joins(chance.pick(teams), randomUUID())]);
      sent++;
    }
  };
  const nameOf = (team, name) => [
    { category: 'Team', id: team, command: { type: 'RenameTeam', name, function: 'sales' } },
  ];
  const rows = () =>
    inTenant(place.pool, tenant, async (client) => {
      const { rows } = await client.query('select id, doc from read.teams');
      return new Map(
        rows.map(({ id, doc }) => [id, { name: doc.name, members: doc.members.map((m) => m.personId) }]),
      );
    });
  const logged = async () => {
    const { rows } = await place.owner.query(
      `select stream, data->'clear'->>'personId' as id from log.events
       where tenant_id = $1 and type like 'TeamMemberAdded%' order by tx, position`,
      [tenant],
    );
    return new Map(teams.map((team) => [team, rows.filter((r) => r.stream.endsWith(team)).map((r) => r.id)]));
  };
  const isWhole = async (which) => {
    const [there, log] = [await rows(), await logged()];
    return which.filter((team) => there.get(team)?.members.join() !== log.get(team).join());
  };
  const whole = (which) =>
    eventually('the read model is whole', async () => (await isWhole(which)).length === 0, 20_000).catch(
      () => undefined,
    );
  try {
    broken.start();
    await write(10);
    for (const team of bad) await place.send(tenant, nameOf(team, `${POISON} ${team}`));
    for (let kill = 0; kill < kills; kill++) {
      await write(5);
      await pause(chance.between(0, 150));
      await broken.signal('SIGKILL');
      broken.start();
    }
    await write(10);
    const sound = teams.filter((team) => !bad.has(team));
    await whole(sound);
    const heldBack = await isWhole(sound);
    const seen = async () => (await parkedStreams(place.pool, tenant)).filter((each) => each.parked);
    await eventually('they are parked', async () => (await seen()).length === bad.size, 10_000).catch(
      () => undefined,
    );
    const parked = await seen();
    const alarmed = broken.heard('a stream is parked');
    await broken.signal('SIGKILL');
    repaired.start();
    const source = eventSourceOf(place.log);
    for (const { projection, stream } of parked)
      await replayParked(
        place.pool,
        tenant,
        source,
        projections.find((p) => p.name === projection),
        stream,
      );
    await whole(teams);
    const after = await rows();
    return {
      acknowledged: sent,
      parked: parked.length,
      heldBack,
      notAlarmed: [...bad].filter(() => !alarmed && parked.length === 0),
      skipped: [...bad].filter((team) => after.get(team)?.name !== `${POISON} ${team}`),
      incomplete: await isWhole(teams),
    };
  } finally {
    for (const each of [broken, repaired]) await each.signal('SIGKILL');
  }
}
