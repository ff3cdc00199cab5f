import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { classes } from '../../../ui/classes';
import { type MatrixCell } from './assignments.query';
import { type Fit } from './fit';
import styles from './assignment-mark.module.css';

type Known = Pick<MatrixCell, 'state' | 'extra' | 'conflicted'>;

/** The letter of a card's state: they stay the same in English. */
const letterOf = ({ state, extra, conflicted }: Known): string => {
  if (state === null) return 'X';
  const letter = { SIGNED: 'K', DRAFT: 'P', EXCUSED: 'M' }[state];
  return `${letter}${extra ? '+' : ''}${conflicted && state !== 'EXCUSED' ? '!' : ''}`;
};

const shapeOf = ({ state, conflicted }: Known): string | undefined => {
  if (state === null) return styles.barred;
  if (state === 'EXCUSED') return styles.excused;
  if (conflicted) return styles.conflicted;
  return state === 'SIGNED' ? styles.signed : styles.given;
};

/** What is between a judge and an initiative, by letter and shape; points under it: how well the judge knows the area. */
export function AssignmentMark({ cell, fit }: { readonly cell: Known | undefined; readonly fit: Fit | null }) {
  return (
    <span className={styles.both} aria-hidden="true">
      {cell && <span className={classes(styles.mark, shapeOf(cell))}>{letterOf(cell)}</span>}
      {fit !== null && <span className={styles.fit}>{'•'.repeat(fit)}</span>}
    </span>
  );
}

/** The same in words, for whoever listens. */
export function useAssignmentWords(): (cell: Known | undefined, fit: Fit | null) => string {
  const { t } = useLingui();
  const fits = [t`khác lĩnh vực`, t`chưa nêu lĩnh vực`, t`đúng lĩnh vực`];
  const states = { SIGNED: t`đã ký`, DRAFT: t`đã phân công, chưa ký`, EXCUSED: t`miễn chấm` };
  return (cell, fit) => {
    const said = [cell ? (cell.state === null ? t`xung đột lợi ích` : states[cell.state]) : t`chưa phân công`];
    if (cell?.extra) said.push(t`chấm thêm`);
    if (cell?.state && cell.conflicted) said.push(t`có xung đột lợi ích`);
    if (fit !== null) said.push(fits[fit] ?? '');
    return said.join(', ');
  };
}

const LEGEND: readonly { readonly cell: Known; readonly words: ReactNode }[] = [
  { cell: { state: 'DRAFT', extra: false, conflicted: false }, words: <Trans>đã phân công, chưa ký</Trans> },
  { cell: { state: 'SIGNED', extra: false, conflicted: false }, words: <Trans>đã ký</Trans> },
  { cell: { state: 'EXCUSED', extra: false, conflicted: false }, words: <Trans>miễn chấm</Trans> },
  { cell: { state: null, extra: false, conflicted: true }, words: <Trans>xung đột lợi ích</Trans> },
  { cell: { state: 'DRAFT', extra: false, conflicted: true }, words: <Trans>có phiếu mà xung đột</Trans> },
  { cell: { state: 'DRAFT', extra: true, conflicted: false }, words: <Trans>chấm thêm</Trans> },
];

/** What the letters and points mean. */
export function AssignmentLegend() {
  return (
    <ul className={styles.legend}>
      {LEGEND.map(({ cell, words }) => (
        <li key={letterOf(cell)}>
          <AssignmentMark cell={cell} fit={null} />
          {words}
        </li>
      ))}
      <li>
        <span className={styles.fit}>••</span>
        <Trans>đúng lĩnh vực</Trans>
      </li>
      <li>
        <span className={styles.fit}>•</span>
        <Trans>giám khảo chưa nêu lĩnh vực</Trans>
      </li>
    </ul>
  );
}
