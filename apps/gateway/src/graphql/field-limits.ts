import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { Settings } from '@rapport/platform';
import { actorName, takeAttempt } from '@rapport/read-models';
import { rateLimit } from '../http/rate-limit.js';
import type { RequestContext } from './context.js';
import { tooMany } from './errors.js';
import { topFields } from './limits.js';

const MINUTE_MS = 60_000;

/**
 * What costs more than an answer: mails, rendering, other services, and ways in. So often may one caller ask for each in a
 * quarter of an hour, over all gateways together.
 */
export const COSTLY: Readonly<Record<string, number>> = {
  ...{ setIdentityProvider: 30, createApiKey: 60, resetSecondFactor: 60, requireSecondFactor: 60 },
  ...{ sendInvitations: 60, inviteUser: 300, addUser: 300, changeUserRoles: 300 },
  ...{ requestReport: 300, importParticipants: 300, publishRelease: 300, requestErasure: 300 },
  ...{ requestMyExport: 20, requestMyErasure: 20 },
};

/**
 * Limits by field, however the fields are spread over requests, aliases and fragments. Reads and plain changes are counted in this
 * process, so that nothing that can fail stands before them; what is costly is counted in PostgreSQL.
 */
export function fieldLimits(
  settings: Pick<Settings<'gateway'>, 'READS_PER_MINUTE' | 'CHANGES_PER_MINUTE'>,
): ApolloServerPlugin<BaseContext & RequestContext> {
  const windowMs = MINUTE_MS;
  const reads = rateLimit({ attempts: settings.READS_PER_MINUTE, windowMs });
  const changes = rateLimit({ attempts: settings.CHANGES_PER_MINUTE, windowMs });
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ contextValue, operation, document }) {
          // There is none when a document holds several and none of them is named.
          const asked = operation as typeof operation | undefined;
          if (!asked) return;
          const { caller, ports } = contextValue;
          const who = [caller.tenantId, actorName(caller)];
          const limit = asked.operation === 'query' ? reads : changes;
          for (const { name } of topFields(document, asked)) {
            const field = name.value;
            const most = Object.hasOwn(COSTLY, field) ? COSTLY[field] : undefined;
            const wait =
              limit.take([...who, field].join(' ')) ||
              (most === undefined
                ? 0
                : await takeAttempt(ports.pool, [{ of: ['field', ...who, field], most }]));
            if (wait > 0) throw tooMany(await contextValue.locale(), wait);
          }
        },
      };
    },
  };
}
