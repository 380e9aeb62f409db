import { Page } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';
import { EngagementList } from './engagement-list.js';

/** Where staff start: the engagements they work in. */
export function EngagementsPage() {
  const { t } = useLocale();
  return (
    <Page title={t('engagements.title')} lead={t('engagements.lead')}>
      <EngagementList />
    </Page>
  );
}
