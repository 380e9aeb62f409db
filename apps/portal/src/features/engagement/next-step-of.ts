import type { EngagementDetail } from '../../api/engagement.js';

type Step = 'ground' | 'teams' | 'wave' | 'answers' | 'compare';

/** First what has to be on record, then teams, a wave, its answers, and from then on the contrast. */
export function nextStepOf(
  engagement: Pick<EngagementDetail, 'legalGround' | 'teams'> & {
    readonly waves: {
      readonly nodes: readonly {
        readonly progress: { readonly submitted: number; readonly invited: number };
      }[];
    };
  },
): Step {
  if (!engagement.legalGround?.controller) return 'ground';
  if (engagement.teams.length === 0) return 'teams';
  const latest = engagement.waves.nodes.at(-1);
  if (!latest) return 'wave';
  const { submitted, invited } = latest.progress;
  return submitted < invited ? 'answers' : 'compare';
}
