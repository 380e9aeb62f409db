import { Page } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';

export function PersonalityPage() {
  const { t } = useLocale();
  return <Page title={t('engagement.personality')}>{null}</Page>;
}
