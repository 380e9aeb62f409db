import { Button, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EngagementDetail } from '../../api/engagement.js';
import { ButtonLink } from '../../components/links.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';
import { nextStepOf, type Step } from './next-step-of.js';
import styles from './next-step.module.css';

interface NextStepProps {
  readonly engagement: EngagementDetail;
  readonly onRecordGround: () => void;
  readonly onAssign: () => void;
}

/** What the method asks for next in this engagement, for those who can do it. */
export function NextStep({ engagement, onRecordGround, onAssign }: NextStepProps) {
  const { t } = useLocale();
  const step = nextStepOf(engagement);
  const may: Record<'assign' | 'manage' | 'agree', boolean> = {
    assign: useMay('assignStaff'),
    manage: useMay('manageStructure', engagement.staff),
    agree: useMay('editAgreements', engagement.staff),
  };
  const offered = step === 'staff' ? may.assign : step === 'compare' ? may.agree : may.manage;
  if (engagement.closed || !offered) return null;
  return (
    <div className={styles['next']}>
      <div className={styles['text']}>
        <span className={styles['label']}>{t('next.label')}</span>
        <Title order={2}>{t(`next.${step}.title`)}</Title>
        <p>{t(`next.${step}.text`)}</p>
      </div>
      <div className="row">{actionsFor(step)}</div>
    </div>
  );

  function actionsFor(of: Step): ReactNode {
    const params = { engagementId: engagement.id };
    const latest = engagement.waves.nodes.at(-1);
    switch (of) {
      case 'staff':
        return (
          <Button color="white" onClick={onAssign}>
            {t('staff.assign')}
          </Button>
        );
      case 'ground':
        return (
          <Button color="white" onClick={onRecordGround}>
            {t('ground.record')}
          </Button>
        );
      case 'teams':
        return (
          <ButtonLink color="white" to="/engagements/$engagementId/teams" params={params}>
            {t('next.teams.go')}
          </ButtonLink>
        );
      case 'wave':
        return (
          <ButtonLink color="white" to="/engagements/$engagementId/waves" params={params}>
            {t('next.wave.go')}
          </ButtonLink>
        );
      case 'answers':
        return (
          <>
            <ButtonLink
              color="white"
              to="/engagements/$engagementId/waves/$waveId"
              params={{ ...params, waveId: latest?.id ?? '' }}
            >
              {t('next.answers.go')}
            </ButtonLink>
            {engagement.teams.length > 1 && (latest?.progress.submitted ?? 0) > 0 && (
              <ButtonLink
                variant="outline"
                color="white"
                to="/engagements/$engagementId/comparison"
                params={params}
              >
                {t('next.answers.already')}
              </ButtonLink>
            )}
          </>
        );
      case 'compare':
        return (
          <ButtonLink color="white" to="/engagements/$engagementId/comparison" params={params}>
            {t('next.compare.go')}
          </ButtonLink>
        );
    }
  }
}
