import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page.js';

export function ClientReportsPage() {
  const { t } = useTranslation();
  return <Page title={t('client.title')}>{null}</Page>;
}
