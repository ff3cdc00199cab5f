import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './button';
import { classes } from './classes';
import styles from './dialog.module.css';
import { Icon } from './icon';
import { Close } from './icons';
import { KeptTexts } from './kept-texts';

interface DialogProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Which act, and on what, by its id: long texts that are typed in it are kept by that until the act is done. */
  readonly of?: string;
  /** At its foot, the safe choice first. */
  readonly acts?: ReactNode;
  readonly wide?: boolean;
  /** It asks for what must be answered: no way out but its acts. */
  readonly firm?: boolean;
}

/** To decide something: sign, refuse, delete. The browser keeps the focus in it and gives it back. */
export function Dialog({ title, onClose, children, of, acts, wide = false, firm = false }: DialogProps) {
  const { t } = useLingui();
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = box.current;
    if (dialog && !dialog.open) {
      dialog.showModal();
      // The browser would take the first that can be pressed: the way out, and not what is asked.
      dialog.querySelector<HTMLElement>('[data-first-focus], input, textarea, select')?.focus();
    }
    return () => {
      dialog?.close();
    };
  }, []);
  return (
    <dialog
      ref={box}
      className={classes(styles.dialog, wide && styles.wide)}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (!firm) onClose();
      }}
    >
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {!firm && (
          <IconButton label={t`Đóng`} onClick={onClose}>
            <Icon of={Close} />
          </IconButton>
        )}
      </div>
      <div className={styles.body}>
        {of === undefined ? children : <KeptTexts of={of}>{children}</KeptTexts>}
        {acts !== undefined && <div className={styles.acts}>{acts}</div>}
      </div>
    </dialog>
  );
}
