import { Button } from '@mantine/core';
import { useLocale } from '../i18n/locale.js';
import styles from './load-more.module.css';

interface LoadMoreProps {
  readonly shown: number;
  readonly total: number;
  readonly more: boolean;
  readonly loading: boolean;
  readonly onMore: () => void;
}

/** How much of a list is shown, and the way to the rest. */
export function LoadMore({ shown, total, more, loading, onMore }: LoadMoreProps) {
  const { t, number } = useLocale();
  if (!more && total <= shown) return null;
  return (
    <div className={styles['more']}>
      <span className="tabular">{t('list.shown', { shown: number(shown), total: number(total) })}</span>
      {more && (
        <Button variant="default" loading={loading} onClick={onMore}>
          {t('list.more')}
        </Button>
      )}
    </div>
  );
}
