import { Group } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useCommand } from '../../api/command.js';
import { ViewOwnResult } from '../../api/generated.js';
import { ownProfileQuery } from '../../api/insight.js';
import { myAssessmentQuery, type OwnAssessment } from '../../api/my-assessments.js';
import { BasisNotice } from '../../components/basis.js';
import { ButtonLink } from '../../components/links.js';
import { useMotivesOf } from '../../components/motives.js';
import { NotFound } from '../../components/not-found.js';
import { Notice } from '../../components/notice.js';
import { Origin } from '../../components/origin.js';
import { Page } from '../../components/page.js';
import { MarkedMotives, ProfileChart } from '../../components/profile.js';
import { useLocale } from '../../i18n/locale.js';
import { Releases, TeamFigures } from './releases.js';
import { Withdraw } from './withdraw.js';

/** The own profile, and who else may see it. */
export function ResultPage() {
  const { t } = useLocale();
  const { id = '' } = useParams({ strict: false });
  const { data: assessment } = useSuspenseQuery(myAssessmentQuery(id));
  if (!assessment) return <NotFound />;
  if (assessment.status === 'WITHDRAWN')
    return (
      <Page narrow title={assessment.waveTitle} lead={t('participant.withdrawn')}>
        <div>
          <ButtonLink to="/q">{t('participant.toMine')}</ButtonLink>
        </div>
      </Page>
    );
  if (assessment.status !== 'SUBMITTED') return <Navigate to="/q/$id" params={{ id }} replace />;
  return <Result assessment={assessment} />;
}

function Result({ assessment }: { readonly assessment: OwnAssessment }) {
  const { t } = useLocale();
  const { data: profile } = useSuspenseQuery(ownProfileQuery(assessment.id));
  const words = useMotivesOf(assessment.instrument.scales);
  const { run: view } = useCommand(ViewOwnResult);
  const toTell = profile !== null && assessment.viewedAt === null;
  useEffect(() => {
    if (toTell) void view({ assessmentId: assessment.id });
    // Told once: `view` is a new function at every render.
  }, [toTell, assessment.id]);
  return (
    <Page
      title={t('participant.result')}
      eyebrow={[
        assessment.engagementTitle,
        assessment.waveTitle,
        ...(assessment.invented ? [t('engagement.invented')] : []),
      ].join(' · ')}
      lead={t('participant.resultLead')}
    >
      {profile ? (
        <>
          <BasisNotice norm={profile.provenance.norm} />
          <ProfileChart profile={profile} words={words} name={t('participant.result')} />
          <MarkedMotives profile={profile} words={words} own />
        </>
      ) : (
        <Notice live>{t('participant.resultPending')}</Notice>
      )}
      <Releases assessment={assessment} />
      <TeamFigures assessment={assessment} />
      <Group justify="space-between">
        <ButtonLink variant="default" to="/q">
          {t('participant.toMine')}
        </ButtonLink>
        <Withdraw assessmentId={assessment.id} />
      </Group>
      {profile && <Origin provenance={profile.provenance} />}
    </Page>
  );
}
