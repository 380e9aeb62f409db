import { useSuspenseQuery } from '@tanstack/react-query';
import { myAssessmentsQuery } from '../../api/my-assessments.js';
import { ButtonLink } from '../../components/links.js';
import { Empty } from '../../components/list.js';
import { Page, Panel } from '../../components/page.js';
import { Tag } from '../../components/tag.js';
import { useLocale } from '../../i18n/locale.js';

type Listed = Awaited<ReturnType<NonNullable<(typeof myAssessmentsQuery)['queryFn']>>>[number];

/** What one was invited to, and what came of it. */
export function MyAssessmentsPage() {
  const { t } = useLocale();
  const { data } = useSuspenseQuery(myAssessmentsQuery);
  return (
    <Page title={t('participant.title')} narrow>
      {data.length === 0 ? (
        <Empty title={t('participant.none')}>{t('participant.noneHint')}</Empty>
      ) : (
        <div className="stack">
          {data.map((assessment) => (
            <OwnPanel key={assessment.id} assessment={assessment} />
          ))}
        </div>
      )}
    </Page>
  );
}

function OwnPanel({ assessment }: { readonly assessment: Listed }) {
  const { t, day, date } = useLocale();
  const { id, status, engagementTitle, waveTitle, firmName, closesOn, closed, submittedAt, invented } =
    assessment;
  const open = (status === 'NOT_STARTED' || status === 'IN_PROGRESS') && !closed;
  return (
    <Panel>
      <div className="stack">
        <div>
          <div className="row">
            <h2>{waveTitle}</h2>
            <Tag kind={open ? 'plain' : 'quiet'}>{t(`status.${status}`)}</Tag>
            {invented && <Tag kind="caution">{t('engagement.invented')}</Tag>}
          </div>
          <p className="soft">{`${engagementTitle} · ${firmName}`}</p>
        </div>
        {status === 'SUBMITTED' ? (
          <>
            {submittedAt && <p>{t('participant.submittedAt', { date: date(submittedAt) })}</p>}
            <div>
              <ButtonLink variant="default" to="/q/$id/result" params={{ id }}>
                {t('participant.result')}
              </ButtonLink>
            </div>
          </>
        ) : status === 'WITHDRAWN' ? (
          <p>{t('participant.withdrawn')}</p>
        ) : closed ? (
          <p>{t('participant.closed')}</p>
        ) : (
          <>
            <p>
              {t(status === 'IN_PROGRESS' ? 'participant.goOnUntil' : 'participant.startUntil', {
                date: day(closesOn),
              })}
            </p>
            <div>
              <ButtonLink to="/q/$id" params={{ id }}>
                {t(status === 'IN_PROGRESS' ? 'participant.goOn' : 'participant.start')}
              </ButtonLink>
            </div>
          </>
        )}
      </div>
    </Panel>
  );
}
