import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { DynamicModule } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { callerFrom, type SessionCookie } from '../http/session.js';
import type { Ports } from '../ports.js';
import { isId } from '../commands/ids.js';
import { createContext, preferredLocale, seen, type RequestContext } from './context.js';
import { badHeader, problem } from './errors.js';
import { formatError } from './format-error.js';
import { depthLimit, MOST_TOKENS } from './limits.js';
import { badRequests, boundedLists, compiledQueries } from './plugins.js';
import { resolvers, typeDefs } from './schema.js';

/** GraphQL over HTTP: the schema with its resolvers, one caller a request, and limits on what may be asked. */
export function graphqlModule(ports: Ports, cookie: SessionCookie, development: boolean): DynamicModule {
  return GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    path: '/graphql',
    typeDefs,
    resolvers: resolvers as never,
    context: (request: FastifyRequest) => contextOf(request, ports, cookie),
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
    validationRules: [depthLimit],
    formatError: formatError(ports.logger),
    plugins: [
      ...(development ? [ApolloServerPluginLandingPageLocalDefault()] : []),
      boundedLists as never,
      compiledQueries() as never,
      badRequests as never,
    ],
  });
}

const header = (request: FastifyRequest, name: string): string | null => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
};

/** Positions of the log as mutations answer them. */
const POSITION = /^[0-9a-f]{16}-[0-9a-f]{16}$/;

async function contextOf(
  request: FastifyRequest,
  ports: Ports,
  cookie: SessionCookie,
): Promise<RequestContext> {
  const acceptLanguage = request.headers['accept-language'];
  const locale = preferredLocale(acceptLanguage);
  const callerNow = () => callerFrom(ports.pool, cookie, request.headers.cookie);
  let caller = await callerNow();
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
  return createContext(ports, caller, { acceptLanguage, idempotencyKey }, callerNow);
}
