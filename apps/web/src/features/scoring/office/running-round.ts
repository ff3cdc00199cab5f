import { useAsk } from '../../../api/ask';
import { type ResultOf, graphql } from '../../../api/graphql';

export const ROUND_NAMES = graphql(`
  query RoundNames($contestId: ID!) {
    rounds(contestId: $contestId) {
      id
      nameVi
      nameEn
      ordinal
      state
    }
  }
`);

export type RoundName = ResultOf<typeof ROUND_NAMES>['rounds'][number];

/** The rounds of a contest by name; undefined while they are asked for. */
export function useRoundNames(contestId: string): readonly RoundName[] | undefined {
  return useAsk(ROUND_NAMES, { contestId }).data?.rounds;
}

/** The round that is judged now: the first that is not closed, or the last. */
export function useRunningRound(contestId: string): RoundName | undefined {
  const rounds = useRoundNames(contestId);
  return rounds?.find(({ state }) => state !== 'CLOSED') ?? rounds?.at(-1);
}
