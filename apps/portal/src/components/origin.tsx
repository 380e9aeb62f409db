import type { Provenance } from '../api/insight.js';
import { useLocale } from '../i18n/locale.js';
import styles from './origin.module.css';

/** What the figures of a page say and do not say, and which versions they were computed with. */
export function Origin({ provenance }: { readonly provenance: Provenance }) {
  const { t, number } = useLocale();
  const { instrument, norm, bandRule, assessmentCount, scoring } = provenance;
  return (
    <footer className={styles['origin']}>
      <p className={styles['limit']}>{t('origin.limit')}</p>
      <details>
        <summary>{t('origin.title')}</summary>
        <ul>
          <li>{t('origin.instrument', instrument)}</li>
          <li>
            {norm
              ? t('origin.norm', { id: norm.id, version: norm.version, n: number(norm.n) })
              : t('origin.noNorm')}
          </li>
          <li>{t('origin.bandRule', { ...bandRule, cut: number(bandRule.cut, 1) })}</li>
          <li>{t('origin.assessments', { count: assessmentCount })}</li>
          <li>{t('origin.scoring', { version: scoring })}</li>
        </ul>
      </details>
    </footer>
  );
}
