import { type ResultOf, graphql } from '../../api/graphql';
import { cardsOfRound } from './cards.query';

export const orderOfRound = graphql(`
  fragment OrderOfRound on PresentationOrder {
    id
    presentMinutes
    questionMinutes
    presentingUntil
    questionsUntil
    draws {
      number
      seed
      reason
      drawnAt
    }
    places {
      id
      place
      initiative {
        id
        receiptNumber
        title
      }
      state
      plannedAt
    }
  }
`);

export type PresentationOrder = ResultOf<typeof orderOfRound>;
export type Place = PresentationOrder['places'][number];

/** The day as a judge sees it: who presents, by which clock, and one's own cards; of these the first page. */
export const PRESENTATION_OF_JUDGE = graphql(
  `
    query PresentationOfJudge($roundId: ID!, $after: String) {
      serverTime
      presentationOrder(roundId: $roundId) {
        ...OrderOfRound
      }
      ...CardsOfRound
    }
  `,
  [orderOfRound, cardsOfRound],
);

/** What the wall of the room shows. */
export const PROJECTOR = graphql(
  `
    query Projector($roundId: ID!) {
      serverTime
      round(id: $roundId) {
        id
        nameVi
        nameEn
      }
      presentationOrder(roundId: $roundId) {
        ...OrderOfRound
      }
    }
  `,
  [orderOfRound],
);

export const PRESENTATION_ORDER_LIVE = graphql(
  `
    subscription PresentationOrderLive($roundId: ID!) {
      presentationOrder(roundId: $roundId) {
        ...OrderOfRound
      }
    }
  `,
  [orderOfRound],
);
