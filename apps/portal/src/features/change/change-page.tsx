import { Page } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';

export function ChangePage() {
  const { t } = useLocale();
  return <Page title={t('engagement.change')}>{null}</Page>;
}
