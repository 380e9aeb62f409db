import type { MotiveLabel } from '@rapport/charts';
import type { MotiveScore, MotiveTexts } from '../api/insight.js';
import { Panel } from './page.js';
import { Pole } from './pole.js';
import { useLocale } from '../i18n/locale.js';
import styles from './motive-card.module.css';

interface MotiveCardProps {
  readonly score: MotiveScore;
  readonly label: MotiveLabel;
  readonly texts: MotiveTexts | null;
}

/** A marked motive in words: what comes easily, what costs energy. */
export function MotiveCard({ score, label, texts }: MotiveCardProps) {
  const { t, signed, text } = useLocale();
  const pole = texts && (score.band === 'RED' ? texts.high : texts.low);
  return (
    <Panel>
      <article>
        <div className={styles['head']}>
          <h3>{label.name}</h3>
          <span className={styles['label']}>{score.band === 'RED' ? label.high : label.low}</span>
          <span className={`${styles['score'] ?? ''} tabular`}>
            {score.band && <Pole band={score.band} />} {signed(score.value)}
          </span>
        </div>
        {pole && (
          <div className={styles['parts']}>
            <div>
              <h4>{t('pole.easy')}</h4>
              <p>{text(pole.easy)}</p>
            </div>
            <div>
              <h4>{t('pole.costs')}</h4>
              <p>{text(pole.costs)}</p>
            </div>
            <div>
              <h4>{t('pole.seenByOther')}</h4>
              <p>{text(pole.seenByOther)}</p>
            </div>
            <div>
              <h4>{t('pole.helps')}</h4>
              <p>{text(pole.helps)}</p>
            </div>
          </div>
        )}
        {score.bandOverlaps && <p className={styles['note']}>{t('profiles.overlaps')}</p>}
      </article>
    </Panel>
  );
}
