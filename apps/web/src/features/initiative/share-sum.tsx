import { classes } from '../../ui/classes';
import { number } from '../../ui/format';
import styles from './authors.module.css';
import { hundredths, type DossierFields } from './use-dossier';

const TONES = [styles.part1, styles.part2, styles.part3];

/** The shares side by side, as wide as they are; what is missing is hatched. The words beside it say the same. */
export function ShareSum({ authors }: { readonly authors: DossierFields['authors'] }) {
  const shares = authors.map(({ share }) => hundredths(share) || 0);
  const left = 10_000 - shares.reduce((sum, share) => sum + share, 0);
  return (
    <div className={styles.bar} aria-hidden="true">
      {shares.map((share, at) =>
        share > 0 ? (
          <span key={authors[at]?.personId} className={classes(styles.part, TONES[at % TONES.length])} style={{ flexGrow: share }}>
            {share >= 500 && number(share / 100)}
          </span>
        ) : null,
      )}
      {left > 0 && (
        <span className={classes(styles.part, styles.missing)} style={{ flexGrow: left }}>
          {left >= 400 && number(left / 100)}
        </span>
      )}
    </div>
  );
}
