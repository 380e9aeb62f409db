import { startAssessment } from '@rapport/assessment';
import { writeEnvironment } from '@rapport/cli';
import { startGateway } from '@rapport/gateway';
import {
  ConfigurationError,
  createLogger,
  readSettings,
  refuseTakenPort,
  settings,
  type RunningService,
} from '@rapport/platform';
import { appUrl, createPool } from '@rapport/platform/database';
import { startProfiling } from '@rapport/profiling';
import { startReporting } from '@rapport/reporting';
import { startPostgres } from '@rapport/testing/embedded';
import { dataFolder, secretsIn } from './home.js';
import { loadDemo, type DemoSignIn } from './load-demo.js';
import { startMailCatcher } from './mail-catcher.js';
import { migrateAll } from './migrate-all.js';
import { rebuildOutdated } from './rebuild-outdated.js';

export interface Solo {
  readonly url: string;
  readonly mailUrl: string | null;
  readonly data: string;
  readonly signIns: readonly DemoSignIn[];
  close(): Promise<void>;
}

/**
 * The whole platform in one process: the four services as they run apart, on services that come from npm. What the
 * environment names (DATABASE_URL, REDIS_URL, KURRENTDB_URL, SMTP_URL) is used instead of the embedded one.
 */
export async function startSolo(onStep: (step: string) => void): Promise<Solo> {
  const env = process.env;
  const open: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const stop of open.splice(0).reverse()) await stop();
  };
  try {
    const host = env['HOST'] ?? '127.0.0.1';
    const { success, data: port } = settings.gateway.shape.PORT.safeParse(env['PORT'] || undefined);
    if (!success) throw new ConfigurationError(['PORT must be a port from 0 to 65535, for example 4010']);
    await refuseTakenPort(port, host);
    const data = await dataFolder();
    const secrets = secretsIn(data);
    const databases = await databasesOf(data, onStep, open);

    onStep('migrating');
    await migrateAll(databases.main, databases.keys);

    const mail = env['SMTP_URL'] ? null : await startMailCatcher(port + 25);
    if (mail) open.push(() => mail.close());
    const publicUrl = env['PUBLIC_URL'] ?? `http://localhost:${port}`;
    const common = {
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      // A place to explore on one's own machine; where people reach it from elsewhere, only the portal asks.
      ...(env['PUBLIC_URL'] ? {} : { GRAPHQL_DOCUMENTS: 'any' }),
      ...env,
      HOST: host,
      DATABASE_URL: databases.main,
      KEYS_DATABASE_URL: databases.keys,
      KEY_ENCRYPTION_KEY: env['KEY_ENCRYPTION_KEY'] ?? secrets.keyEncryptionKey,
      SERVICE_TOKEN_SECRET: env['SERVICE_TOKEN_SECRET'] ?? secrets.serviceTokenSecret,
      PUBLIC_URL: publicUrl,
      SMTP_URL: env['SMTP_URL'] ?? mail?.smtpUrl,
    };
    const forEnvironment = {
      DATABASE_URL: common.DATABASE_URL,
      KEYS_DATABASE_URL: common.KEYS_DATABASE_URL,
      KEY_ENCRYPTION_KEY: common.KEY_ENCRYPTION_KEY,
      FORMER_KEY_ENCRYPTION_KEYS: env['FORMER_KEY_ENCRYPTION_KEYS'],
      KURRENTDB_URL: env['KURRENTDB_URL'],
      REDIS_URL: env['REDIS_URL'],
      SERVICE_TOKEN_SECRET: common.SERVICE_TOKEN_SECRET,
      PUBLIC_URL: common.PUBLIC_URL,
    };
    const forget = writeEnvironment(data, forEnvironment);
    open.push(async () => forget());
    await rebuildOutdated(readSettings('cli', common), onStep);
    const started = async (name: string, start: () => Promise<RunningService>) => {
      onStep(`starting ${name}`);
      const service = await start();
      open.push(() => service.close());
      return service.url;
    };
    const logger = (name: string) => createLogger(name, common.LOG_LEVEL);
    const inside = { ...common, HOST: '127.0.0.1', PORT: '0' };
    const assessmentUrl = await started('assessment', () =>
      startAssessment(readSettings('assessment', inside), logger('assessment')),
    );
    writeEnvironment(data, { ...forEnvironment, ASSESSMENT_URL: assessmentUrl });
    const withDoor = { ...inside, ASSESSMENT_URL: assessmentUrl };
    await started('profiling', () => startProfiling(readSettings('profiling', inside), logger('profiling')));
    await started('reporting', () =>
      startReporting(
        readSettings('reporting', withDoor),
        logger('reporting'),
        mail ? { forgetMail: (address) => mail.forget(address) } : {},
      ),
    );
    await started('gateway', () =>
      startGateway(
        readSettings('gateway', { ...withDoor, HOST: common.HOST, PORT: String(port) }),
        logger('gateway'),
      ),
    );

    const pool = createPool(appUrl(databases.main), { name: 'rapport solo', max: 4 });
    open.push(() => pool.end());
    onStep('demo firm');
    const signIns =
      env['RAPPORT_DEMO'] === 'off'
        ? []
        : await loadDemo({
            pool,
            commands: { assessmentUrl, secret: common.SERVICE_TOKEN_SECRET, service: 'demo' },
            publicUrl,
            onProgress: (done, of) => onStep(`demo firm: ${done} of ${of} steps`),
          });
    return { url: publicUrl, mailUrl: mail?.pageUrl ?? null, data, signIns, close };
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
}

async function databasesOf(data: string, onStep: (step: string) => void, open: (() => Promise<unknown>)[]) {
  const given = process.env['DATABASE_URL'];
  if (given) return { main: given, keys: process.env['KEYS_DATABASE_URL'] ?? given };
  const postgres = await startPostgres({ dataDir: `${data}/postgres`, durable: true, onProgress: onStep });
  open.push(() => postgres.stop());
  return {
    main: await postgres.ensureDatabase('rapport'),
    keys: await postgres.ensureDatabase('rapport_keys'),
  };
}
