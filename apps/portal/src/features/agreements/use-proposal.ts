import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { fieldErrors, isRecorded, useCommand } from '../../api/command.js';
import type { EngagementDetail } from '../../api/engagement.js';
import { ProposeAgreement } from '../../api/generated.js';
import { useSchemaForm } from '../../components/fields.js';
import { useLocale } from '../../i18n/locale.js';
import { dayFromNow } from '../../i18n/today.js';
import { fieldOf, termsInput, useTermsShape, type Terms } from './terms.js';

const route = getRouteApi('/signed-in/engagements/$engagementId/agreements/new');

interface Found {
  readonly motive: string;
  readonly waveId: string;
  readonly teamA: string;
  /** Empty: within one team. */
  readonly teamB: string;
  readonly text: string;
}

interface Proposal extends Terms {
  motive: string;
  waveId: string;
  teamA: string;
  teamB: string;
}

/** The form of a proposal, prefilled with a finding, and the way to send it. */
export function useProposal(engagement: EngagementDetail, found: Found) {
  const { t } = useLocale();
  const navigate = useNavigate();
  const search = route.useSearch();
  const command = useCommand(ProposeAgreement);
  const needed = z.string().min(1, t('form.needed'));
  const shape = { motive: needed, waveId: needed, teamA: needed, teamB: z.string(), ...useTermsShape() };
  const schema = z.object(shape).refine(({ dueOn, reviewOn }) => reviewOn >= dueOn, {
    path: ['reviewOn'],
    message: t('agreements.reviewBeforeDue'),
  });
  const form = useSchemaForm<Proposal>(schema, {
    owner: '',
    dueOn: dayFromNow(30),
    reviewOn: dayFromNow(90),
    ...found,
  });
  const submit = async (proposal: Proposal) => {
    const { motive, waveId, teamA, teamB } = proposal;
    const untouched =
      motive === search.motive && waveId === search.wave && teamA === search.a && teamB === (search.b ?? '');
    const outcome = await command.run({
      input: {
        engagementId: engagement.id,
        finding: {
          kind: untouched && search.kind ? search.kind : teamB === '' ? 'TEAM_PATTERN' : 'TEAM_COMPARISON',
          waveId,
          motive,
          teamA,
          teamB: teamB === '' ? null : teamB,
          constellation: untouched ? (search.constellation ?? null) : null,
        },
        terms: termsInput(proposal),
      },
    });
    if (!outcome) return;
    if (!isRecorded(outcome)) return form.setErrors(fieldErrors(outcome, fieldOf));
    await navigate({
      to: '/engagements/$engagementId/agreements',
      params: { engagementId: engagement.id },
    });
  };
  return { form, command, submit };
}
