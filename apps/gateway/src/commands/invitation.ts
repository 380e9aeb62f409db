import type { AddressedCommand, AssessmentContext, AssessmentId, PersonId, TeamId } from '@rapport/domain';
import type { InstrumentDocument } from '@rapport/psychometrics';

/** What an assessment of a wave is about, but for the person and the team. */
export type WaveContext = Omit<AssessmentContext, 'personId' | 'teamId'>;

/** A person comes into a wave: the wave knows who, the assessment what will be asked. */
export function invitation(
  wave: WaveContext,
  instrument: InstrumentDocument,
  person: { readonly personId: PersonId; readonly teamId: TeamId; readonly assessmentId: AssessmentId },
): readonly AddressedCommand[] {
  const { personId, teamId, assessmentId } = person;
  const items = instrument.items.map((item) => item.id);
  const range = { min: instrument.response.min, max: instrument.response.max };
  return [
    {
      category: 'Wave',
      id: wave.waveId,
      command: { type: 'InviteParticipant', personId, teamId, assessmentId },
    },
    {
      category: 'Assessment',
      id: assessmentId,
      command: { type: 'OpenAssessment', ...wave, personId, teamId, items, range },
    },
  ];
}
