import { HeaderMap, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import { databaseTrouble } from '@rapport/platform/database';
import { actorName, inTenant, recordAudit } from '@rapport/read-models';
import { Kind, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { isId } from '../commands/ids.js';
import type { RequestContext } from './context.js';
import { badInput, RETRY_SECONDS, troubleCode } from './errors.js';
import { itemsOf, MOST_ITEMS, tooMuch, topFields } from './limits.js';

/** Variables and lists in lists are bounded before anything is read. */
export const boundedLists: ApolloServerPlugin<BaseContext & RequestContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ document, operation, request }) {
        if (!document || !operation) return;
        if (operation.operation === 'subscription')
          throw badInput('Subscriptions are followed over WebSocket (graphql-transport-ws).');
        const excess = tooMuch(request.variables ?? {});
        if (excess !== null) throw badInput(excess);
        const items = itemsOf(document, operation, request.variables ?? {});
        if (items > MOST_ITEMS)
          throw badInput(
            `The operation asks for up to ${items} list items; at most ${MOST_ITEMS} are allowed.`,
          );
      },
    };
  },
};

/**
 * A request that makes no sense and is answered by nothing else is a bad request, not a defect of ours. What the database
 * did not answer is to be asked again, whatever else was answered beside it.
 */
export const statusOfErrors: ApolloServerPlugin<BaseContext & RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body, http } }) {
        if (body.kind !== 'single') return;
        const { errors = [], data } = body.singleResult;
        if (errors.some((error) => TROUBLE.has(error.extensions?.['code']))) {
          http.status = 503;
          http.headers.set('retry-after', String(RETRY_SECONDS));
          return;
        }
        if (data != null) return;
        if (errors.length > 0 && errors.every((error) => error.extensions?.['code'] === 'BAD_USER_INPUT'))
          http.status = 400;
      },
    };
  },
};

/** Nothing of people, teams or organisations is in these. */
const WITHOUT_CONTENT: ReadonlySet<string> = new Set([
  ...['__typename', 'me', 'motives', 'instrument', 'instruments', 'normGroups'],
]);

/** What a key asks for, field by field, with the ids it names. */
function contentAsked(
  operation: OperationDefinitionNode,
  document: DocumentNode,
  variables: object,
): string[] {
  const values = variables as Readonly<Record<string, unknown>>;
  return topFields(document, operation).flatMap((field) => {
    if (WITHOUT_CONTENT.has(field.name.value)) return [];
    const ids = (field.arguments ?? []).flatMap(({ value }) => {
      const given = value.kind === Kind.VARIABLE ? values[value.name.value] : 'value' in value && value.value;
      return typeof given === 'string' && isId(given) ? [given] : [];
    });
    return [[field.name.value, ...ids].join('/')];
  });
}

/** A program that reads leaves an entry in the audit log before it is answered: which key, and what it asked for. */
export const keyReads: ApolloServerPlugin<BaseContext & RequestContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ contextValue, operation, document, request }) {
        const { caller, ports } = contextValue;
        // There is none when a document holds several and none of them is named.
        const asked = operation as typeof operation | undefined;
        if (caller.kind !== 'api-key' || asked?.operation !== 'query') return;
        const { tenantId } = caller;
        const entries = contentAsked(asked, document, request.variables ?? {}).map((object) => ({
          ...{ tenantId, actor: actorName(caller), action: 'api-key.read', object },
          decision: 'allow' as const,
        }));
        if (entries.length > 0)
          await inTenant(ports.pool, tenantId, (client) => recordAudit(client, ...entries));
      },
    };
  },
};

const TROUBLE: ReadonlySet<unknown> = new Set(Object.values(troubleCode));

const MOST_COMPILED = 500;

/**
 * Runs queries as compiled code. Whatever does not compile or ends with an error is run again by the normal executor,
 * which words errors as everywhere else; only queries, because they may be run twice.
 */
export function compiledQueries(): ApolloServerPlugin<BaseContext & RequestContext> {
  const compiled = new Map<string, CompiledQuery | null>();
  const take = (key: string, compile: () => CompiledQuery | null): CompiledQuery | null => {
    const known = compiled.get(key);
    const value = known === undefined ? compile() : known;
    // The last one used stands last; the first one goes when there are too many.
    compiled.delete(key);
    compiled.set(key, value);
    const [oldest] = compiled.keys();
    if (compiled.size > MOST_COMPILED && oldest !== undefined) compiled.delete(oldest);
    return value;
  };
  let schema: GraphQLSchema;
  return {
    async serverWillStart(service) {
      schema = service.schema;
    },
    async requestDidStart() {
      return {
        async responseForOperation({ document, operation, operationName, queryHash, contextValue, request }) {
          // There is none when a document holds several and none of them is named.
          if ((operation as typeof operation | undefined)?.operation !== 'query') return null;
          const query = take(`${queryHash} ${operationName ?? ''}`, () => {
            const result = compileQuery(schema, document, operationName ?? undefined);
            return isCompiledQuery(result) ? result : null;
          });
          if (!query) return null;
          const result = await query.query({}, contextValue, request.variables ?? {});
          // The normal executor would wait for the database as long again.
          const trouble = result.errors?.find(({ originalError }) => databaseTrouble(originalError));
          if (trouble) throw trouble;
          if (result.errors) return null;
          return {
            http: { status: undefined as never, headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { data: result.data ?? null } },
          };
        },
      };
    },
  };
}
