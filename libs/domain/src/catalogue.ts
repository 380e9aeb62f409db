import { z } from 'zod';
import { agreementCommandSchema, agreementVersions } from './agreement/agreement.codec.js';
import { agreementDecider } from './agreement/agreement.decider.js';
import type { AgreementCommand, AgreementEvent, AgreementRefusal } from './agreement/agreement.js';
import { assessmentCommandSchema, assessmentVersions } from './assessment/assessment.codec.js';
import { assessmentDecider } from './assessment/assessment.decider.js';
import type { AssessmentCommand, AssessmentEvent, AssessmentRefusal } from './assessment/assessment.js';
import {
  clientOrganisationCommandSchema,
  clientOrganisationVersions,
} from './client-organisation/client-organisation.codec.js';
import { clientOrganisationDecider } from './client-organisation/client-organisation.decider.js';
import type {
  ClientOrganisationCommand,
  ClientOrganisationEvent,
  ClientOrganisationRefusal,
} from './client-organisation/client-organisation.js';
import { engagementCommandSchema, engagementVersions } from './engagement/engagement.codec.js';
import { engagementDecider } from './engagement/engagement.decider.js';
import type { EngagementCommand, EngagementEvent, EngagementRefusal } from './engagement/engagement.js';
import { firmCommandSchema, firmVersions } from './firm/firm.codec.js';
import { firmDecider } from './firm/firm.decider.js';
import type { FirmCommand, FirmEvent, FirmRefusal } from './firm/firm.js';
import { instrumentCommandSchema, instrumentVersions } from './instrument/instrument.codec.js';
import { instrumentDecider } from './instrument/instrument.decider.js';
import type { InstrumentCommand, InstrumentEvent, InstrumentRefusal } from './instrument/instrument.js';
import { eventCodecOf } from './kernel/codec.js';
import type { Category, Decider } from './kernel/decider.js';
import { slug } from './kernel/door.js';
import { idOf } from './kernel/ids.js';
import { personCommandSchema, personVersions } from './person/person.codec.js';
import { personDecider } from './person/person.decider.js';
import type { PersonCommand, PersonEvent, PersonRefusal } from './person/person.js';
import { releaseLedgerCommandSchema, releaseLedgerVersions } from './release-ledger/release-ledger.codec.js';
import { releaseLedgerDecider } from './release-ledger/release-ledger.decider.js';
import type {
  ReleaseLedgerCommand,
  ReleaseLedgerEvent,
  ReleaseLedgerRefusal,
} from './release-ledger/release-ledger.js';
import { reportCommandSchema, reportVersions } from './report/report.codec.js';
import { reportDecider } from './report/report.decider.js';
import type { ReportCommand, ReportEvent, ReportRefusal } from './report/report.js';
import { teamCommandSchema, teamVersions } from './team/team.codec.js';
import { teamDecider } from './team/team.decider.js';
import type { TeamCommand, TeamEvent, TeamRefusal } from './team/team.js';
import { waveCommandSchema, waveVersions } from './wave/wave.codec.js';
import { waveDecider } from './wave/wave.decider.js';
import type { WaveCommand, WaveEvent, WaveRefusal } from './wave/wave.js';

/** Everything that can happen. */
export type DomainEvent =
  | FirmEvent
  | ClientOrganisationEvent
  | EngagementEvent
  | TeamEvent
  | PersonEvent
  | InstrumentEvent
  | WaveEvent
  | AssessmentEvent
  | AgreementEvent
  | ReportEvent
  | ReleaseLedgerEvent;

export type DomainRefusal =
  | FirmRefusal
  | ClientOrganisationRefusal
  | EngagementRefusal
  | TeamRefusal
  | PersonRefusal
  | InstrumentRefusal
  | WaveRefusal
  | AssessmentRefusal
  | AgreementRefusal
  | ReportRefusal
  | ReleaseLedgerRefusal;

/** A command with the aggregate it addresses; `id` is the stream's id part. */
export type AddressedCommand =
  | { readonly category: 'Firm'; readonly id: string; readonly command: FirmCommand }
  | {
      readonly category: 'ClientOrganisation';
      readonly id: string;
      readonly command: ClientOrganisationCommand;
    }
  | { readonly category: 'Engagement'; readonly id: string; readonly command: EngagementCommand }
  | { readonly category: 'Team'; readonly id: string; readonly command: TeamCommand }
  | { readonly category: 'Person'; readonly id: string; readonly command: PersonCommand }
  | { readonly category: 'Instrument'; readonly id: string; readonly command: InstrumentCommand }
  | { readonly category: 'Wave'; readonly id: string; readonly command: WaveCommand }
  | { readonly category: 'Assessment'; readonly id: string; readonly command: AssessmentCommand }
  | { readonly category: 'Agreement'; readonly id: string; readonly command: AgreementCommand }
  | { readonly category: 'Report'; readonly id: string; readonly command: ReportCommand }
  /** The id is the client organisation's. */
  | { readonly category: 'ReleaseLedger'; readonly id: string; readonly command: ReleaseLedgerCommand };

export type DomainCommand = AddressedCommand['command'];

/** A decider of which only the category is known: the door has matched command and category before. */
export type AnyDecider = Decider<DomainCommand, unknown, DomainEvent, DomainRefusal>;

/** The rules of every aggregate, by the category of its streams. */
export const deciders: Readonly<Record<Category, AnyDecider>> = {
  Firm: firmDecider,
  ClientOrganisation: clientOrganisationDecider,
  Engagement: engagementDecider,
  Team: teamDecider,
  Person: personDecider,
  Instrument: instrumentDecider,
  Wave: waveDecider,
  Assessment: assessmentDecider,
  Agreement: agreementDecider,
  Report: reportDecider,
  ReleaseLedger: releaseLedgerDecider,
};

/** Stored names, versions and sealed fields of everything that can happen. */
export const eventCodec = eventCodecOf<DomainEvent>([
  ...firmVersions,
  ...clientOrganisationVersions,
  ...engagementVersions,
  ...teamVersions,
  ...personVersions,
  ...instrumentVersions,
  ...waveVersions,
  ...assessmentVersions,
  ...agreementVersions,
  ...reportVersions,
  ...releaseLedgerVersions,
]);

const addressed = <C extends Category, S extends z.ZodType>(category: C, command: S) =>
  z.strictObject({ category: z.literal(category), id: idOf<C>(), command });

/** The stream of an instrument is named by the instrument: a document may not slip into another one's. */
const addressedInstrument = z
  .strictObject({ category: z.literal('Instrument'), id: slug, command: instrumentCommandSchema })
  .superRefine(({ id, command }, context) => {
    const [named, path] =
      command.type === 'PublishInstrument'
        ? [command.document.id, ['command', 'document', 'id']]
        : [command.norm.instrument.id, ['command', 'norm', 'instrument', 'id']];
    if (named !== id) context.addIssue({ code: 'custom', path, message: 'must be the instrument addressed' });
  });

/** What the door parses from JSON; errors carry the path of each field. Unknown fields are refused. */
export const addressedCommandSchema: z.ZodType<AddressedCommand> = z.discriminatedUnion('category', [
  addressed('Firm', firmCommandSchema),
  addressed('ClientOrganisation', clientOrganisationCommandSchema),
  addressed('Engagement', engagementCommandSchema),
  addressed('Team', teamCommandSchema),
  addressed('Person', personCommandSchema),
  addressedInstrument,
  addressed('Wave', waveCommandSchema),
  addressed('Assessment', assessmentCommandSchema),
  addressed('Agreement', agreementCommandSchema),
  addressed('Report', reportCommandSchema),
  addressed('ReleaseLedger', releaseLedgerCommandSchema),
]);
