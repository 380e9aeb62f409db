import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { switchLanguage } from '../i18n/translations.js';

/** Offers the other language, in its own words. */
export function LanguageSwitch() {
  const { i18n } = useTranslation();
  const other = i18n.language === 'en' ? 'de' : 'en';
  return (
    <Button
      variant="subtle"
      color="ink"
      px="sm"
      lang={other}
      aria-label={other === 'en' ? 'English (EN)' : 'Deutsch (DE)'}
      onClick={() => void switchLanguage(other)}
    >
      {other.toUpperCase()}
    </Button>
  );
}
