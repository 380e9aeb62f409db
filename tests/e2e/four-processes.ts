import { randomBytes, randomUUID } from 'node:crypto';
import type { FirmCommand, Role, UserId } from '@rapport/domain';
import { sendCommands } from '@rapport/platform';
import { createPool } from '@rapport/platform/database';
import { inTenant, projections, reachedPosition, setPassword, tenantOf } from '@rapport/read-models';
import { freshDatabase, type FreshDatabase } from '@rapport/testing/embedded';
import { builtProduct, eventually, freePort, runToEnd, ServiceProcess } from './service-process.js';

/** The product as it runs in production: four processes that share a database and nothing else. */
export interface FourProcesses {
  readonly database: FreshDatabase;
  readonly secret: string;
  readonly gateway: ServiceProcess;
  readonly assessment: ServiceProcess;
  readonly profiling: ServiceProcess;
  readonly reporting: ServiceProcess;
}

/** Migrates a fresh database and starts the four services on it, with jobs on Redis where one is named. */
export async function startFourProcesses(redisUrl?: string): Promise<FourProcesses> {
  await builtProduct();
  const database = await freshDatabase('four');
  const databases = { DATABASE_URL: database.ownerUrl, KEYS_DATABASE_URL: database.keysUrl };
  await runToEnd('apps/solo/dist/migrate.js', databases);
  const ports = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
  const [gatewayPort, assessmentPort, profilingPort, reportingPort] = ports as [
    number,
    number,
    number,
    number,
  ];
  const secret = randomBytes(32).toString('base64');
  const log = {
    ...databases,
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
    KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    LOG_LEVEL: 'warn',
  };
  const trusted = { ...log, SERVICE_TOKEN_SECRET: secret };
  const outward = {
    ...trusted,
    ASSESSMENT_URL: `http://127.0.0.1:${assessmentPort}`,
    PUBLIC_URL: `http://127.0.0.1:${gatewayPort}`,
    GRAPHQL_DOCUMENTS: 'any',
  };
  const four = {
    assessment: new ServiceProcess('assessment', assessmentPort, trusted),
    profiling: new ServiceProcess('profiling', profilingPort, log),
    reporting: new ServiceProcess('reporting', reportingPort, outward),
    gateway: new ServiceProcess('gateway', gatewayPort, outward),
  };
  await Promise.all(Object.values(four).map((service) => service.start()));
  return { database, secret, ...four };
}

export const PASSWORD = 'Sieben-Brücken-und-ein-Fluss';
export const people = {
  administrator: { name: 'Anna Albrecht', email: 'anna@bridge.example', role: 'firm-admin' },
  consultant: { name: 'Jana Berger', email: 'jana@bridge.example', role: 'consultant' },
} as const satisfies Record<string, { name: string; email: string; role: Role }>;

/** Founds a firm whose name and people are the same whatever it is called at sign-in. */
export async function foundFirm(slug: string, { database, secret, assessment }: FourProcesses) {
  const tenantId = tenantOf(slug);
  const users = Object.values(people).map((person) => ({ ...person, userId: randomUUID() as UserId }));
  const firm = (command: FirmCommand) => ({ category: 'Firm' as const, id: tenantId, command });
  const outcome = await sendCommands(
    { assessmentUrl: assessment.url, secret, service: 'founding' },
    {
      tenantId,
      commandId: randomUUID(),
      now: new Date().toISOString(),
      commands: [
        firm({ type: 'FoundFirm', slug, name: 'Bridge Consulting', locale: 'en' }),
        ...users.map(({ userId, name, email, role }) =>
          firm({ type: 'AddUser', userId, name, email, roles: [role], clientId: null }),
        ),
      ],
    },
  );
  if (outcome.kind !== 'accepted') throw new Error(`${slug} was not founded: ${JSON.stringify(outcome)}`);
  const pool = createPool(database.appUrl, { name: 'founding', max: 1 });
  try {
    for (const { userId, email } of users) await setPassword(pool, tenantId, userId, email, PASSWORD);
    await eventually(`${slug} can be read`, async () => {
      const reached = await inTenant(pool, tenantId, (client) => reachedPosition(client, projections));
      return reached >= outcome.position;
    });
  } finally {
    await pool.end();
  }
  return { slug, tenantId };
}
