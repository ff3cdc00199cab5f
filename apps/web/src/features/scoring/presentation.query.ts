import { type ResultOf, graphql } from '../../api/graphql';

const orderOfRound = graphql(`
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
      initiativeId
      receiptNumber
      title
      state
      plannedAt
    }
  }
`);

export type PresentationOrder = ResultOf<typeof orderOfRound>;
export type Place = PresentationOrder['places'][number];

export const PRESENTATION_ORDER = graphql(
  `
    query PresentationOrder($roundId: ID!) {
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

export const SERVER_TIME = graphql(`
  query ServerTime {
    serverTime
  }
`);
