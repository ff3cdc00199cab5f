import { useEffect, useRef } from 'react';

/** Asks anew when something else that is known has changed. */
export function useAgainWhen(known: string, again: () => void): void {
  const latest = useRef(again);
  useEffect(() => {
    latest.current = again;
  });
  const seen = useRef(known);
  useEffect(() => {
    if (seen.current === known) return;
    seen.current = known;
    latest.current();
  }, [known]);
}
