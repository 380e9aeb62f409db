import { Page } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';

export function ComparisonPage() {
  const { t } = useLocale();
  return <Page title={t('engagement.comparison')}>{null}</Page>;
}
