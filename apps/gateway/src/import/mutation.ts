import type { EngagementId, Refusal, WaveId } from '@rapport/domain';
import {
  invitedInto,
  isStaff,
  personsByEmail,
  publishedInstrument,
  readUpTo,
  teamsWithMembers,
} from '@rapport/read-models';
import { permittedIn } from '../commands/access.js';
import { mutation, notPermitted } from '../commands/mutation.js';
import type { RequestContext } from '../graphql/context.js';
import type { Delimiter } from './csv.js';
import { readParticipants, type Metric, type ParticipantsFile } from './participants.js';
import { planImport, type Directory } from './plan.js';
import { listed, together, type ImportProblem } from './problems.js';

interface ImportParticipantsInput {
  readonly waveId: string;
  readonly csv: string;
  readonly dryRun: boolean;
  readonly delimiter: Delimiter;
  readonly metric: Metric;
}

const importParticipants = mutation(
  async ({ input }: { readonly input: ImportParticipantsInput }, { commandId, context }) => {
    const { waveId, csv, dryRun, delimiter, metric } = input;
    const permitted = await permittedIn(context, 'import-participants', 'wave', waveId);
    if (!permitted) return notPermitted;
    const { ports, caller, loaders } = context;
    // Before anything that is read: whoever comes in meanwhile makes the plan stale, and it is made anew.
    const asOf = await readUpTo(ports.pool, caller.tenantId);
    const [wave, engagement] = await Promise.all([
      loaders.wave.load(waveId),
      loaders.engagement.load(permitted.engagementId),
    ]);
    const instrument = wave && (await publishedInstrument(ports.pool, caller, wave.instrument));
    if (!wave || !engagement || !instrument) return notPermitted;
    if (wave.closed) return { refusal: 'WaveIsClosed' };

    const { file, problems } = readParticipants(csv, {
      delimiter,
      instrument,
      metric,
      normed: wave.norm !== null,
      locale: engagement.locale,
      validFrom: wave.opensOn,
    });
    // A client's own people bring in who is asked; what was measured stays between the firm and the person.
    if (file.kind !== 'none' && !isStaff(caller)) return notPermitted;
    const directory: Directory = {
      clientId: engagement.clientId,
      engagementId: permitted.engagementId,
      wave: {
        waveId: waveId as WaveId,
        engagementId: engagement.id as EngagementId,
        instrument: wave.instrument,
        norm: wave.norm,
        bandRule: wave.bandRule,
      },
      instrument,
      entered: new Set(engagement.teams.map((team) => team.teamId)),
      ...(await present(file, permitted.clientId, waveId, context)),
    };
    const plan = planImport(file.participants, directory, commandId, new Date().toISOString());
    const all = together(problems, plan.problems);
    if (all.length > 0) return refused(all, context);
    const participants = file.participants.length;
    if (dryRun)
      return {
        answer: {
          __typename: 'ImportReady',
          participants,
          teams: plan.teams,
          measurement: file.kind,
        },
      };
    return {
      id: waveId,
      asOf,
      commands: plan.commands,
      answer: (position: string) => ({ __typename: 'ImportDone', participants, position }),
    };
  },
);

async function present(
  file: ParticipantsFile,
  clientId: Directory['clientId'],
  waveId: string,
  { ports, caller }: RequestContext,
): Promise<Pick<Directory, 'teams' | 'persons' | 'invited'>> {
  const emails = file.participants.flatMap(({ email }) => (email === null ? [] : [email]));
  const [teams, persons, invited] = await Promise.all([
    teamsWithMembers(ports.pool, caller, clientId),
    personsByEmail(ports.pool, caller, clientId, emails),
    invitedInto(ports.pool, caller, waveId),
  ]);
  return { teams, persons, invited };
}

async function refused(
  problems: readonly ImportProblem[],
  context: RequestContext,
): Promise<Refusal & { readonly problems: readonly object[] }> {
  return { refusal: 'ImportProblems', problems: listed(problems, await context.locale()) };
}

export const importMutations = { importParticipants };
