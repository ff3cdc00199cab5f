import { AdoptionShape, type AdoptionState, adoptionLetter, adoptionTone } from '../../../ui/adoption-mark';
import { classes } from '../../../ui/classes';
import { number } from '../../../ui/format';
import { inOrder, isUnconfirmed } from './cell-words';
import styles from './cell-mark.module.css';
import { type MatrixCell } from './matrix.query';

type Facts = Pick<MatrixCell, 'state' | 'basis' | 'confirmed' | 'overdue' | 'disputed' | 'counts' | 'exempt'>;

/** A cell without colours: shape and letter, a corner where it is late, a lozenge where sources disagree. Its words are said beside it. */
export function CellMark({ of }: { readonly of: Facts }) {
  const flags = classes(of.overdue && styles.overdue, of.disputed && styles.disputed);
  if (of.state === null) {
    return (
      <span className={classes(styles.many, flags)} aria-hidden="true">
        {inOrder(of.counts ?? []).map(({ state, count }) => (
          <span key={state} className={classes(styles.some, adoptionTone(state))}>
            {adoptionLetter(state)} {number(count)}
          </span>
        ))}
        {(of.exempt ?? 0) > 0 && <span className={classes(styles.some, styles.exempt)}>M {number(of.exempt ?? 0)}</span>}
      </span>
    );
  }
  if (of.basis === 'EXEMPT') {
    return (
      <span className={classes(styles.mark, styles.exempt, flags)} aria-hidden="true">
        — M
      </span>
    );
  }
  return <StateCell state={of.state} flags={flags} isUnconfirmed={isUnconfirmed(of)} />;
}

function StateCell({
  state,
  flags,
  isUnconfirmed: open,
}: {
  readonly state: AdoptionState;
  readonly flags: string;
  readonly isUnconfirmed: boolean;
}) {
  return (
    <span className={classes(styles.mark, adoptionTone(state), open && styles.unconfirmed, flags)} aria-hidden="true">
      <AdoptionShape state={state} />
      {adoptionLetter(state)}
      {open && '?'}
    </span>
  );
}
