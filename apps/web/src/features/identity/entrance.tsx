import { type ReactNode } from 'react';
import { useTitle } from '../../ui/panel';
import styles from './entrance.module.css';

/** The narrow page of a form that lets somebody in. */
export function Entrance({ title, intro, children }: { readonly title: string; readonly intro?: ReactNode; readonly children: ReactNode }) {
  useTitle(title);
  return (
    <div className={styles.entrance}>
      <h1 tabIndex={-1}>{title}</h1>
      {intro !== undefined && <p className={styles.intro}>{intro}</p>}
      {children}
    </div>
  );
}
