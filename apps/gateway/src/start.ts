import { Module, type DynamicModule } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { openJobQueue } from '@rapport/jobs';
import { createService, type Logger, type RunningService, type Settings } from '@rapport/platform';
import { appUrl, createPool } from '@rapport/platform/database';
import { openReadWake } from '@rapport/read-models';
import { serveSubscriptions, type Live } from './graphql/live.js';
import { graphqlModule } from './graphql/module.js';
import { DatabaseTroubleFilter, deadline } from './http/deadline.js';
import { documentRule, trustDocuments } from './http/documents.js';
import { guard } from './http/guard.js';
import { servePortal } from './http/portal.js';
import { AccountController } from './http/account.controller.js';
import { ReportFilesController } from './http/report-files.controller.js';
import { RightsController } from './http/rights.controller.js';
import { SessionController } from './http/session.controller.js';
import { openSealer, SIGN_IN, signInCookies, type SignIn } from './http/sign-in.js';
import { singleSignOn } from './http/single-sign-on.js';
import { SsoController } from './http/sso.controller.js';
import type { Ports } from './ports.js';

@Module({})
class GatewayModule {
  static with(signIn: SignIn, settings: Settings<'gateway'>): DynamicModule {
    return {
      module: GatewayModule,
      imports: [graphqlModule(signIn, settings)],
      controllers: [
        SessionController,
        AccountController,
        SsoController,
        ReportFilesController,
        RightsController,
      ],
      providers: [{ provide: SIGN_IN, useValue: signIn }],
    };
  }
}

/** People wait for what is asked here: no statement, lock or connection may take longer than they would. */
const PATIENCE = {
  statementTimeout: 3500,
  lockTimeout: 2000,
  connectTimeout: 3000,
  idleInTransactionTimeout: 5000,
};

/** What people and programs reach: GraphQL, sign-in, subscriptions, report files and the portal. Any number may run. */
export async function startGateway(settings: Settings<'gateway'>, logger: Logger): Promise<RunningService> {
  const onError = (err: unknown) => logger.error({ err }, 'connection');
  const databaseUrl = appUrl(settings.DATABASE_URL);
  const pool = createPool(databaseUrl, {
    name: 'rapport gateway',
    max: 20,
    pipeline: true,
    onError,
    ...PATIENCE,
  });
  const jobs = openJobQueue({ databaseUrl, redisUrl: settings.REDIS_URL, onError });
  const wake = openReadWake(databaseUrl, onError);
  const commands = {
    assessmentUrl: settings.ASSESSMENT_URL,
    secret: settings.SERVICE_TOKEN_SECRET,
    service: 'gateway',
    timeoutMs: 10_000,
  };
  const ports: Ports = { pool, commands, jobs, wake, logger };
  const { sealer, close: closeSealer } = openSealer(settings, onError);
  const close = async () => {
    await closeSealer();
    await wake.close();
    await jobs.close();
    await pool.end();
  };
  let live: Live | undefined;
  const signIn: SignIn = {
    ports,
    ...signInCookies(pool, settings.PUBLIC_URL),
    sealer,
    sso: singleSignOn({
      ports,
      sealer,
      publicUrl: settings.PUBLIC_URL,
      allowPrivate: settings.PRIVATE_IDENTITY_PROVIDERS === 'allow',
    }),
    ended: (secret) => live?.endSession(secret),
  };
  try {
    const { app, url } = await createService({
      service: 'gateway',
      module: GatewayModule.with(signIn, settings),
      logger,
      host: settings.HOST,
      port: settings.PORT,
      trustedProxies: settings.TRUSTED_PROXIES,
      ready: () => pool.query('select 1'),
      configure(nest) {
        const fastify = nest.getHttpAdapter().getInstance();
        guard(fastify, settings);
        deadline(fastify, pool);
        nest.useGlobalFilters(new DatabaseTroubleFilter(nest.getHttpAdapter()));
        trustDocuments(fastify, documentRule(settings));
        servePortal(fastify);
      },
    });
    live = serveSubscriptions({
      server: app.getHttpServer(),
      schema: app.get(GraphQLSchemaHost).schema,
      ports,
      cookie: signIn.cookie,
      publicUrl: settings.PUBLIC_URL,
      documents: documentRule(settings),
    });
    return {
      url,
      async close() {
        await live?.close();
        await app.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
