import { useSuspenseQuery } from '@tanstack/react-query';
import { myAssessmentsQuery } from '../../api/my-assessments.js';
import { TextLink } from '../../components/links.js';
import { Empty } from '../../components/list.js';
import { Page, Panel } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';

/** What one was invited to, and what came of it. */
export function MyAssessmentsPage() {
  const { t, day } = useLocale();
  const { data } = useSuspenseQuery(myAssessmentsQuery);
  return (
    <Page title={t('participant.title')}>
      {data.length === 0 ? (
        <Empty title={t('participant.none')}>{t('participant.noneHint')}</Empty>
      ) : (
        <div className="stack">
          {data.map(({ id, status, engagementTitle, waveTitle, firmName, closesOn, closed }) => (
            <Panel key={id}>
              <h2>{waveTitle}</h2>
              <p className="soft">
                {[engagementTitle, firmName, t('participant.until', { date: day(closesOn) })].join(' · ')}
              </p>
              {status === 'SUBMITTED' ? (
                <TextLink to="/q/$id/result" params={{ id }}>
                  {t('participant.result')}
                </TextLink>
              ) : status === 'WITHDRAWN' ? (
                <p>{t('participant.withdrawn')}</p>
              ) : closed ? (
                <p>{t('participant.closed')}</p>
              ) : (
                <TextLink to="/q/$id" params={{ id }}>
                  {t(status === 'IN_PROGRESS' ? 'participant.goOn' : 'participant.start')}
                </TextLink>
              )}
            </Panel>
          ))}
        </div>
      )}
    </Page>
  );
}
