import { useEffect } from 'react';

/** Of a page with a wide table: the rail beside it keeps its icons alone. Said at the root, since a style that looks into the page is slow. */
export function useWide(): void {
  useEffect(() => {
    document.documentElement.dataset.wide = '';
    return () => {
      delete document.documentElement.dataset.wide;
    };
  }, []);
}
