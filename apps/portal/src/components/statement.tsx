import type { MotiveLabel } from '@rapport/charts';
import type { ReactNode } from 'react';
import styles from './statement.module.css';

export function Statements({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ul className={styles['list']} aria-label={label}>
      {children}
    </ul>
  );
}

interface StatementProps {
  readonly motive: MotiveLabel;
  readonly end?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** One thing that was found about a motive, with both of its poles named. */
export function Statement({ motive, end, action, children }: StatementProps) {
  return (
    <li className={styles['statement']}>
      <div className={styles['head']}>
        <h3>{motive.name}</h3>
        {end}
      </div>
      <span className={styles['poles']}>
        {motive.low} ↔ {motive.high}
      </span>
      <p>{children}</p>
      {action && <div className={styles['action']}>{action}</div>}
    </li>
  );
}
