import { type ResultOf, graphql } from '../../../api/graphql';

/** A round by its name, and how far it is. */
export const roundName = graphql(`
  fragment RoundName on Round {
    id
    nameVi
    nameEn
    ordinal
    state
  }
`);

export type RoundName = ResultOf<typeof roundName>;

/** The round that is judged now: the first that is not closed, or the last. */
export const runningRound = (rounds: readonly RoundName[]): RoundName | undefined =>
  rounds.find(({ state }) => state !== 'CLOSED') ?? rounds.at(-1);
