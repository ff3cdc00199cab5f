import { useEffect, useRef } from 'react';

/** Asks anew when something else that is known has changed; undefined as long as it is not known. */
export function useAgainWhen(known: unknown, again: () => void): void {
  const said = known === undefined ? undefined : JSON.stringify(known, withoutTypes);
  const latest = useRef(again);
  useEffect(() => {
    latest.current = again;
  });
  const seen = useRef(said);
  useEffect(() => {
    if (said === undefined || seen.current === said) return;
    const isNews = seen.current !== undefined;
    seen.current = said;
    if (isNews) latest.current();
  }, [said]);
}

/** What was asked for comes with the names of its types, what was told does not. */
const withoutTypes = (key: string, value: unknown): unknown => (key === '__typename' ? undefined : value);
