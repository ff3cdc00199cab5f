import { useCallback, useSyncExternalStore } from 'react';

/** Whether the screen is so; told anew when it changes. */
export function useMediaQuery(query: string): boolean {
  const watch = useCallback(
    (told: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', told);
      return () => {
        list.removeEventListener('change', told);
      };
    },
    [query],
  );
  return useSyncExternalStore(watch, () => window.matchMedia(query).matches);
}
