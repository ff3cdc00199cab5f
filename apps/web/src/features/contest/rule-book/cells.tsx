import { type ReactNode } from 'react';
import { classes } from '../../../ui/classes';
import { CheckField, Field, fieldId } from '../../../ui/field';
import formStyles from '../../../ui/form.module.css';
import { Icon } from '../../../ui/icon';
import { Warning } from '../../../ui/icons';
import { fieldPath, useEditing, useErrorAt } from './editing';
import styles from './rule-book.module.css';

interface CellProps {
  readonly label: ReactNode;
  readonly path: string;
  readonly hint?: ReactNode;
  readonly optional?: boolean;
}

interface TextProps extends CellProps {
  readonly value: string | null;
  /** What an empty one is: left out, or an empty text. */
  readonly nullable?: boolean;
  readonly numeric?: boolean;
  readonly long?: boolean;
}

/** A text or a decimal of the book, at its place. */
export function TextCell({ label, path, hint, optional, value, nullable = false, numeric = false, long = false }: TextProps) {
  const { put, readOnly } = useEditing();
  const error = useErrorAt(path);
  const Control = long ? 'textarea' : 'input';
  return (
    <div className={classes(styles.cell, numeric && styles.numeric)}>
      <Field id={fieldId(fieldPath(path))} label={label} hint={hint} error={error} optional={optional}>
        {(wiring) => (
          <Control
            {...wiring}
            className={classes(formStyles.input, styles.input)}
            readOnly={readOnly}
            inputMode={numeric ? 'decimal' : undefined}
            value={value ?? ''}
            onChange={(event) => {
              const typed = event.target.value;
              put(path, nullable && typed.trim() === '' ? null : typed);
            }}
          />
        )}
      </Field>
    </div>
  );
}

/** A whole number of the book. */
export function WholeCell({ label, path, hint, optional, value }: CellProps & { readonly value: number | null }) {
  const { put, readOnly } = useEditing();
  const error = useErrorAt(path);
  return (
    <div className={classes(styles.cell, styles.numeric)}>
      <Field id={fieldId(fieldPath(path))} label={label} hint={hint} error={error} optional={optional}>
        {(wiring) => (
          <input
            {...wiring}
            className={classes(formStyles.input, styles.input)}
            readOnly={readOnly}
            inputMode="numeric"
            value={value === null || Number.isNaN(value) ? '' : String(value)}
            onChange={(event) => {
              const typed = event.target.value.replaceAll(/\D/g, '');
              put(path, typed === '' ? (optional ? null : Number.NaN) : Number(typed));
            }}
          />
        )}
      </Field>
    </div>
  );
}

/** One of the ways that a rule may go. */
export function ChoiceCell<Value extends string>({
  label,
  path,
  hint,
  value,
  choices,
}: CellProps & { readonly value: Value; readonly choices: Readonly<Record<Value, string>> }) {
  const { put, readOnly } = useEditing();
  const error = useErrorAt(path);
  return (
    <div className={styles.cell}>
      <Field id={fieldId(fieldPath(path))} label={label} hint={hint} error={error}>
        {(wiring) => (
          <select
            {...wiring}
            className={classes(formStyles.input, styles.input)}
            disabled={readOnly}
            value={value}
            onChange={(event) => {
              put(path, event.target.value);
            }}
          >
            {Object.entries<string>(choices).map(([choice, word]) => (
              <option key={choice} value={choice}>
                {word}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}

/** Something that a rule has or not. */
export function CheckCell({ label, path, checked }: { readonly label: ReactNode; readonly path: string; readonly checked: boolean }) {
  const { put, readOnly } = useEditing();
  return (
    <CheckField
      label={label}
      name={fieldPath(path)}
      error={useErrorAt(path)}
      checked={checked}
      onChange={(next) => {
        if (!readOnly) put(path, next);
      }}
    />
  );
}

/** What is wrong with a place that has no control of its own: a list, a criterion as a whole. */
export function PlaceError({ path }: { readonly path: string }) {
  const error = useErrorAt(path);
  if (error === null) return null;
  return (
    <p className={styles.placeError} id={fieldId(fieldPath(path))} tabIndex={-1}>
      <Icon of={Warning} />
      {error}
    </p>
  );
}
