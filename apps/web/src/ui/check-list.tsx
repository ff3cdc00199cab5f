import { type ReactNode } from 'react';
import styles from './check-list.module.css';
import { CheckField, fieldId } from './field';
import { errorAt } from './form';
import { type Refusal } from '../api/refusal';

interface CheckListProps {
  readonly label: ReactNode;
  /** The path of the list in the input, in which the chosen stand in this order. */
  readonly name: string;
  readonly choices: readonly { readonly id: string; readonly label: ReactNode }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly refusal: Refusal | null;
}

/** Some of a few dozen, all of them in sight; what is refused of one of them stands at it. */
export function CheckList({ label, name, choices, chosen, onChange, refusal }: CheckListProps) {
  const wrong = errorAt(refusal, name);
  return (
    <fieldset className={styles.list} id={fieldId(name)} tabIndex={-1}>
      <legend>{label}</legend>
      {wrong && <p className={styles.wrong}>{wrong}</p>}
      {choices.map((choice) => {
        const at = chosen.indexOf(choice.id);
        const path = `${name}.${at < 0 ? choice.id : String(at)}`;
        return (
          <CheckField
            key={choice.id}
            label={choice.label}
            name={path}
            checked={at >= 0}
            onChange={(isChosen) => {
              onChange(isChosen ? [...chosen, choice.id] : chosen.filter((id) => id !== choice.id));
            }}
            error={errorAt(refusal, path)}
          />
        );
      })}
    </fieldset>
  );
}
