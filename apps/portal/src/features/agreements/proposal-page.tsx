import { Page } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';

export function ProposalPage() {
  const { t } = useLocale();
  return <Page title={t('engagement.agreements')}>{null}</Page>;
}
