import { may, type AddressedCommand, type PersonId } from '@rapport/domain';
import { putJob } from '@rapport/jobs';
import { mayIn, personTarget, requestExport } from '@rapport/read-models';
import type { RequestContext } from '../../graphql/context.js';
import { isId } from '../ids.js';
import { mutation, notPermitted, type Intent } from '../mutation.js';

/** Whoever asks for the own erasure has decided; the service confirms in the place of a second person. */
const OWN_REQUEST = 'system:own-request';

type Command = Extract<AddressedCommand, { category: 'Person' }>['command'];
const ofPerson = (id: string, ...commands: readonly Command[]): AddressedCommand[] =>
  commands.map((command) => ({ category: 'Person', id: id as PersonId, command }));

const requestMyExport = mutation(async (_: object, { context }: Intent) => {
  const { ports, caller } = context;
  const made = await requestExport(ports.pool, caller, (client, exportId) =>
    putJob(client, 'export-person', { tenantId: caller.tenantId, exportId }),
  );
  return made ? { answer: { __typename: 'PersonalExport', ...made } } : notPermitted;
});

const requestMyErasure = mutation(async (_: object, { context: { caller } }: Intent) => {
  if (caller.kind !== 'participant') return notPermitted;
  const { personId, tenantId } = caller;
  if (!may(caller, 'request-erasure', { tenantId, personId })) return notPermitted;
  const now = new Date().toISOString();
  return {
    id: personId,
    commands: ofPerson(
      personId,
      { type: 'RequestErasure', by: personId, now },
      { type: 'ConfirmErasure', by: OWN_REQUEST, now },
    ),
  };
});

interface Target {
  readonly personId: string;
}

/** The firm's administrators, whoever serves one of the person's engagements, and administrators of the own organisation. */
async function mayRequest({ ports, caller }: RequestContext, personId: string): Promise<boolean> {
  const target = isId(personId) ? await personTarget(ports.pool, caller, personId) : null;
  if (!target) return false;
  const { clientId, contexts } = target;
  return (
    may(caller, 'request-erasure', { tenantId: caller.tenantId, clientId }) ||
    contexts.some((each) => mayIn(caller, each, 'request-erasure', {}))
  );
}

const requestErasure = mutation(async ({ personId }: Target, { context }: Intent) => {
  const { caller } = context;
  if (caller.kind !== 'user' || !(await mayRequest(context, personId))) return notPermitted;
  const now = new Date().toISOString();
  return {
    id: personId,
    commands: ofPerson(personId, { type: 'RequestErasure', by: caller.userId, now }),
  };
});

const confirmErasure = mutation(async ({ personId }: Target, { context: { caller } }: Intent) => {
  if (caller.kind !== 'user' || !isId(personId)) return notPermitted;
  if (!may(caller, 'execute-erasure', { tenantId: caller.tenantId })) return notPermitted;
  const now = new Date().toISOString();
  return {
    id: personId,
    commands: ofPerson(personId, { type: 'ConfirmErasure', by: caller.userId, now }),
  };
});

export const rightsMutations = { requestMyExport, requestMyErasure, requestErasure, confirmErasure };
