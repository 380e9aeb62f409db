import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page.js';

export function QuestionnairePage() {
  const { t } = useTranslation();
  return <Page title={t('participant.title')}>{null}</Page>;
}
