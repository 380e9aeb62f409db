import { useReports } from '../../api/reports.js';
import { Download } from '../../components/download.js';
import { Empty } from '../../components/list.js';
import { LoadMore } from '../../components/load-more.js';
import { Page, Panel } from '../../components/page.js';
import { Tag } from '../../components/tag.js';
import { useLocale } from '../../i18n/locale.js';

/** Reports that were released to a client organisation, newest first. */
export function ClientReportsPage() {
  const { t, day } = useLocale();
  const { nodes, total, more, loading, loadMore } = useReports(null);
  return (
    <Page title={t('client.title')} lead={t('client.lead')}>
      {nodes.length === 0 ? (
        <Empty title={t('client.none')}>{t('client.noneHint')}</Empty>
      ) : (
        <div className="stack">
          {nodes.map(({ id, engagement, dated, locale, pages, files }) => (
            <Panel key={id}>
              <article className="stack">
                <div>
                  <div className="row">
                    <h2>{engagement.title}</h2>
                    {engagement.invented && <Tag kind="caution">{t('engagement.invented')}</Tag>}
                  </div>
                  <p className="soft">
                    {[
                      day(dated),
                      t(`language.${locale}`),
                      ...(pages === null ? [] : [t('reports.pages', { count: pages })]),
                    ].join(' · ')}
                  </p>
                </div>
                <p>{t('client.contents')}</p>
                <div className="row">
                  {files.map((file) => (
                    <Download key={file.format} file={file} of={`${engagement.title}, ${day(dated)}`} />
                  ))}
                </div>
              </article>
            </Panel>
          ))}
        </div>
      )}
      <LoadMore shown={nodes.length} total={total} more={more} loading={loading} onMore={loadMore} />
    </Page>
  );
}
