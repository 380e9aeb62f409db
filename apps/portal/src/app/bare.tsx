import type { ErrorComponentProps } from '@tanstack/react-router';
import { NotFound } from '../components/not-found.js';
import { ProblemPage } from './problem-page.js';
import styles from './shell.module.css';

/** An address that leads nowhere. */
export const LostPage = () => (
  <main className={styles['main']}>
    <NotFound />
  </main>
);

/** A problem before the frame of the pages stands. */
export const BareProblemPage = (props: ErrorComponentProps) => (
  <main className={styles['main']}>
    <ProblemPage {...props} />
  </main>
);
