import { Trans } from '@lingui/react/macro';
import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes, useId } from 'react';
import { Button } from './button';
import { classes } from './classes';
import styles from './form.module.css';
import { dayAndClock, number } from './format';
import { Icon } from './icon';
import { Warning } from './icons';
import { type KeptText, useKeptText } from './kept-texts';

export interface FieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong with it, as the server words it. */
  readonly error?: string | null;
  /** Said, since only what may be left out is marked. */
  readonly optional?: boolean;
  /** Most characters that it takes; how many stand in it is shown. */
  readonly limit?: number;
  readonly length?: number;
}

/** Name of the element and what describes it, for the control inside a field. */
export interface Wiring {
  readonly id: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
}

/** Label above, hint under it, error between hint and control. */
export function Field({
  id: given,
  label,
  hint,
  error,
  optional,
  limit,
  length = 0,
  children,
}: FieldProps & { readonly id?: string; readonly children: (wiring: Wiring) => ReactNode }) {
  const own = useId();
  const id = given ?? own;
  const ids = { hint: `${id}-hint`, error: `${id}-error`, count: `${id}-count` };
  const described = [hint && ids.hint, error && ids.error, limit && ids.count].filter(Boolean).join(' ');
  return (
    <div className={classes(styles.field, error && styles.bad)}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {optional && (
          <span className={styles.optional}>
            {' '}
            <Trans>(không bắt buộc)</Trans>
          </span>
        )}
      </label>
      {hint && (
        <p className={styles.hint} id={ids.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p className={styles.error} id={ids.error}>
          <Icon of={Warning} />
          {error}
        </p>
      )}
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined })}
      {limit !== undefined && (
        <p className={classes(styles.count, length > limit && styles.over)} id={ids.count}>
          <Trans>
            {number(length)} trên {number(limit)} ký tự
          </Trans>
        </p>
      )}
    </div>
  );
}

type Plain<Attributes> = FieldProps &
  Omit<Attributes, 'onChange' | 'value' | 'name'> & {
    /** The path of the input, e.g. `authors.0.share`: what a refusal names. */
    readonly name: string;
    readonly value: string;
    readonly onChange: (value: string) => void;
  };

/** As the server counts them: composed, and not in halves. */
export const charactersIn = (text: string): number => Array.from(text.normalize('NFC')).length;

/** The id by which a summary finds the control of a path. */
export const fieldId = (path: string): string => `field-${path.replaceAll('.', '-')}`;

export function TextField({
  label,
  hint,
  error,
  optional,
  limit,
  name,
  value,
  onChange,
  className,
  ...rest
}: Plain<InputHTMLAttributes<HTMLInputElement>>) {
  return (
    <Field id={fieldId(name)} {...{ label, hint, error, optional, limit }} length={charactersIn(value)}>
      {(wiring) => (
        <input
          {...rest}
          {...wiring}
          name={name}
          value={value}
          required={!optional}
          className={classes(styles.input, className)}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      )}
    </Field>
  );
}

export function TextAreaField({
  label,
  hint,
  error,
  optional,
  limit,
  name,
  value,
  onChange,
  className,
  ...rest
}: Plain<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  const kept = useKeptText(name, value, onChange);
  return (
    <Field id={fieldId(name)} {...{ label, hint, error, optional, limit }} length={charactersIn(value)}>
      {(wiring) => (
        <>
          <textarea
            {...rest}
            {...wiring}
            name={name}
            value={value}
            className={classes(styles.input, className)}
            onChange={(event) => {
              kept.change(event.target.value);
            }}
          />
          {kept.from && <BroughtBack from={kept.from} onGiveUp={kept.giveUp} />}
        </>
      )}
    </Field>
  );
}

function BroughtBack({ from, onGiveUp }: { readonly from: Date; readonly onGiveUp: KeptText['giveUp'] }) {
  return (
    <p className={styles.back} role="status">
      <Trans>Đã lấy lại phần nhập dở lúc {dayAndClock(from)}.</Trans>
      <Button kind="plain" size="small" onClick={onGiveUp}>
        <Trans>Bỏ phần này</Trans>
      </Button>
    </p>
  );
}

export function SelectField({
  label,
  hint,
  error,
  optional,
  name,
  value,
  onChange,
  className,
  children,
  ...rest
}: Plain<SelectHTMLAttributes<HTMLSelectElement>>) {
  return (
    <Field id={fieldId(name)} {...{ label, hint, error, optional }}>
      {(wiring) => (
        <select
          {...rest}
          {...wiring}
          name={name}
          value={value}
          className={classes(styles.input, className)}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        >
          {children}
        </select>
      )}
    </Field>
  );
}

/** Something to agree to, or to have or not. */
export function CheckField({
  label,
  error,
  name,
  checked,
  onChange,
}: {
  readonly label: ReactNode;
  readonly error?: string | null;
  readonly name: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  const id = fieldId(name);
  return (
    <div className={classes(styles.field, error && styles.bad)}>
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          <Icon of={Warning} />
          {error}
        </p>
      )}
      <label className={styles.choice}>
        <input
          type="checkbox"
          id={id}
          name={name}
          checked={checked}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => {
            onChange(event.target.checked);
          }}
        />
        <span>{label}</span>
      </label>
    </div>
  );
}

/** One of a few, all of them in sight. */
export function RadioField<Value extends string>({
  label,
  hint,
  error,
  name,
  value,
  onChange,
  choices,
}: FieldProps & {
  readonly name: string;
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly choices: readonly { readonly value: Value; readonly label: ReactNode; readonly hint?: ReactNode }[];
}) {
  const id = fieldId(name);
  return (
    <fieldset className={classes(styles.field, error && styles.bad)} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={styles.label}>{label}</legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          <Icon of={Warning} />
          {error}
        </p>
      )}
      {choices.map((choice, at) => (
        <label key={choice.value} className={styles.choice}>
          <input
            type="radio"
            id={at === 0 ? id : undefined}
            name={name}
            value={choice.value}
            checked={value === choice.value}
            onChange={() => {
              onChange(choice.value);
            }}
          />
          <span>
            {choice.label}
            {choice.hint && <span className={classes(styles.hint, 'caption')}> {choice.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
