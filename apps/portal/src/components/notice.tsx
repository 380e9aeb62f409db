import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../api/command.js';
import { Icon } from './icon.js';
import { useProblemText } from './problem-text.js';
import styles from './notice.module.css';

interface NoticeProps {
  readonly kind?: 'info' | 'caution';
  readonly title?: string;
  /** Read out at once, for what has just happened. */
  readonly live?: boolean;
  readonly children: ReactNode;
}

/** A remark that stands out without alarm. */
export function Notice({ kind = 'info', title, live = false, children }: NoticeProps) {
  return (
    <div
      className={
        kind === 'caution' ? `${styles['notice'] ?? ''} ${styles['caution'] ?? ''}` : styles['notice']
      }
      {...(live ? { role: 'alert' } : {})}
    >
      <Icon name={kind === 'caution' ? 'warning' : 'info'} />
      <div className={styles['body']}>
        {title && <div className={styles['title']}>{title}</div>}
        <div>{children}</div>
      </div>
    </div>
  );
}

/** Why a command was not carried out: the server's words, or that it did not arrive. */
export function CommandProblem({ command }: { readonly command: Pick<Command<never>, 'refusal' | 'error'> }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { refusal, error } = command;
  if (!refusal && !error) return null;
  return (
    <Notice kind="caution" title={t('problem.notDone')} live>
      {refusal ? refusal.message : error && problemText(error)}
    </Notice>
  );
}
