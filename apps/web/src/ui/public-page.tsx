import { type ReactNode } from 'react';
import styles from './public-page.module.css';
import { useTitle } from './panel';

/** A page for anyone: the width of the head above it, and text of the size that one reads. */
export function PublicPage({ children }: { readonly children: ReactNode }) {
  return <div className={styles.page}>{children}</div>;
}

/** Its name, and a few lines on what it is about. */
export function PublicHead({
  title,
  tab,
  above,
  children,
}: {
  readonly title: ReactNode;
  readonly tab?: string;
  /** A line over the name: what it belongs to. */
  readonly above?: ReactNode;
  readonly children?: ReactNode;
}) {
  useTitle(tab ?? (typeof title === 'string' ? title : ''));
  return (
    <div className={styles.head}>
      {above !== undefined && <div className={styles.above}>{above}</div>}
      <h1 tabIndex={-1}>{title}</h1>
      {children !== undefined && <div className={styles.lead}>{children}</div>}
    </div>
  );
}

export function Section({
  title,
  side,
  children,
  id,
}: {
  readonly title: ReactNode;
  readonly side?: ReactNode;
  readonly children: ReactNode;
  readonly id?: string;
}) {
  return (
    <section className={styles.section} id={id}>
      <div className={styles.sectionHead}>
        <h2>{title}</h2>
        {side}
      </div>
      {children}
    </section>
  );
}

/** Running text, at the measure that reads well. */
export function Prose({ children }: { readonly children: ReactNode }) {
  return <div className={styles.prose}>{children}</div>;
}
