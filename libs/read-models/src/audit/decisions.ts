import { partsOf, type Category, type DomainEvent, type Recorded } from '@rapport/domain';
import type pg from 'pg';
import { recordAudit } from './entries.js';

const categories: readonly Category[] = [
  'Firm',
  'Person',
  'Engagement',
  'Assessment',
  'ReleaseLedger',
  'Report',
  'Instrument',
];

/** Decisions that belong in the audit log, by the event that says them; what they are called there. */
const ACTIONS: Partial<Record<DomainEvent['type'], string>> = {
  UserAdded: 'user.add',
  UserRolesChanged: 'user.roles',
  UserRemoved: 'user.remove',
  StaffAssigned: 'staff.assign',
  StaffReleased: 'staff.release',
  LegalGroundRecorded: 'engagement.legal-ground',
  SmallestGroupRaised: 'engagement.smallest-group',
  InstrumentPublished: 'instrument.publish',
  NormGroupPublished: 'norm-group.publish',
  ParticipationAgreed: 'consent.participation',
  AssessmentWithdrawn: 'consent.withdraw-all',
  ProfileReleased: 'consent.release',
  ProfileReleaseRevoked: 'consent.revoke',
  AggregateInclusionGiven: 'consent.aggregates',
  AggregateInclusionWithdrawn: 'consent.aggregates-withdrawn',
  ReleasePublished: 'release.publish',
  ReleaseWithdrawn: 'release.withdraw',
  ReportReleased: 'report.release',
  ReportWithdrawn: 'report.withdraw',
  ErasureRequested: 'erasure.request',
  ErasureConfirmed: 'erasure.confirm',
  PersonErased: 'erasure.done',
};

/**
 * Writes what was decided into the audit log, in the transaction of its checkpoint: once each, in the order of the log,
 * with the event's id as the reference. The name is a checkpoint and never changes.
 */
export const auditedDecisions = {
  name: 'audited-decisions',
  categories,
  async react(client: Pick<pg.ClientBase, 'query'>, recorded: Recorded<DomainEvent>): Promise<void> {
    const { event, stream, meta, eventId } = recorded;
    const action = ACTIONS[event.type];
    if (action === undefined) return;
    const { category, id } = partsOf(stream);
    await recordAudit(client, {
      tenantId: meta.tenantId,
      at: meta.at,
      actor: meta.actorId,
      action,
      object: `${category}/${id}${partOf(event)}`,
      decision: 'allow',
      consentRef: action.startsWith('consent.') ? `event:${eventId}` : null,
      subject: category === 'Person' ? id : 'personId' in event ? event.personId : null,
    });
  },
} as const;

/** Whom or what in the stream it is about: ids and codes only. */
function partOf(event: DomainEvent): string {
  switch (event.type) {
    case 'UserAdded':
    case 'UserRolesChanged':
      return `/User/${event.userId}/${event.roles.join('+')}`;
    case 'UserRemoved':
    case 'StaffAssigned':
    case 'StaffReleased':
      return `/User/${event.userId}`;
    case 'ProfileReleased':
    case 'ProfileReleaseRevoked':
      return `/${event.recipient.kind}/${event.recipient.userId ?? '*'}`;
    case 'ReleasePublished':
    case 'ReleaseWithdrawn':
      return `/Release/${event.releaseId}`;
    default:
      return '';
  }
}
