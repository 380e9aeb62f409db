import { may, type AddressedCommand, type PersonId } from '@rapport/domain';
import { putJob } from '@rapport/jobs';
import { erasableBy, requestExport } from '@rapport/read-models';
import { isId } from '../ids.js';
import { mutation, notPermitted, type Intent } from '../mutation.js';
import { invalidField } from '../refusals.js';

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

interface Wanted {
  readonly personId?: string | null;
  readonly email?: string | null;
}

const requestErasure = mutation(async ({ personId, email }: Wanted, { context }: Intent) => {
  const { caller, ports } = context;
  if (caller.kind !== 'user') return notPermitted;
  const locale = await context.locale();
  const by = personId != null ? { personId } : email != null ? { email } : null;
  if (!by) return invalidField('email', locale, 'oder eine Person fehlt', 'or a person is missing');
  const [person, another] =
    'email' in by || isId(by.personId) ? await erasableBy(ports.pool, caller, by) : [];
  if (!person && 'personId' in by) return notPermitted;
  if (!person)
    return invalidField(
      'email',
      locale,
      'gehört zu niemandem, dessen Löschung Sie verlangen können',
      'belongs to nobody whose erasure you can ask for',
    );
  if (another)
    return invalidField(
      'email',
      locale,
      'gehört zu mehreren Personen; verlangen Sie die Löschung bei dem Team der Person',
      'belongs to several people; ask for the erasure at the person’s team',
    );
  const now = new Date().toISOString();
  return {
    id: person,
    commands: ofPerson(person, { type: 'RequestErasure', by: caller.userId, now }),
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
