import { Page } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';

export function ProfilesPage() {
  const { t } = useLocale();
  return <Page title={t('engagement.profiles')}>{null}</Page>;
}
