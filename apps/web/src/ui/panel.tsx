import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect } from 'react';
import styles from './panel.module.css';

/** What belongs together, under its name. */
export function Panel({
  title,
  side,
  children,
  flush = false,
}: {
  readonly title?: ReactNode;
  readonly side?: ReactNode;
  readonly children: ReactNode;
  readonly flush?: boolean;
}) {
  return (
    <section className={styles.panel} data-panel>
      {title !== undefined && (
        <header className={styles.head}>
          <h2 className={styles.title}>{title}</h2>
          {side}
        </header>
      )}
      <div className={flush ? undefined : styles.body}>{children}</div>
    </section>
  );
}

/** Name of the page, also in the browser's tab; one line about it; what can be done here. */
export function PageHead({
  title,
  tab,
  children,
  acts,
}: {
  readonly title: ReactNode;
  readonly tab?: string;
  readonly children?: ReactNode;
  readonly acts?: ReactNode;
}) {
  useTitle(tab ?? (typeof title === 'string' ? title : ''));
  return (
    <div className={styles.pageHead}>
      <div>
        <h1 tabIndex={-1}>{title}</h1>
        {children !== undefined && <div className="secondary">{children}</div>}
      </div>
      {acts !== undefined && <div className={`${styles.acts} no-print`}>{acts}</div>}
    </div>
  );
}

/** What the browser's tab and history say. */
export function useTitle(title: string): void {
  const { t } = useLingui();
  useEffect(() => {
    if (title) document.title = t`${title} · Sáng kiến CCHC`;
  }, [title, t]);
}
