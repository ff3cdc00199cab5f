import { Trans, useLingui } from '@lingui/react/macro';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../ui/icon';
import { Search } from '../ui/icons';
import { type Found, useFound } from './palette-found';
import styles from './palette.module.css';

/** Ctrl K: pages and records by some letters of their name, tone marks aside. */
export function Palette() {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOpen(true);
      }
    };
    addEventListener('keydown', listen);
    return () => {
      removeEventListener('keydown', listen);
    };
  }, []);
  return (
    <>
      <button
        type="button"
        className={styles.find}
        onClick={() => {
          setOpen(true);
        }}
      >
        <Icon of={Search} />
        <span>
          <Trans>Tìm hoặc đi tới</Trans>
        </span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      {open && (
        <PaletteBox
          label={t`Tìm hoặc đi tới`}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

function PaletteBox({ label, onClose }: { readonly label: string; readonly onClose: () => void }) {
  const router = useRouter();
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = useFound(typed);
  useEffect(() => {
    box.current?.showModal();
  }, []);
  const go = (chosen: Found | undefined) => {
    if (!chosen) return;
    onClose();
    router.history.push(chosen.href);
  };
  const press = (key: string): boolean => {
    if (key === 'ArrowDown') setAt((was) => Math.min(was + 1, found.length - 1));
    else if (key === 'ArrowUp') setAt((was) => Math.max(was - 1, 0));
    else if (key === 'Enter') go(found[at]);
    else return false;
    return true;
  };
  return (
    <dialog ref={box} className={styles.box} aria-label={label} onClose={onClose} onCancel={onClose}>
      <input
        className={styles.input}
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found[at] && `${id}-${String(at)}`}
        aria-label={label}
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (press(event.key)) event.preventDefault();
        }}
      />
      <ul id={id} role="listbox" aria-label={label} className={styles.list}>
        {found.map((one, place) => (
          <li
            key={one.key}
            id={`${id}-${String(place)}`}
            role="option"
            aria-selected={place === at}
            onPointerDown={(event) => {
              event.preventDefault();
              go(one);
            }}
          >
            <Icon of={one.icon} />
            <span>{one.label}</span>
            <span className="caption">{one.kind}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p className={styles.none} role="status">
          <Trans>Không tìm thấy</Trans>
        </p>
      )}
      <p className={styles.foot}>
        <Trans>↑ ↓ chọn, Enter mở, Esc đóng. Gõ không dấu cũng tìm được.</Trans>
      </p>
    </dialog>
  );
}
