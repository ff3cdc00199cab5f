import { Trans } from '@lingui/react/macro';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { Button } from './button';
import { TextField, fieldId } from './field';
import styles from './pick-field.module.css';

export interface Picked {
  readonly id: string;
  readonly label: string;
  /** What tells it from others of the same name. */
  readonly caption?: string;
}

/** What the server finds by some letters; nothing is asked before there are two of them. */
export type Find = (search: string, pause: boolean) => { readonly found: readonly Picked[]; readonly busy: boolean };

interface PickFieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly optional?: boolean;
  /** The path of the input that a refusal names. */
  readonly name: string;
  readonly value: Picked | null;
  readonly onChange: (value: Picked | null) => void;
  /** A hook, the same each time. */
  readonly useFind: Find;
}

/** One of very many: found by some letters of its name, then shown with a way to choose another. */
export function PickField({ label, hint, error, optional, name, value, onChange, useFind }: PickFieldProps) {
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const { found, busy } = useFind(search, search.length < 2);
  if (value)
    return (
      <div className={styles.picked}>
        <p className={styles.label}>{label}</p>
        {error && <p className={styles.error}>{error}</p>}
        <p>
          <strong>{value.label}</strong> {value.caption && <span className="caption">{value.caption}</span>}{' '}
          <Button
            size="small"
            id={fieldId(name)}
            onClick={() => {
              onChange(null);
            }}
          >
            <Trans>Chọn khác</Trans>
          </Button>
        </p>
      </div>
    );
  return (
    <div className={styles.picking}>
      <TextField
        label={label}
        hint={hint ?? <Trans>Gõ từ hai chữ cái, có dấu hay không dấu đều được.</Trans>}
        {...{ error, optional, name }}
        type="search"
        autoComplete="off"
        value={typed}
        onChange={setTyped}
      />
      <p role="status" className="caption">
        {search.length >= 2 && !busy && found.length === 0 && <Trans>Không tìm thấy.</Trans>}
      </p>
      {search.length >= 2 && (
        <ul className={styles.found}>
          {found.map((choice) => (
            <li key={choice.id}>
              <button
                type="button"
                onClick={() => {
                  setTyped('');
                  onChange(choice);
                }}
              >
                {choice.label} {choice.caption && <span className="caption">{choice.caption}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
