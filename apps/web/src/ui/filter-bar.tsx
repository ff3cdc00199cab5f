import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { Button } from './button';
import styles from './filter-bar.module.css';
import { number } from './format';
import { Icon } from './icon';
import { Close, Search } from './icons';

/** What a table is narrowed to, above it. The page keeps it in the address; `onClear` is given while something is narrowed. */
export function FilterBar({
  label,
  children,
  side,
  onClear,
}: {
  readonly label: string;
  readonly children: ReactNode;
  /** At the end: which columns are shown, export. */
  readonly side?: ReactNode;
  readonly onClear?: () => void;
}) {
  return (
    <div className={`${styles.bar} no-print`} role="search" aria-label={label}>
      {children}
      {onClear && (
        <Button size="small" kind="plain" onClick={onClear}>
          <Icon of={Close} />
          <Trans>Bỏ điều kiện</Trans>
        </Button>
      )}
      {side !== undefined && <div className={styles.side}>{side}</div>}
    </div>
  );
}

/** A search of the server's: begins with Enter or its button, not with each letter. */
export function FilterSearch({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState(value ?? '');
  useEffect(() => {
    setTyped(value ?? '');
  }, [value]);
  return (
    <form
      className={styles.filter}
      onSubmit={(event) => {
        event.preventDefault();
        onChange(typed.trim() || undefined);
      }}
    >
      <label htmlFor={id}>{label}</label>
      <span className={styles.search}>
        <input
          id={id}
          type="search"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            if (event.target.value === '' && value !== undefined) onChange(undefined);
          }}
        />
        <button type="submit">
          <Icon of={Search} />
          <span className="visually-hidden">
            <Trans>Tìm</Trans>
          </span>
        </button>
      </span>
    </form>
  );
}

export interface FilterChoice {
  readonly value: string;
  readonly label: string;
  /** How many rows it leaves, where the server counts them. */
  readonly count?: number;
}

/** One of some values, or all. */
export function FilterSelect({
  label,
  value,
  choices,
  onChange,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly choices: readonly FilterChoice[];
  readonly onChange: (value: string | undefined) => void;
}) {
  const { t } = useLingui();
  const id = useId();
  return (
    <div className={styles.filter}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={(event) => {
          onChange(event.target.value || undefined);
        }}
      >
        <option value="">{t`Tất cả`}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.count === undefined ? choice.label : `${choice.label} (${number(choice.count)})`}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A day, as `2026-11-26`. */
export function FilterDay({
  label,
  value,
  onChange,
  min,
  max,
  type = 'date',
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly type?: 'date' | 'month';
  readonly min?: string;
  readonly max?: string;
}) {
  const id = useId();
  return (
    <div className={styles.filter}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value ?? ''}
        min={min}
        max={max}
        onChange={(event) => {
          onChange(event.target.value || undefined);
        }}
      />
    </div>
  );
}

/** Only those of which something is so: overdue, disputed. */
export function FilterToggle({
  children,
  count,
  pressed,
  onChange,
}: {
  readonly children: ReactNode;
  readonly count?: number;
  readonly pressed: boolean;
  readonly onChange: (pressed: boolean) => void;
}) {
  return (
    <button
      type="button"
      className={styles.toggle}
      aria-pressed={pressed}
      onClick={() => {
        onChange(!pressed);
      }}
    >
      {children}
      {count !== undefined && <b className="num">{number(count)}</b>}
    </button>
  );
}
