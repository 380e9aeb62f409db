import { Page } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';

export function TeamsPage() {
  const { t } = useLocale();
  return <Page title={t('engagement.teams')}>{null}</Page>;
}
