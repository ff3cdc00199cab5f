import { Link, type LinkProps } from '@tanstack/react-router';
import { type ReactNode, createContext, useContext, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { Icon } from './icon';
import { ChevronRight } from './icons';
import styles from './bar.module.css';

const BarContext = createContext<{ readonly place: HTMLElement | null; readonly setPlace: (place: HTMLElement | null) => void }>({
  place: null,
  setPlace: () => undefined,
});

export function BarProvider({ children }: { readonly children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return <BarContext value={useMemo(() => ({ place, setPlace }), [place])}>{children}</BarContext>;
}

/** Where the shell lets a page say where it stands and how saving goes. */
export function BarPlace() {
  const { setPlace } = useContext(BarContext);
  return <div ref={setPlace} className={styles.place} />;
}

export interface Crumb {
  readonly label: ReactNode;
  /** Left out: the page itself. */
  readonly link?: LinkProps;
}

/** Of a page: the way to it, and beside it what the page says all the time, as its save mark. */
export function Bar({ crumbs, side }: { readonly crumbs: readonly Crumb[]; readonly side?: ReactNode }) {
  const { place } = useContext(BarContext);
  if (!place) return null;
  return createPortal(
    <>
      <nav className={styles.crumbs} aria-label="Breadcrumb">
        <ol>
          {crumbs.map(({ label, link }, at) => (
            <li key={at}>
              {at > 0 && <Icon of={ChevronRight} size={12} />}
              {link ? <Link {...link}>{label}</Link> : <span aria-current="page">{label}</span>}
            </li>
          ))}
        </ol>
      </nav>
      {side !== undefined && <div className={styles.side}>{side}</div>}
    </>,
    place,
  );
}
