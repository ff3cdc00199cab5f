import { type ResultOf, graphql } from '../../api/graphql';
import { cardsOfRound, whoseInitiatives } from './cards.query';
import { orderOfRound } from './presentation.query';

const similarToCard = graphql(`
  fragment SimilarToCard on SimilarInitiative {
    id
    title
    contest {
      year
    }
    mayRead
    public
    owner {
      id
      nameVi
      nameEn
    }
    passages {
      text
      otherText
    }
  }
`);

export type SimilarToCard = ResultOf<typeof similarToCard>;

/**
 * What stands beside a card: the others of its round, the clock of its presentation; before it was opened whose it is, after that what it
 * is like. Saving its marks does not have it asked for anew.
 */
export const BESIDE_CARD = graphql(
  `
    query BesideCard($id: ID!, $roundId: ID!, $opened: Boolean!, $after: String) {
      serverTime
      presentationOrder(roundId: $roundId) {
        ...OrderOfRound
      }
      ...CardsOfRound
      myAssignments(first: 100, roundId: $roundId, after: $after) @skip(if: $opened) {
        ...WhoseInitiatives
      }
      similarToCard(id: $id) @include(if: $opened) {
        ...SimilarToCard
      }
    }
  `,
  [orderOfRound, cardsOfRound, whoseInitiatives, similarToCard],
);

export type BesideCard = ResultOf<typeof BESIDE_CARD>;
