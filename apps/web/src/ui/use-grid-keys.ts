import { type FocusEvent, type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';

/** A place in a grid: a row, and a column counted from the first that has a name of the row. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

const PAGE = 10;

/** Where a key leads from a place; null: it leads nowhere. */
function led({ row, column }: Place, { key, ctrlKey }: KeyboardEvent, last: Place): Place | null {
  switch (key) {
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'PageUp':
      return { row: row - PAGE, column };
    case 'PageDown':
      return { row: row + PAGE, column };
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrlKey ? last.row : row, column: last.column };
    default:
      return null;
  }
}

interface Order {
  readonly rows: number;
  readonly columns: number;
  /** Brings a place into sight before it takes the focus. */
  readonly show: (place: Place) => void;
  readonly open: (place: Place) => void;
}

/** One tab stop of a grid: arrows move it, Enter opens what stands there. */
export function useGridKeys({ rows, columns, show, open }: Order) {
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const [isInside, setInside] = useState(false);
  const moved = useRef(false);
  const box = useRef<HTMLDivElement>(null);
  const last = { row: rows - 1, column: columns - 1 };
  const here = within(active, last);

  const move = useCallback((place: Place) => {
    moved.current = true;
    setActive(place);
  }, []);

  // The place may be drawn only now, since only what is in sight is drawn.
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    box.current?.querySelector<HTMLElement>('[data-active]')?.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(here);
      return;
    }
    const next = event.altKey || event.metaKey ? null : led(here, event, last);
    if (!next) return;
    event.preventDefault();
    const place = within(next, last);
    show(place);
    move(place);
  };
  const onFocus = () => {
    setInside(true);
  };
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setInside(false);
  };
  return { box, active: here, isInside, move, keys: { onKeyDown, onFocus, onBlur } };
}

const within = ({ row, column }: Place, last: Place): Place => ({
  row: Math.max(0, Math.min(row, last.row)),
  column: Math.max(0, Math.min(column, last.column)),
});
