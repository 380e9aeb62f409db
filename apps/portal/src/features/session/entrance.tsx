import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../components/language-switch.js';
import { Mark } from '../../components/mark.js';
import styles from './entrance.module.css';

/** The page before the sign-in: what this is about beside what is to be done. */
export function Entrance({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={styles['entrance']}>
      <header className={styles['story']}>
        <div className={styles['word']}>
          <Mark size={36} />
          Rapport
        </div>
        <p>{t('entrance.story')}</p>
        <small>{t('entrance.purpose')}</small>
      </header>
      <div className={styles['side']}>
        <div className={styles['language']}>
          <LanguageSwitch />
        </div>
        <main className={styles['form']}>{children}</main>
      </div>
    </div>
  );
}
