import { graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';
import { inspectionParts } from './inspection.query';

export const ORDER_INSPECTION = graphql(
  `
    mutation OrderInspection($input: OrderInspectionInput!) {
      answer: orderInspection(input: $input) {
        __typename
        ...InspectionParts
        ...RefusalParts
      }
    }
  `,
  [inspectionParts, refusalParts],
);

export const CALL_OFF_INSPECTION = graphql(
  `
    mutation CallOffInspection($input: CallOffInspectionInput!) {
      answer: callOffInspection(input: $input) {
        __typename
        ...InspectionParts
        ...RefusalParts
      }
    }
  `,
  [inspectionParts, refusalParts],
);

export const START_INSPECTION = graphql(
  `
    mutation StartInspection($input: StartInspectionInput!) {
      answer: startInspection(input: $input) {
        __typename
        ...InspectionParts
        ...RefusalParts
      }
    }
  `,
  [inspectionParts, refusalParts],
);

export const ANSWER_ITEM = graphql(
  `
    mutation AnswerInspectionItem($input: AnswerInspectionItemInput!) {
      answer: answerInspectionItem(input: $input) {
        __typename
        ...InspectionParts
        ...RefusalParts
      }
    }
  `,
  [inspectionParts, refusalParts],
);

export const DRAW_UP_MINUTES = graphql(
  `
    mutation DrawUpMinutes($input: DrawUpMinutesInput!) {
      answer: drawUpMinutes(input: $input) {
        __typename
        ...InspectionParts
        ...RefusalParts
      }
    }
  `,
  [inspectionParts, refusalParts],
);

export const SIGN_MINUTES = graphql(
  `
    mutation SignMinutes($input: SignMinutesInput!) {
      answer: signMinutes(input: $input) {
        __typename
        ...InspectionParts
        ...RefusalParts
      }
    }
  `,
  [inspectionParts, refusalParts],
);

export const RECORD_MINUTES_REFUSAL = graphql(
  `
    mutation RecordMinutesRefusal($input: RecordMinutesRefusalInput!) {
      answer: recordMinutesRefusal(input: $input) {
        __typename
        ...InspectionParts
        ...RefusalParts
      }
    }
  `,
  [inspectionParts, refusalParts],
);
