import type { EngagementDetail } from '../../api/engagement.js';

export type Step = 'staff' | 'ground' | 'teams' | 'wave' | 'answers' | 'compare';

/** First who accompanies and what has to be on record, then teams, a wave, its answers, and then the contrast. */
export function nextStepOf(
  engagement: Pick<EngagementDetail, 'legalGround' | 'teams'> & {
    readonly staff: readonly Pick<EngagementDetail['staff'][number], 'as'>[];
    readonly waves: {
      readonly nodes: readonly {
        readonly progress: { readonly submitted: number; readonly invited: number };
      }[];
    };
  },
): Step {
  if (!engagement.staff.some(({ as }) => as === 'CONSULTANT')) return 'staff';
  if (!engagement.legalGround?.controller) return 'ground';
  if (engagement.teams.length === 0) return 'teams';
  const latest = engagement.waves.nodes.at(-1);
  if (!latest) return 'wave';
  const { submitted, invited } = latest.progress;
  return submitted < invited || invited === 0 ? 'answers' : 'compare';
}
