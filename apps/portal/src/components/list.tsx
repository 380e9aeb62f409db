import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';
import { Icon } from './icon.js';
import styles from './list.module.css';

/** Rows on one sheet of paper. */
export function List({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ul className={styles['list']} aria-label={label}>
      {children}
    </ul>
  );
}

interface RowProps {
  readonly title: ReactNode;
  readonly meta?: ReactNode;
  readonly end?: ReactNode;
  /** The title is a link over the whole row. */
  readonly opens?: boolean;
}

export function Row({ title, meta, end, opens = false }: RowProps) {
  return (
    <li className={styles['row']}>
      <div className={styles['main']}>
        <div>{title}</div>
        {meta && <div className={styles['meta']}>{meta}</div>}
      </div>
      <div className={styles['end']}>
        {end}
        {opens && <Icon name="next" />}
      </div>
    </li>
  );
}

const PlainRowLink = ({
  ref,
  ...props
}: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly ref?: Ref<HTMLAnchorElement> }) => (
  <a ref={ref} {...props} className={styles['link']} />
);

/** The title of a row that opens something. */
export const RowLink = createLink(PlainRowLink);

/** What stands where a list would be, and what to do to fill it. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className={styles['empty']}>
      <strong>{title}</strong>
      {children}
    </div>
  );
}
