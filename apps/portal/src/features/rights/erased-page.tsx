import { Page } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';

/** What is left to say to somebody who was erased: there is no session any more. */
export function ErasedPage() {
  const { t } = useLocale();
  return (
    <main id="main">
      <Page title={t('rights.erasedTitle')} lead={t('rights.erasedText')} narrow>
        {null}
      </Page>
    </main>
  );
}
