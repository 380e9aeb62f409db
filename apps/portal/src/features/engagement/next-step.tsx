import { Button, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EngagementDetail } from '../../api/engagement.js';
import { ButtonLink } from '../../components/links.js';
import { useLocale } from '../../i18n/locale.js';
import { nextStepOf } from './next-step-of.js';
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
