import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './pending.module.css';

/** Something is on its way. */
export function Pending() {
  const { t } = useTranslation();
  return (
    <div className={styles['pending']} role="status">
      <Loader type="dots" color="ink.6" />
      <span className="visually-hidden">{t('pending')}</span>
    </div>
  );
}
