import { Page } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';

export function WavePage() {
  const { t } = useLocale();
  return <Page title={t('engagement.waves')}>{null}</Page>;
}
