import type { Band } from '../api/generated.js';
import { useLocale } from '../i18n/locale.js';
import styles from './pole.module.css';

/** A band as the charts show it: colour, shape and word together. */
export function Pole({ band }: { readonly band: Band }) {
  const { t } = useLocale();
  const name = band.toLowerCase() as Lowercase<Band>;
  return (
    <span className={`${styles['pole'] ?? ''} ${styles[name] ?? ''}`}>
      <svg width="11" height="11" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {band === 'RED' && <path d="M6 0.5 12 11.5H0z" fill="currentColor" />}
        {band === 'BLUE' && <rect x="1" y="1" width="10" height="10" fill="currentColor" />}
        {band === 'BALANCED' && <circle cx="6" cy="6" r="5" fill="currentColor" />}
      </svg>
      {t(`band.${name}`)}
    </span>
  );
}
