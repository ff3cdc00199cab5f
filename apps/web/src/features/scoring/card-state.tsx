import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { classes } from '../../ui/classes';
import { number } from '../../ui/format';
import styles from './card-state.module.css';

/** How far a card is, as its pip shows it: empty, half, full, dotted. */
export type Stage = 'none' | 'draft' | 'signed' | 'excused';

export interface Staged {
  readonly id?: string;
  readonly state: 'DRAFT' | 'SIGNED' | 'EXCUSED';
  readonly conflicted: boolean;
  readonly marks: readonly { readonly points: string | null; readonly comment: string | null }[];
}

export function stageOf({ state, conflicted, marks }: Staged): Stage {
  if (state === 'EXCUSED' || (state === 'DRAFT' && conflicted)) return 'excused';
  if (state === 'SIGNED') return 'signed';
  return marks.some(({ points, comment }) => points !== null || comment) ? 'draft' : 'none';
}

const SHAPE: Readonly<Record<Stage, string | undefined>> = {
  none: undefined,
  draft: styles.half,
  signed: styles.full,
  excused: styles.dotted,
};

/** The pip of one card and its word. */
export function CardMark({ card }: { readonly card: Staged }) {
  const stage = stageOf(card);
  return (
    <span className={styles.mark}>
      <span className={classes(styles.pip, SHAPE[stage])} aria-hidden="true" />
      <StageWord stage={stage} />
    </span>
  );
}

export function StageWord({ stage }: { readonly stage: Stage }): ReactNode {
  switch (stage) {
    case 'none':
      return <Trans>chưa chấm</Trans>;
    case 'draft':
      return <Trans>đang chấm</Trans>;
    case 'signed':
      return <Trans>đã ký</Trans>;
    case 'excused':
      return <Trans>miễn chấm</Trans>;
  }
}

/** Of those that are to be signed: how many are. */
export function signedOf(cards: readonly Staged[]): { readonly signed: number; readonly due: number } {
  const stages = cards.map(stageOf).filter((stage) => stage !== 'excused');
  return { signed: stages.filter((stage) => stage === 'signed').length, due: stages.length };
}

/** All cards of a round as ticks, in the order in which they are judged; `here` is the one on the screen. */
export function Pips({ cards, here }: { readonly cards: readonly Staged[]; readonly here?: string }) {
  const { t } = useLingui();
  const { signed, due } = signedOf(cards);
  return (
    <span className={styles.pips}>
      <span className={styles.row} role="img" aria-label={t`Đã ký ${number(signed)} trên ${number(due)} phiếu`}>
        {cards.map((card, at) => (
          <span
            key={card.id ?? at}
            className={classes(styles.pip, SHAPE[stageOf(card)], card.id !== undefined && card.id === here && styles.here)}
          />
        ))}
      </span>
      <span aria-hidden="true">
        <b className="num">
          {number(signed)}/{number(due)}
        </b>{' '}
        <span className="secondary">
          <Trans>đã ký</Trans>
        </span>
      </span>
    </span>
  );
}
