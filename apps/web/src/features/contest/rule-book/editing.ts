import { createContext, useContext } from 'react';
import { type Refusal } from '../../../api/refusal';
import { errorAt } from '../../../ui/form';
import { type TypedBook } from './book';

/** The book that is being edited, for the parts of the editor. */
interface Editing {
  readonly book: TypedBook;
  /** Of the last try to save: what is wrong, by its path. */
  readonly refusal: Refusal | null;
  readonly readOnly: boolean;
  /** `rounds.0.rubric.1.max` becomes something else. */
  readonly put: (path: string, value: unknown) => void;
}

export const EditingContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('A part of the rule-book editor stands in it');
  return editing;
}

/** The paths of the API's input begin with it. */
export const fieldPath = (path: string): string => `content.${path}`;

/** What is wrong at a place of the book. */
export function useErrorAt(path: string): string | null {
  return errorAt(useEditing().refusal, fieldPath(path));
}

/** Of the button that moves what stands at a place up or down. */
export const moveId = (path: string, by: 1 | -1): string => `move-${path.replaceAll('.', '-')}-${by === 1 ? 'down' : 'up'}`;

/** Once what was changed is on the screen: the focus goes with what was moved, to what was added, and never nowhere. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => {
    document.getElementById(id)?.focus();
  });
}
