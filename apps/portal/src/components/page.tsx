import { Title } from '@mantine/core';
import { useEffect, useId, type CSSProperties, type ReactNode } from 'react';
import styles from './page.module.css';

interface PageProps {
  readonly title: string;
  /** What stands above the title: where one is. */
  readonly eyebrow?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** For reading and answering: no wider than a text should be. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** A page with its one main heading; the heading is also the title of the window. */
export function Page({ title, eyebrow, lead, actions, narrow = false, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Rapport`;
  }, [title]);
  return (
    <div className={styles['page']} data-narrow={narrow || undefined}>
      <header className={styles['head']}>
        <div className={styles['titles']}>
          {eyebrow && <div className={styles['eyebrow']}>{eyebrow}</div>}
          <Title order={1}>{title}</Title>
          {lead && <p className={styles['lead']}>{lead}</p>}
        </div>
        {actions && <div className={styles['actions']}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** Part of another section and no landmark of its own. */
  readonly within?: boolean;
  readonly children?: ReactNode;
}

export function Section({ title, lead, actions, within = false, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles['section']} {...(within ? {} : { 'aria-labelledby': id })}>
      <div className={styles['sectionHead']}>
        <div>
          <Title order={within ? 3 : 2} id={id}>
            {title}
          </Title>
          {lead && <p className={styles['sectionLead']}>{lead}</p>}
        </div>
        {actions && <div className={styles['actions']}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}

/** A sheet of paper on the ground of the page. */
export function Panel({
  children,
  className,
}: {
  readonly children: ReactNode;
  readonly className?: string;
}) {
  return (
    <div className={className ? `${styles['panel'] ?? ''} ${className}` : styles['panel']}>{children}</div>
  );
}

/** As many columns as fit, each at least `min` wide. */
export function Columns({
  children,
  min = '20rem',
}: {
  readonly children: ReactNode;
  readonly min?: string;
}) {
  return (
    <div className={styles['columns']} style={{ '--column': min } as CSSProperties}>
      {children}
    </div>
  );
}
