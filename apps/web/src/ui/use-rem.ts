import { useSyncExternalStore } from 'react';

/** The root's text size in pixels: whoever reads better so makes it larger. */
export const useRem = (): number => useSyncExternalStore(watch, rem);

const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

function watch(told: () => void): () => void {
  const observer = new MutationObserver(told);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-text-size'] });
  return () => {
    observer.disconnect();
  };
}
