import { useLingui } from '@lingui/react/macro';
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

/** Stairs climbed so far, a base under them once it is for good; signs of their own for what left the ladder. */
const SHAPES: Readonly<Record<AdoptionState, string>> = {
  SUSTAINED: 'M1 7h4v4.5H1zM6 4h4v7.5H6zM11 1h4v10.5h-4zM1 13h14v2.2H1z',
  IN_USE: 'M1 9h4v5H1zM6 5.5h4V14H6zM11 2h4v12h-4z',
  PILOTING: 'M1 9h4v5H1zM6 5.5h4V14H6zM11 12.5h4V14h-4z',
  PREPARING: 'M1 9h4v5H1zM6 12.5h4V14H6zM11 12.5h4V14h-4z',
  NOT_STARTED: 'M2 2h3v1.5H3.5V5H2zM11 2h3v3h-1.5V3.5H11zM2 11h1.5v1.5H5V14H2zM12.5 11H14v3h-3v-1.5h1.5z',
  PAUSED: 'M3.5 2.5h3.2v11H3.5zM9.3 2.5h3.2v11H9.3z',
  NOT_SUITABLE:
    'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 1.8a5.2 5.2 0 0 1 3 1L3.8 11a5.2 5.2 0 0 1 4.2-8.2zm0 10.4a5.2 5.2 0 0 1-3-1L12.2 5A5.2 5.2 0 0 1 8 13.2z',
  DROPPED: 'm3.2 2 4.8 4.8L12.8 2 14 3.2 9.2 8l4.8 4.8-1.2 1.2L8 9.2 3.2 14 2 12.8 6.8 8 2 3.2z',
};

/** What each state is called. */
export function useAdoptionWords(): Readonly<Record<AdoptionState, string>> {
  const { t } = useLingui();
  return {
    SUSTAINED: t`Bền vững`,
    IN_USE: t`Đang áp dụng`,
    PILOTING: t`Đang thí điểm`,
    PREPARING: t`Đang chuẩn bị`,
    NOT_STARTED: t`Chưa bắt đầu`,
    PAUSED: t`Tạm dừng`,
    NOT_SUITABLE: t`Không phù hợp`,
    DROPPED: t`Thôi áp dụng`,
  };
}

export function AdoptionShape({ state }: { readonly state: AdoptionState }) {
  return (
    <svg className={styles.shape} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
      <path d={SHAPES[state]} fill="currentColor" />
    </svg>
  );
}

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
