import type {
  AddressedCommand,
  AgreementCommand,
  AgreementTerms,
  CheckInState,
  FindingReference,
  Outcome,
  Owner,
  PersonId,
  Refusal,
  TeamId,
  WaveId,
} from '@rapport/domain';
import type { EngagementRow } from '@rapport/read-models';
import type { RequestContext } from '../../graphql/context.js';
import { permittedEngagement, permittedIn, takesPart } from '../access.js';
import { measured, type FindingInput } from '../evidence.js';
import { idFrom, isId } from '../ids.js';
import { mutation, notPermitted, type Batch } from '../mutation.js';
import { invalidField } from '../refusals.js';

interface Input<T> {
  readonly input: T;
}

interface TermsInput {
  readonly text: string;
  readonly ownerTeamId?: string | null;
  readonly ownerPersonId?: string | null;
  readonly dueOn: string;
  readonly reviewOn: string;
}

const termNames = {
  text: 'terms.text',
  dueOn: 'terms.dueOn',
  reviewOn: 'terms.reviewOn',
  'owner.teamId': 'terms.ownerTeamId',
  'owner.personId': 'terms.ownerPersonId',
};

/** Terms with the one owner they must have: a team of the engagement or a person of its organisation. */
async function termsOf(
  terms: TermsInput,
  engagement: EngagementRow,
  context: RequestContext,
): Promise<AgreementTerms | Refusal> {
  const { text, dueOn, reviewOn, ownerTeamId = null, ownerPersonId = null } = terms;
  const refuse = async (field: string, de: string, en: string) =>
    invalidField(`input.terms.${field}`, await context.locale(), de, en);
  if ((ownerTeamId === null) === (ownerPersonId === null))
    return refuse(
      'ownerTeamId',
      'genau ein Team oder eine Person muss die Vereinbarung tragen',
      'exactly one team or one person must own the agreement',
    );
  let owner: Owner;
  if (ownerTeamId !== null) {
    if (!takesPart(engagement, ownerTeamId))
      return refuse('ownerTeamId', 'ist kein Team des Auftrags', 'is no team of the engagement');
    owner = { kind: 'team', teamId: ownerTeamId };
  } else {
    const person = isId(ownerPersonId ?? '') ? await context.loaders.person.load(ownerPersonId ?? '') : null;
    if (person?.clientId !== engagement.clientId)
      return refuse(
        'ownerPersonId',
        'ist keine Person der Kundenorganisation',
        'is no person of the client organisation',
      );
    owner = { kind: 'person', personId: person.id as PersonId };
  }
  return { text, owner, dueOn, reviewOn };
}

interface ProposeAgreementInput {
  readonly engagementId: string;
  readonly finding: FindingInput;
  readonly terms: TermsInput;
}

const proposeAgreement = mutation(async ({ input }: Input<ProposeAgreementInput>, { commandId, context }) => {
  const engagement = await permittedEngagement(context, 'edit-agreements', input.engagementId);
  if (!engagement) return notPermitted;
  if (engagement.closed) return { refusal: 'EngagementIsClosed' };
  const { finding } = input;
  const wave = isId(finding.waveId) ? await context.loaders.wave.load(finding.waveId) : null;
  const teams = [finding.teamA, ...(finding.teamB == null ? [] : [finding.teamB])];
  if (wave?.engagementId !== engagement.id || !teams.every((team) => takesPart(engagement, team)))
    return notPermitted;
  const found = await measured(context, finding);
  if (!found)
    return invalidField(
      'input.finding',
      await context.locale(),
      'Dazu gibt es keine Messung, die Sie sehen können',
      'there is no measurement of it that you can see',
    );
  const terms = await termsOf(input.terms, engagement, context);
  if ('refusal' in terms) return terms;
  const reference: FindingReference = {
    kind: finding.kind,
    waveId: finding.waveId as WaveId,
    motive: finding.motive,
    teamA: finding.teamA as TeamId,
    teamB: (finding.teamB ?? null) as TeamId | null,
    ...found,
  };
  const id = idFrom(commandId, 'agreement');
  const command: AddressedCommand = {
    category: 'Agreement',
    id,
    command: {
      type: 'ProposeAgreement',
      engagementId: engagement.id as Extract<AgreementCommand, { type: 'ProposeAgreement' }>['engagementId'],
      finding: reference,
      ...terms,
    },
  };
  return { id, commands: [command], names: termNames };
});

/** A command to an agreement of an engagement in which the caller may follow agreements up. */
async function addressed(
  context: RequestContext,
  id: string,
  command: AgreementCommand,
  names: Readonly<Record<string, string>> = {},
): Promise<Batch | Refusal> {
  const permitted = await permittedIn(context, 'edit-agreements', 'agreement', id);
  return permitted ? { id, commands: [{ category: 'Agreement', id, command }], names } : notPermitted;
}

interface EditAgreementInput {
  readonly agreementId: string;
  readonly terms: TermsInput;
}

const withTerms = (type: 'EditAgreement' | 'ReviseAgreement') =>
  mutation(async ({ input }: Input<EditAgreementInput>, { context }) => {
    const permitted = await permittedIn(context, 'edit-agreements', 'agreement', input.agreementId);
    const engagement = permitted && (await context.loaders.engagement.load(permitted.engagementId));
    if (!engagement) return notPermitted;
    const terms = await termsOf(input.terms, engagement, context);
    return 'refusal' in terms ? terms : addressed(context, input.agreementId, { type, ...terms }, termNames);
  });

const acceptAgreement = mutation(({ agreementId, on }: { agreementId: string; on: string }, { context }) =>
  addressed(context, agreementId, { type: 'AcceptAgreement', on }),
);

interface RecordCheckInInput {
  readonly agreementId: string;
  readonly state: CheckInState;
  readonly note: string;
  readonly on: string;
}

const recordCheckIn = mutation(({ input }: Input<RecordCheckInInput>, { context }) => {
  const { agreementId, state, note, on } = input;
  return addressed(context, agreementId, { type: 'RecordCheckIn', state, note, on });
});

interface ReviewAgreementInput {
  readonly agreementId: string;
  readonly outcome: Outcome;
  readonly note: string;
  readonly on: string;
}

const reviewAgreement = mutation(({ input }: Input<ReviewAgreementInput>, { context }) => {
  const { agreementId, outcome, note, on } = input;
  return addressed(context, agreementId, { type: 'ReviewAgreement', outcome, note, on });
});

const dropAgreement = mutation(
  ({ agreementId, reason }: { agreementId: string; reason: string }, { context }) =>
    addressed(context, agreementId, { type: 'DropAgreement', reason }),
);

export const agreementMutations = {
  proposeAgreement,
  editAgreement: withTerms('EditAgreement'),
  acceptAgreement,
  recordCheckIn,
  reviewAgreement,
  reviseAgreement: withTerms('ReviseAgreement'),
  dropAgreement,
};
