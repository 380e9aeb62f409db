import { Page } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';

export function ReportsPage() {
  const { t } = useLocale();
  return <Page title={t('engagement.reports')}>{null}</Page>;
}
