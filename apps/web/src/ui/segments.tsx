import { type ReactNode } from 'react';
import styles from './segments.module.css';

/** One of two or three, side by side. */
export function Segments<Value extends string>({
  label,
  value,
  onChange,
  choices,
}: {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly choices: readonly { readonly value: Value; readonly label: ReactNode; readonly lang?: string; readonly says?: string }[];
}) {
  return (
    <div className={styles.segments} role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          lang={choice.lang}
          aria-pressed={choice.value === value}
          onClick={() => {
            onChange(choice.value);
          }}
        >
          {choice.label}
          {choice.says !== undefined && <span className="visually-hidden">{choice.says}</span>}
        </button>
      ))}
    </div>
  );
}
