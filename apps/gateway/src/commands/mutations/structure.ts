import {
  may,
  type AddressedCommand,
  type ClientId,
  type Controller,
  type EngagementId,
  type Locale,
  type PersonId,
  type StaffFunction,
  type TeamId,
  type UserId,
  type WorksCouncil,
} from '@rapport/domain';
import { engagementsOf, isPersonOf, mayIn, personsByEmail, readUpTo, usersById } from '@rapport/read-models';
import { permittedEngagement, permittedIn, permittedTeam } from '../access.js';
import { idFrom, isId } from '../ids.js';
import { mutation, notPermitted } from '../mutation.js';
import { invalidField } from '../refusals.js';

interface Input<T> {
  readonly input: T;
}

const registerClientOrganisation = mutation(
  async ({ input }: Input<{ name: string }>, { commandId, context: { caller } }) => {
    if (!may(caller, 'manage-structure', { tenantId: caller.tenantId })) return notPermitted;
    const id = idFrom(commandId, 'client');
    const command = { type: 'RegisterClientOrganisation' as const, name: input.name };
    return { id, commands: [{ category: 'ClientOrganisation', id, command }] };
  },
);

interface OpenEngagementInput {
  readonly clientOrganisationId: string;
  readonly title: string;
  readonly goal: string;
  readonly locale: Locale;
}

const openEngagement = mutation(
  async ({ input }: Input<OpenEngagementInput>, { commandId, context: { caller, loaders } }) => {
    if (!isId(input.clientOrganisationId)) return notPermitted;
    const client = await loaders.clientOrganisation.load(input.clientOrganisationId);
    const clientId = input.clientOrganisationId as ClientId;
    if (!client || !may(caller, 'manage-structure', { tenantId: caller.tenantId, clientId }))
      return notPermitted;
    const id = idFrom(commandId, 'engagement') as EngagementId;
    const { title, goal, locale } = input;
    const opened: AddressedCommand = {
      category: 'Engagement',
      id,
      command: { type: 'OpenEngagement', clientId, title, goal, locale, invented: false },
    };
    // An administrator who is no consultant sets up engagements and sees nobody's results.
    if (caller.kind !== 'user' || !caller.roles.includes('consultant')) return { id, commands: [opened] };
    const assigned: AddressedCommand = {
      category: 'Engagement',
      id,
      command: { type: 'AssignStaff', userId: caller.userId, as: 'consultant', until: null },
    };
    return { id, commands: [opened, assigned] };
  },
);

interface RecordLegalGroundInput {
  readonly engagementId: string;
  readonly controller: Controller;
  readonly legalBasis: string;
  readonly worksCouncil: WorksCouncil['kind'];
  readonly worksCouncilNote?: string | null;
  readonly retentionMonths: number;
}

const recordLegalGround = mutation(async ({ input }: Input<RecordLegalGroundInput>, { context }) => {
  const permitted = await permittedIn(context, 'manage-structure', 'engagement', input.engagementId);
  if (!permitted) return notPermitted;
  const { controller, legalBasis, retentionMonths } = input;
  const id = permitted.engagementId;
  const worksCouncil = worksCouncilOf(input.worksCouncil, input.worksCouncilNote ?? '');
  return {
    id,
    commands: [
      {
        category: 'Engagement',
        id,
        command: { type: 'RecordLegalGround', controller, legalBasis, worksCouncil, retentionMonths },
      },
    ],
    names: { 'worksCouncil.reference': 'worksCouncilNote', 'worksCouncil.reason': 'worksCouncilNote' },
  };
});

function worksCouncilOf(kind: WorksCouncil['kind'], note: string): WorksCouncil {
  switch (kind) {
    case 'agreed':
      return { kind, reference: note };
    case 'not-applicable':
      return { kind, reason: note };
    case 'none':
      return { kind };
  }
}

interface AssignStaffInput {
  readonly engagementId: string;
  readonly userId: string;
  readonly as: StaffFunction;
  readonly until?: string | null;
}

const assignStaff = mutation(async ({ input }: Input<AssignStaffInput>, { context }) => {
  const permitted = await permittedIn(context, 'manage-structure', 'engagement', input.engagementId);
  if (!permitted) return notPermitted;
  const { ports, caller } = context;
  const [user] = isId(input.userId) ? await usersById(ports.pool, caller, [input.userId]) : [];
  if (!user?.roles.includes(input.as))
    return invalidField(
      'input.userId',
      await context.locale(),
      'ist kein Konto der Firma mit dieser Rolle',
      'is no account of the firm with this role',
    );
  const id = permitted.engagementId;
  const { as, until = null } = input;
  const command = { type: 'AssignStaff' as const, userId: input.userId as UserId, as, until };
  return { id, commands: [{ category: 'Engagement', id, command }] };
});

/** Who is not assigned is taken off without a word, like who does not exist. */
const releaseStaff = mutation(async ({ input }: Input<Omit<AssignStaffInput, 'until'>>, { context }) => {
  const permitted = await permittedIn(context, 'manage-structure', 'engagement', input.engagementId);
  if (!permitted) return notPermitted;
  const id = permitted.engagementId;
  const command = { type: 'ReleaseStaff' as const, userId: input.userId as UserId, as: input.as };
  return { id, commands: [{ category: 'Engagement', id, command }] };
});

interface EnterTeamInput {
  readonly engagementId: string;
  readonly teamId?: string | null;
  readonly name?: string | null;
  readonly function?: string | null;
  readonly goals: string;
  readonly indicators: string;
}

const enterTeam = mutation(async ({ input }: Input<EnterTeamInput>, { commandId, context }) => {
  const engagement = await permittedEngagement(context, 'manage-structure', input.engagementId);
  if (!engagement) return notPermitted;
  const { goals, indicators } = input;
  const { clientId } = engagement;
  const formed: AddressedCommand[] = [];
  let teamId: TeamId;
  if (input.teamId == null) {
    teamId = idFrom(commandId, 'team') as TeamId;
    const { name, function: is } = input;
    formed.push({
      category: 'Team',
      id: teamId,
      command: { type: 'FormTeam', clientId, name: name ?? '', function: is ?? '' },
    });
  } else {
    const team = isId(input.teamId) ? await context.loaders.team.load(input.teamId) : null;
    if (team?.clientId !== clientId) return notPermitted;
    teamId = team.id as TeamId;
  }
  return {
    id: teamId,
    commands: [
      ...formed,
      {
        category: 'Engagement',
        id: engagement.id,
        command: { type: 'EnterTeam', teamId, goals, indicators },
      },
    ],
  };
});

/** Whoever may publish under a limit may raise it; the client and its works council may ask for more as well. */
const raiseSmallestGroup = mutation(
  async ({ input }: Input<{ engagementId: string; smallestGroup: number }>, { context }) => {
    const { ports, caller } = context;
    const [engagement] = isId(input.engagementId)
      ? await engagementsOf(ports.pool, caller, 'engagement', input.engagementId)
      : [];
    if (!engagement || !mayIn(caller, engagement, 'change-cuts', { raises: true })) return notPermitted;
    const id = engagement.engagementId;
    const command = { type: 'RaiseSmallestGroup' as const, smallestGroup: input.smallestGroup };
    return { id, commands: [{ category: 'Engagement', id, command }] };
  },
);

const closeEngagement = mutation(async ({ engagementId }: { engagementId: string }, { context }) => {
  const permitted = await permittedIn(context, 'manage-structure', 'engagement', engagementId);
  if (!permitted) return notPermitted;
  const id = permitted.engagementId;
  return { id, commands: [{ category: 'Engagement', id, command: { type: 'CloseEngagement' } }] };
});

interface AddTeamMemberInput {
  readonly teamId: string;
  readonly personId?: string | null;
  readonly name?: string | null;
  readonly email?: string | null;
  readonly locale?: Locale | null;
  readonly validFrom: string;
}

const addTeamMember = mutation(async ({ input }: Input<AddTeamMemberInput>, { commandId, context }) => {
  const { ports, caller, loaders } = context;
  const asOf = await readUpTo(ports.pool, caller.tenantId);
  const team = await permittedTeam(context, 'manage-structure', input.teamId);
  if (!team) return notPermitted;
  const { clientId } = team;
  const registered: AddressedCommand[] = [];
  let personId: PersonId;
  if (input.personId == null) {
    personId = idFrom(commandId, 'person') as PersonId;
    const email = input.email?.trim() ? input.email : null;
    const others = email === null ? [] : await personsByEmail(ports.pool, caller, clientId, [email.trim()]);
    if (others.some((other) => other.id !== personId)) return { refusal: 'PersonAlreadyRegistered' };
    const locale = input.locale ?? (await loaders.firmLocale());
    registered.push({
      category: 'Person',
      id: personId,
      command: { type: 'RegisterPerson', clientId, name: input.name ?? '', email, locale },
    });
  } else {
    personId = input.personId as PersonId;
    if (!isId(personId) || !(await isPersonOf(ports.pool, caller, clientId, personId))) return notPermitted;
  }
  return {
    id: personId,
    asOf,
    commands: [
      ...registered,
      {
        category: 'Team',
        id: team.id,
        command: { type: 'AddTeamMember', personId, validFrom: input.validFrom },
      },
    ],
  };
});

interface RemoveTeamMemberInput {
  readonly teamId: string;
  readonly personId: string;
  readonly validTo: string;
}

const removeTeamMember = mutation(async ({ input }: Input<RemoveTeamMemberInput>, { context }) => {
  const { ports, caller } = context;
  const team = await permittedTeam(context, 'manage-structure', input.teamId);
  const personId = input.personId as PersonId;
  if (!team || !isId(personId)) return notPermitted;
  if (!(await isPersonOf(ports.pool, caller, team.clientId, personId))) return notPermitted;
  return {
    id: personId,
    commands: [
      {
        category: 'Team',
        id: team.id,
        command: { type: 'RemoveTeamMember', personId, validTo: input.validTo },
      },
    ],
  };
});

export const structureMutations = {
  registerClientOrganisation,
  openEngagement,
  recordLegalGround,
  assignStaff,
  releaseStaff,
  enterTeam,
  raiseSmallestGroup,
  closeEngagement,
  addTeamMember,
  removeTeamMember,
};
