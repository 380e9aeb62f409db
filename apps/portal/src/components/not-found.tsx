import { useTranslation } from 'react-i18next';
import { ButtonLink } from './links.js';
import { Page } from './page.js';

/** There is no such thing, or not for the caller: both look the same. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')} lead={t('notFound.text')}>
      <div>
        <ButtonLink to="/">{t('notFound.back')}</ButtonLink>
      </div>
    </Page>
  );
}
