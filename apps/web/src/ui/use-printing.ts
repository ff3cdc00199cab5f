import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Whether the page is being printed: for what is drawn on paper only. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const list = window.matchMedia('print');
    // The browser takes the page as it stands when these return.
    const begin = () => {
      flushSync(() => {
        setPrinting(true);
      });
    };
    const end = () => {
      setPrinting(false);
    };
    const change = () => {
      if (list.matches) begin();
      else end();
    };
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    list.addEventListener('change', change);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
      list.removeEventListener('change', change);
    };
  }, []);
  return isPrinting;
}
