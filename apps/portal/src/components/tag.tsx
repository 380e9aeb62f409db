import type { ReactNode } from 'react';
import styles from './tag.module.css';

interface TagProps {
  readonly kind?: 'plain' | 'quiet' | 'caution' | 'done';
  readonly children: ReactNode;
}

/** A state in a word. */
export function Tag({ kind = 'plain', children }: TagProps) {
  return <span className={`${styles['tag'] ?? ''} ${styles[kind] ?? ''}`}>{children}</span>;
}
