import { Page } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';

export function OverviewPage() {
  const { t } = useLocale();
  return <Page title={t('engagement.overview')}>{null}</Page>;
}
