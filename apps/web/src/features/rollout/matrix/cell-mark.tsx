import { AdoptionShape, type AdoptionState, adoptionLetter, adoptionTone } from '../../../ui/adoption-mark';
import { classes } from '../../../ui/classes';
import { number } from '../../../ui/format';
import { inOrder, isUnconfirmed } from './cell-words';
import styles from './cell-mark.module.css';
import { type MatrixCell } from './matrix.query';

type Facts = Pick<MatrixCell, 'state' | 'basis' | 'confirmed' | 'overdue' | 'disputed' | 'counts' | 'exempt'>;

/** A cell without colours: shape and letter, a corner where it is late, a lozenge where sources disagree. Without words where they stand beside it. */
export function CellMark({ of, words }: { readonly of: Facts; readonly words?: string }) {
  const said = words === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': words };
  const flags = classes(of.overdue && styles.overdue, of.disputed && styles.disputed);
  if (of.state === null) {
    return (
      <span className={classes(styles.many, flags)} {...said}>
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
      <span className={classes(styles.mark, styles.exempt, flags)} {...said}>
        — M
      </span>
    );
  }
  return <StateCell state={of.state} flags={flags} isUnconfirmed={isUnconfirmed(of)} said={said} />;
}

function StateCell({
  state,
  flags,
  isUnconfirmed: open,
  said,
}: {
  readonly state: AdoptionState;
  readonly flags: string;
  readonly isUnconfirmed: boolean;
  readonly said: object;
}) {
  return (
    <span className={classes(styles.mark, adoptionTone(state), open && styles.unconfirmed, flags)} {...said}>
      <AdoptionShape state={state} />
      {adoptionLetter(state)}
      {open && '?'}
    </span>
  );
}
