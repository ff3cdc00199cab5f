import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';
import { orderOfRound } from '../presentation.query';
import { contestOfJudging } from '../../jury/shared';
import { officeRound } from './rounds.query';

const panel = graphql(`
  fragment OfficePanel on PresentationPanel {
    id
    presentation {
      presentMinutes
      questionMinutes
      marksInRoom
    }
    draws {
      number
      seed
      receiptNumbers
      reason
      drawnAt
    }
    slots {
      id
      version
      place
      drawnPlace
      initiative {
        receiptNumber
        title
      }
      state
      eligible
      plannedAt
      skipReason
      startedAt
      endedAt
      canStart
      canEnd
      canSkip
      judges {
        judge {
          id
          fullName
        }
        signed
      }
    }
    currentSlotId
    presentingUntil
    questionsUntil
    canDraw
    whyNotDraw {
      code
      message
    }
  }
`);

export type OfficePanel = ResultOf<typeof panel>;
export type Slot = OfficePanel['slots'][number];

/** All that the day asks for as the office runs it; the order and the round tell when the panel is to be asked for anew. */
export const PANEL = graphql(
  `
    query PanelOfRound($contestId: ID!, $roundId: ID!) {
      serverTime
      contest(id: $contestId) {
        ...ContestOfJudging
      }
      round(id: $roundId) {
        ...OfficeRound
      }
      presentationOrder(roundId: $roundId) {
        ...OrderOfRound
      }
      presentationPanel(roundId: $roundId) {
        ...OfficePanel
      }
    }
  `,
  [contestOfJudging, officeRound, orderOfRound, panel],
);

export const DRAW_ORDER = graphql(
  `
    mutation DrawPresentationOrder($input: DrawPresentationOrderInput!) {
      answer: drawPresentationOrder(input: $input) {
        __typename
        ... on PresentationPanel {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const START_SLOT = graphql(
  `
    mutation StartPresentation($input: StartPresentationInput!) {
      answer: startPresentation(input: $input) {
        __typename
        ... on PresentationPanel {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const END_SLOT = graphql(
  `
    mutation EndPresentation($input: EndPresentationInput!) {
      answer: endPresentation(input: $input) {
        __typename
        ... on PresentationPanel {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const SKIP_SLOT = graphql(
  `
    mutation SkipPresentation($input: SkipPresentationInput!) {
      answer: skipPresentation(input: $input) {
        __typename
        ... on PresentationPanel {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
