import { Icon } from '../../components/icon.js';
import { useLocale } from '../../i18n/locale.js';
import type { SaveState } from './answer-sheet.js';
import styles from './questionnaire.module.css';

const ICON = { saved: 'check', saving: 'more', offline: 'offline' } as const;

/** Whether the answers are with the server, always in sight. */
export function SaveStateLine({ state }: { readonly state: SaveState }) {
  const { t } = useLocale();
  return (
    <span className={styles['saved']} data-state={state}>
      <Icon name={ICON[state]} size={16} />
      {t(`participant.${state === 'offline' ? 'kept' : state}`)}
    </span>
  );
}
