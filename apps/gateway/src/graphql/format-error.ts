import { unwrapResolverError } from '@apollo/server/errors';
import type { Logger } from '@rapport/platform';
import { databaseTrouble } from '@rapport/platform/database';
import { InvalidPage } from '@rapport/read-models';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { problem, troubleCode } from './errors.js';

/** Errors as callers meet them: what they can act on in words, everything else without a detail. */
export const formatError =
  (logger: Logger) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
    const { locations, path, extensions } = formatted;
    // Apollo puts this before whatever is thrown while the caller is looked up.
    const message = formatted.message.replace(/^Context creation failed: /, '');
    const place = { ...(locations && { locations }), ...(path && { path }) };
    if (cause instanceof InvalidPage)
      return {
        ...place,
        message: cause.message,
        extensions: { code: 'BAD_USER_INPUT', argument: cause.argument },
      };
    // Before any field is resolved, what GraphQL complains of is what was sent, whatever code it was given.
    const code =
      cause instanceof GraphQLError && isOfRequest(cause) ? 'BAD_USER_INPUT' : extensions?.['code'];
    // Thrown here or by GraphQL itself, and worded for the caller.
    if (cause instanceof GraphQLError && code !== 'INTERNAL_SERVER_ERROR')
      return {
        ...place,
        message,
        extensions: {
          code: code ?? 'BAD_USER_INPUT',
          ...(extensions?.['retryAfter'] === undefined ? {} : { retryAfter: extensions['retryAfter'] }),
        },
      };
    const trouble = databaseTrouble(cause);
    if (trouble) {
      logger.warn({ err: cause }, 'the database gave no answer');
      const away = troubleCode[trouble];
      return { ...place, message: problem(away, 'en').message, extensions: { code: away } };
    }
    logger.error({ err: cause }, 'a field could not be resolved');
    return {
      ...place,
      message:
        'Something went wrong on our side. Please try again; if it happens again, tell your administrator.',
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
  };

const isOfRequest = ({ path, originalError, extensions }: GraphQLError): boolean =>
  path === undefined && originalError === undefined && extensions['code'] === undefined;
