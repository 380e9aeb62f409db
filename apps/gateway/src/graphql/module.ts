import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { DynamicModule } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Settings } from '@rapport/platform';
import { databaseTrouble } from '@rapport/platform/database';
import { callerOfKey } from '@rapport/read-models';
import { rateLimit, type RateLimit } from '../http/rate-limit.js';
import type { SignIn } from '../http/sign-in.js';
import { isId } from '../commands/ids.js';
import { createContext, preferredLocale, seen, type RequestContext } from './context.js';
import { badHeader, problem, tooMany, troubleCode } from './errors.js';
import { fieldLimits } from './field-limits.js';
import { formatError } from './format-error.js';
import { countLimits, depthLimit, MOST_TOKENS } from './limits.js';
import { boundedLists, compiledQueries, keyReads, statusOfErrors } from './plugins.js';
import { resolvers, typeDefs } from './schema.js';

/** GraphQL over HTTP: the schema with its resolvers, one caller a request, and limits on what may be asked. */
export function graphqlModule(signIn: SignIn, settings: Settings<'gateway'>): DynamicModule {
  const development = settings.NODE_ENV === 'development';
  const guesses = rateLimit({ attempts: GUESSES_PER_MINUTE, windowMs: 60_000 });
  const { ports } = signIn;
  return GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    path: '/graphql',
    typeDefs,
    resolvers: resolvers as never,
    context: (request: FastifyRequest) =>
      contextOf(request, signIn, guesses).catch((error: unknown) => {
        const trouble = databaseTrouble(error);
        if (!trouble) throw error;
        ports.logger.warn({ err: error }, 'the database gave no answer');
        throw problem(troubleCode[trouble], preferredLocale(request.headers['accept-language']) ?? 'en');
      }),
    graphiql: false,
    introspection: development,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !development,
    persistedQueries: false,
    maxRecursiveSelections: true,
    stopOnTerminationSignals: false,
    preserveHttpStatusForExecutionErrors: false,
    autoTransformHttpErrors: false,
    parseOptions: { maxTokens: MOST_TOKENS },
    validationRules: [depthLimit, countLimits],
    validationOptions: { maxErrors: 5 },
    executionOptions: { maxCoercionErrors: 5 },
    formatError: formatError(ports.logger),
    plugins: [
      ...(development ? [ApolloServerPluginLandingPageLocalDefault()] : []),
      boundedLists as never,
      fieldLimits(settings) as never,
      keyReads as never,
      compiledQueries() as never,
      statusOfErrors as never,
    ],
  });
}

const header = (request: FastifyRequest, name: string): string | null => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
};

/** Positions of the log as mutations answer them. */
const POSITION = /^[0-9a-f]{16}-[0-9a-f]{16}$/;

const KEY = /^Bearer (rk_[\w-]{20,200})$/;

/** Keys that open nothing, from one address. */
const GUESSES_PER_MINUTE = 100;

async function contextOf(
  request: FastifyRequest,
  signIn: SignIn,
  guesses: RateLimit,
): Promise<RequestContext> {
  const { ports } = signIn;
  const acceptLanguage = request.headers['accept-language'];
  const locale = preferredLocale(acceptLanguage);
  const { authorization } = request.headers;
  // Who brings a key is the key, whatever cookie came along.
  const callerNow = () =>
    authorization === undefined
      ? signIn.callerFrom(request.headers.cookie)
      : callerOfKey(ports.pool, KEY.exec(authorization)?.[1] ?? '');
  const wait = authorization === undefined ? 0 : guesses.take(request.ip);
  if (wait > 0) throw tooMany(locale ?? 'en', wait);
  let caller = await callerNow();
  if (caller && authorization !== undefined) guesses.giveBack(request.ip);
  if (!caller) throw problem('UNAUTHENTICATED', locale ?? 'en');
  const idempotencyKey = header(request, 'idempotency-key');
  if (idempotencyKey !== null && !isId(idempotencyKey))
    throw badHeader('Idempotency-Key must be a UUID in lower-case letters.');
  const afterPosition = header(request, 'rapport-after-position');
  if (afterPosition !== null) {
    if (!POSITION.test(afterPosition))
      throw badHeader('Rapport-After-Position must be a position that a mutation has answered.');
    // Before anything is asked or decided: what the caller may do can hang on what they have just written.
    await seen(ports, caller.tenantId, afterPosition, async () => locale ?? 'en');
    caller = await callerNow();
    if (!caller) throw problem('UNAUTHENTICATED', locale ?? 'en');
  }
  return createContext(ports, caller, { acceptLanguage, idempotencyKey }, callerNow, signIn);
}
