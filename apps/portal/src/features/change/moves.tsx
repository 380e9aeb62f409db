import type { Change } from '../../api/insight.js';
import { Panel } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';
import styles from './moves.module.css';

/** Who stayed, who joined, who left between two waves. */
export function Moves({ change }: { readonly change: Change }) {
  const { t, number } = useLocale();
  const facts = [
    [t('change.stayed'), change.stayed],
    [t('change.joined'), change.joined],
    [t('change.left'), change.left],
  ] as const;
  return (
    <Panel>
      <dl className={styles['moves']}>
        {facts.map(([word, count]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd className="tabular">{number(count)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
