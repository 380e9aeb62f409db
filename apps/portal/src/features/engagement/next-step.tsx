import { Button, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EngagementDetail } from '../../api/engagement.js';
import { ButtonLink } from '../../components/links.js';
import { useLocale } from '../../i18n/locale.js';
import styles from './next-step.module.css';

interface NextStepProps {
  readonly engagement: EngagementDetail;
  readonly onRecordGround: () => void;
}

/** What the method asks for next in this engagement. */
export function NextStep({ engagement, onRecordGround }: NextStepProps) {
  const { t } = useLocale();
  const params = { engagementId: engagement.id };
  const step = nextStepOf(engagement);
  const actions: Record<typeof step, ReactNode> = {
    ground: (
      <Button color="white" onClick={onRecordGround}>
        {t('ground.record')}
      </Button>
    ),
    teams: (
      <ButtonLink color="white" to="/engagements/$engagementId/teams" params={params}>
        {t('next.teams.go')}
      </ButtonLink>
    ),
    wave: (
      <ButtonLink color="white" to="/engagements/$engagementId/waves" params={params}>
        {t('next.wave.go')}
      </ButtonLink>
    ),
    answers: (
      <ButtonLink color="white" to="/engagements/$engagementId/waves" params={params}>
        {t('next.answers.go')}
      </ButtonLink>
    ),
    compare: (
      <ButtonLink color="white" to="/engagements/$engagementId/comparison" params={params}>
        {t('next.compare.go')}
      </ButtonLink>
    ),
  };
  return (
    <div className={styles['next']}>
      <div className={styles['text']}>
        <span className={styles['label']}>{t('next.label')}</span>
        <Title order={2}>{t(`next.${step}.title`)}</Title>
        <p>{t(`next.${step}.text`)}</p>
      </div>
      {actions[step]}
    </div>
  );
}

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
  if (!engagement.legalGround) return 'ground';
  if (engagement.teams.length === 0) return 'teams';
  const latest = engagement.waves.nodes.at(-1);
  if (!latest) return 'wave';
  const { submitted, invited } = latest.progress;
  return submitted < invited ? 'answers' : 'compare';
}
