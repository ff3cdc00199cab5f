import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './button';
import styles from './drawer.module.css';
import { Icon } from './icon';
import { Close } from './icons';

interface DrawerProps {
  /** A line above the title: where it belongs. */
  readonly over?: ReactNode;
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** At its foot, and always in sight. */
  readonly acts?: ReactNode;
  /** What is shown, so that the focus comes here anew when it changes. */
  readonly of: string;
}

/** One thing of a list while the list stays and can be used. Esc closes it, and the focus goes back to where it was. */
export function Drawer({ over, title, onClose, children, acts, of }: DrawerProps) {
  const { t } = useLingui();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const opener = document.activeElement as HTMLElement | null;
    heading.current?.focus();
    return () => {
      if (opener?.isConnected) opener.focus();
    };
  }, [of]);
  return (
    <aside
      className={styles.drawer}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={styles.head}>
        <div>
          {over !== undefined && <p className="caption">{over}</p>}
          <h2 id={id} ref={heading} tabIndex={-1}>
            {title}
          </h2>
        </div>
        <IconButton label={t`Đóng, phím Esc`} onClick={onClose}>
          <Icon of={Close} />
        </IconButton>
      </header>
      <div className={styles.body}>{children}</div>
      {acts !== undefined && <footer className={styles.acts}>{acts}</footer>}
    </aside>
  );
}
