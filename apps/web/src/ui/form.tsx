import { Plural, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import { type CombinedError } from 'urql';
import { type Problem, type Refusal } from '../api/refusal';
import { fieldId } from './field';
import styles from './form.module.css';
import { KeptTexts } from './kept-texts';
import { Broken } from './note';

interface FormProps {
  readonly onSubmit: () => void;
  /** Why the last try was refused: listed on top, each beside its field as well. */
  readonly refusal?: Refusal | null;
  readonly broken?: CombinedError | null;
  /** Which act, and on what, by its id: long texts that are typed in it are kept by that until the act is done. */
  readonly of?: string;
  readonly children: ReactNode;
}

/** Fields, an error summary on top that takes the focus, and the acts at the foot. */
export function Form({ onSubmit, refusal, broken, of, children }: FormProps) {
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {refusal && <ErrorSummary refusal={refusal} />}
      {broken && <Broken error={broken} />}
      {of === undefined ? children : <KeptTexts of={of}>{children}</KeptTexts>}
    </form>
  );
}

export function FormActs({ children }: { readonly children: ReactNode }) {
  return <div className={styles.acts}>{children}</div>;
}

/** All that is wrong, in the words that stand at the fields, each a link to its field. */
export function ErrorSummary({ refusal, base = 'input' }: { readonly refusal: Refusal; readonly base?: string }) {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  const problems = problemsOf(refusal);
  useEffect(() => {
    box.current?.focus();
    const was = document.title;
    document.title = t`Lỗi: ${was}`;
    return () => {
      document.title = was;
    };
  }, [refusal, t]);
  return (
    <div className={styles.summary} role="alert" tabIndex={-1} ref={box}>
      <h2>
        <Plural value={problems.length} one="Có # chỗ cần sửa" other="Có # chỗ cần sửa" />
      </h2>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.path ?? ''}`}>
            <ProblemLink problem={problem} base={base} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function ProblemLink({ problem, base }: { readonly problem: Problem; readonly base: string }) {
  const path = problem.path?.replace(new RegExp(`^${base}\\.`), '') ?? null;
  if (path === null) return <strong>{problem.message}</strong>;
  return (
    <a
      href={`#${fieldId(path)}`}
      onClick={(event) => {
        event.preventDefault();
        focusField(path);
      }}
    >
      {problem.message}
    </a>
  );
}

/** The control of a path, or of the nearest path above it that has one. */
export function focusField(path: string): void {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const control = document.getElementById(fieldId(at));
    if (!control) continue;
    control.focus();
    control.scrollIntoView({ block: 'center' });
    return;
  }
}

export const problemsOf = (refusal: Refusal): readonly Problem[] => (refusal.problems.length > 0 ? refusal.problems : [refusal]);

/** What is wrong with the field of a path. */
export function errorAt(refusal: Refusal | null | undefined, path: string): string | null {
  if (!refusal) return null;
  return problemsOf(refusal).find((problem) => problem.path === path || problem.path === `input.${path}`)?.message ?? null;
}

/** The names of what is typed as text. */
type TextName<Said> = { [Name in keyof Said & string]: Said[Name] extends string ? Name : never }[keyof Said & string];

/** Of a form whose answers are kept together: what a field needs to be typed and refused under its name. */
export const fieldProps =
  <Said extends object>(said: Said, onChange: (said: Said) => void, refusal: Refusal | null) =>
  <Name extends TextName<Said>>(name: Name) => ({
    name,
    value: said[name],
    onChange: (value: string) => {
      onChange({ ...said, [name]: value });
    },
    error: errorAt(refusal, name),
  });
