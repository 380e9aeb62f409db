import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '../../api/command.js';
import { ReleaseReport, ReportProgressed, WithdrawReport } from '../../api/generated.js';
import { useLive } from '../../api/live.js';
import type { ReportListed } from '../../api/reports.js';
import { Confirm } from '../../components/confirm.js';
import { Download } from '../../components/download.js';
import { Meter } from '../../components/meter.js';
import { Notice } from '../../components/notice.js';
import { Panel } from '../../components/page.js';
import { Tag } from '../../components/tag.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';
import styles from './report.module.css';

interface ReportArticleProps {
  readonly report: ReportListed;
  readonly wave: string;
}

/** One report: for whom, how far it is, its files, and whether the client sees it. */
export function ReportArticle({ report, wave }: ReportArticleProps) {
  const { t, day } = useLocale();
  const { audience, locale, dated, status, failure, pages, files, released, withheld } = report;
  const title = t(`reports.for.${audience}`);
  const meta = [wave, t(`language.${locale}`), day(dated)];
  return (
    <Panel>
      <article className={styles['report']}>
        <div className={styles['head']}>
          <div>
            <h2>{title}</h2>
            <span className="soft">
              {[...meta, ...(pages === null ? [] : [t('reports.pages', { count: pages })])]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </div>
          {audience === 'CLIENT' && status === 'ISSUED' && (
            <Tag kind={released ? 'done' : 'plain'}>
              {released ? t('reports.released') : t('reports.notReleased')}
            </Tag>
          )}
          {audience === 'COACH' && <Tag kind="quiet">{t('reports.confidential')}</Tag>}
        </div>
        {status === 'REQUESTED' && <Making report={report} />}
        {status === 'FAILED' && (
          <Notice kind="caution" title={t('reports.failed')}>
            {failure ?? t('problem.unexpected')}
          </Notice>
        )}
        {withheld && <Notice title={t('reports.withheld')}>{t('reports.withheldText')}</Notice>}
        {status === 'ISSUED' && (
          <div className={styles['files']}>
            {files.map((file) => (
              <Download key={file.format} file={file} of={[title, ...meta].join(', ')} />
            ))}
            {audience === 'CLIENT' && <ReleaseButton report={report} />}
          </div>
        )}
      </article>
    </Panel>
  );
}

const STEPS = ['queued', 'reading', 'composing', 'rendering', 'storing', 'done', 'failed'] as const;

function Making({ report }: { readonly report: ReportListed }) {
  const { t, percent } = useLocale();
  const client = useQueryClient();
  const [progress, setProgress] = useState({ percent: report.progress, step: 'queued' });
  useLive(ReportProgressed, { reportId: report.id }, ({ reportProgress }) => {
    setProgress(reportProgress);
    if (reportProgress.status !== 'REQUESTED') void client.invalidateQueries({ queryKey: ['reports'] });
  });
  const step = STEPS.find((known) => known === progress.step) ?? 'queued';
  return (
    <div aria-live="polite">
      <Meter
        label={t(`reports.steps.${step}`)}
        value={progress.percent}
        of={100}
        words={percent(progress.percent / 100)}
      />
    </div>
  );
}

function ReleaseButton({ report }: { readonly report: ReportListed }) {
  const { t } = useLocale();
  const [asking, setAsking] = useState(false);
  const release = useCommand(ReleaseReport);
  const withdraw = useCommand(WithdrawReport);
  if (!useMay('publishReports')) return null;
  const kind = report.released ? 'withdraw' : 'release';
  return (
    <>
      <Button variant={report.released ? 'default' : 'filled'} onClick={() => setAsking(true)}>
        {t(`reports.${kind}.title`)}
      </Button>
      {asking && (
        <Confirm
          title={t(`reports.${kind}.title`)}
          text={t(`reports.${kind}.text`, { client: report.engagement.clientOrganisation.name })}
          submit={t(`reports.${kind}.title`)}
          command={report.released ? withdraw : release}
          variables={{ reportId: report.id }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
