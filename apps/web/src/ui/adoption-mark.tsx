import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import styles from './adoption-mark.module.css';
import { classes } from './classes';

/** How far a unit is with something new, from nothing to kept for good; then the ways off the ladder. */
export const ADOPTION_STATES = [
  'SUSTAINED',
  'IN_USE',
  'PILOTING',
  'PREPARING',
  'NOT_STARTED',
  'PAUSED',
  'NOT_SUITABLE',
  'DROPPED',
] as const;

export type AdoptionState = (typeof ADOPTION_STATES)[number];

/** The same letters in both languages: the legend explains them. */
const LETTERS: Readonly<Record<AdoptionState, string>> = {
  SUSTAINED: 'B',
  IN_USE: 'A',
  PILOTING: 'T',
  PREPARING: 'C',
  NOT_STARTED: '–',
  PAUSED: 'D',
  NOT_SUITABLE: 'K',
  DROPPED: 'X',
};

/** What each state is called. */
export function useAdoptionWords(): Readonly<Record<AdoptionState, string>> {
  const { t } = useLingui();
  return useMemo(
    () => ({
      SUSTAINED: t`Bền vững`,
      IN_USE: t`Đang áp dụng`,
      PILOTING: t`Đang thí điểm`,
      PREPARING: t`Đang chuẩn bị`,
      NOT_STARTED: t`Chưa bắt đầu`,
      PAUSED: t`Tạm dừng`,
      NOT_SUITABLE: t`Không phù hợp`,
      DROPPED: t`Thôi áp dụng`,
    }),
    [t],
  );
}

/** Stairs climbed so far, a base under them once it is for good; signs of their own for what left the ladder. Cut by a style: a drawing in each of thousands of cells is slow to make. */
export const AdoptionShape = ({ state }: { readonly state: AdoptionState }) => (
  <i className={classes(styles.shape, styles[`${state}_SHAPE`])} aria-hidden="true" />
);

/** The letter of a state. */
export const adoptionLetter = (state: AdoptionState): string => LETTERS[state];

/** The colours of a state, for whatever shows it. */
export const adoptionTone = (state: AdoptionState): string | undefined => styles[state];

/** Shape and letter; the word is said to whoever listens, and stands beside it in a legend. */
export function AdoptionMark({ state }: { readonly state: AdoptionState }) {
  return (
    <span className={classes(styles.mark, adoptionTone(state))} aria-hidden="true">
      <AdoptionShape state={state} />
      {LETTERS[state]}
    </span>
  );
}
