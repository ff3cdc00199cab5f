import styles from './share-bar.module.css';

/** A part of a whole as a bar, beside the number that says it. Drawn with attributes: it needs no style of its own. */
export function ShareBar({ part, whole }: { readonly part: number; readonly whole: number }) {
  const width = whole > 0 ? Math.min(100, (100 * part) / whole) : 0;
  return (
    <svg className={styles.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect className={styles.whole} width="100" height="8" />
      <rect className={styles.part} width={width} height="8" />
    </svg>
  );
}
