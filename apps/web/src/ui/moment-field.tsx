import { type ReactNode, useState } from 'react';
import { TextField } from './field';

const HOUR = 3_600_000;
/** The contest's clock, which knows no summer time. */
const AHEAD = 7 * HOUR;

/** `2026-11-26T17:00` of a moment, as the contest's clock shows it. */
const shown = (moment: string | null): string => (moment ? new Date(Date.parse(moment) + AHEAD).toISOString().slice(0, 16) : '');
const meant = (typed: string): string | null => (typed ? new Date(Date.parse(`${typed}:00Z`) - AHEAD).toISOString() : null);

interface MomentFieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly optional?: boolean;
  readonly name: string;
  /** ISO 8601; null: none. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** A day and a clock, of the contest's own zone wherever the reader is. */
export function MomentField({ value, onChange, ...rest }: MomentFieldProps) {
  const [typed, setTyped] = useState(() => shown(value));
  return (
    <TextField
      {...rest}
      type="datetime-local"
      value={typed}
      onChange={(next) => {
        setTyped(next);
        onChange(meant(next));
      }}
    />
  );
}
