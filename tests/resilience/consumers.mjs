import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { check } from './history.mjs';
import { Child, eventually, found, joins, quiet } from './place.mjs';

/** F3, F5, F6: consumers race for the same events and are killed, or frozen and woken, in the middle of a batch. */
export async function consumers(place, chance, { kills, events = 1500, instances = 2, mutant = 'none' }) {
  const [tenant, team] = [randomUUID(), randomUUID()];
  await place.owner.query(`drop schema if exists resilience cascade; create schema resilience;
    create table resilience.effects (id text not null); grant usage on schema resilience to rapport_app;
    grant insert on resilience.effects to rapport_app`);
  await place.send(tenant, found(tenant, team));
  const children = Array.from(
    { length: instances },
    () => new Child('tests/resilience/consumer.mjs', place.settings, { args: [tenant, mutant] }),
  );
  const effects = async () =>
    (await place.owner.query('select id from resilience.effects')).rows.map((r) => r.id);
  const logged = async () => {
    const { rows } = await place.owner.query('select stream, revision from log.events where tenant_id = $1', [
      tenant,
    ]);
    return rows.map((r) => `${r.stream}@${r.revision}`);
  };
  try {
    for (const child of children) child.start();
    // On a slow machine one would have done all before the other is there.
    await eventually('all follow the log', async () => children.every((child) => child.heard('following')));
    let written = 0;
    const write = async (count) => {
      await place.send(
        tenant,
        Array.from({ length: count }, () => joins(team, randomUUID())),
      );
      written += count;
    };
    for (let kill = 0; kill < kills; kill++) {
      await write(Math.ceil(events / Math.max(kills, 1)));
      const before = (await effects()).length;
      await eventually('somebody works', async () => (await effects()).length > before, 30_000).catch(
        () => undefined,
      );
      await pause(chance.between(0, 60));
      const victim = chance.pick(children);
      if (chance.next() < 0.2) {
        await victim.signal('SIGSTOP');
        await pause(chance.between(50, 400));
        await victim.signal('SIGCONT');
      } else {
        await victim.signal('SIGKILL');
        victim.start();
      }
    }
    const all = await logged();
    // One that is right comes to an end; one with a mistake may never, and is done when nothing moves any more.
    const finished = async () => new Set(await effects()).size >= all.length;
    if (mutant === 'none') await eventually('all is done', finished).catch(() => undefined);
    await quiet(async () => (await effects()).length, mutant === 'none' ? 500 : 1500);
    const operations = new Map(all.map((id) => [id, 'ok']));
    return {
      acknowledged: written + 2,
      counts: { 'a consumer killed or frozen': kills },
      ...check(operations, all, await effects()),
    };
  } finally {
    for (const child of children) await child.signal('SIGKILL');
  }
}
