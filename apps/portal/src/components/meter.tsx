import { useLocale } from '../i18n/locale.js';
import styles from './meter.module.css';

interface MeterProps {
  readonly label: string;
  readonly value: number;
  readonly of: number;
  /** Instead of "3 of 9". */
  readonly words?: string;
}

/** How far something is: in words, with a bar. */
export function Meter({ label, value, of, words }: MeterProps) {
  const { t, number } = useLocale();
  return (
    <div className={styles['meter']}>
      <div className={styles['words']}>
        <span>{label}</span>
        <span className="tabular">
          {words ?? t('list.shown', { shown: number(value), total: number(of) })}
        </span>
      </div>
      <div
        className={styles['track']}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={value}
      >
        <div className={styles['fill']} style={{ width: `${String(of === 0 ? 0 : (100 * value) / of)}%` }} />
      </div>
    </div>
  );
}
