import { ADOPTION_STATES, AdoptionMark, type AdoptionState, useAdoptionWords } from './adoption-mark';
import styles from './adoption-legend.module.css';
import { number } from './format';

/** What each mark means, and how many stand there; the ladder always, what left it where there is any. */
export function AdoptionLegend({ counts }: { readonly counts: Readonly<Partial<Record<AdoptionState, number>>> }) {
  const words = useAdoptionWords();
  const shown = ADOPTION_STATES.filter((state, at) => at < LADDER || (counts[state] ?? 0) > 0);
  return (
    <ul className={styles.legend}>
      {shown.map((state) => (
        <li key={state}>
          <AdoptionMark state={state} />
          <span>{words[state]}</span>
          <strong className="num">{number(counts[state] ?? 0)}</strong>
        </li>
      ))}
    </ul>
  );
}

/** The states that stand on the ladder come first in the list. */
const LADDER = 5;

export const countStates = (adoptions: readonly { readonly state: AdoptionState }[]): Partial<Record<AdoptionState, number>> => {
  const counts: Partial<Record<AdoptionState, number>> = {};
  for (const { state } of adoptions) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};
