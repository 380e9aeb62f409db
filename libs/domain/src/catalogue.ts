import type { AgreementCommand, AgreementEvent, AgreementRefusal } from './agreement/agreement.js';
import type { AssessmentCommand, AssessmentEvent, AssessmentRefusal } from './assessment/assessment.js';
import type {
  ClientOrganisationCommand,
  ClientOrganisationEvent,
  ClientOrganisationRefusal,
} from './client-organisation/client-organisation.js';
import type { EngagementCommand, EngagementEvent, EngagementRefusal } from './engagement/engagement.js';
import type { FirmCommand, FirmEvent, FirmRefusal } from './firm/firm.js';
import type { InstrumentCommand, InstrumentEvent, InstrumentRefusal } from './instrument/instrument.js';
import type { PersonCommand, PersonEvent, PersonRefusal } from './person/person.js';
import type { ReportCommand, ReportEvent, ReportRefusal } from './report/report.js';
import type { TeamCommand, TeamEvent, TeamRefusal } from './team/team.js';
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
  | ReportEvent;

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
  | ReportRefusal;

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
  | { readonly category: 'Report'; readonly id: string; readonly command: ReportCommand };
