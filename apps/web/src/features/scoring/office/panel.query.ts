import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';

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
      receiptNumber
      title
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
        judgeId
        fullName
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

export const PANEL = graphql(
  `
    query PanelOfRound($roundId: ID!) {
      round(id: $roundId) {
        id
        nameVi
        nameEn
        state
      }
      presentationPanel(roundId: $roundId) {
        ...OfficePanel
      }
    }
  `,
  [panel],
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
