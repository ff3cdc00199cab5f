import { useEffect } from 'react';

/** Ctrl+Enter, wherever one is on the page. */
export function useReviewKey(review: () => void): void {
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !event.ctrlKey || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      review();
    };
    window.addEventListener('keydown', keys);
    return () => {
      window.removeEventListener('keydown', keys);
    };
  });
}
