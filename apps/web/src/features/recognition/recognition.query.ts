import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

export const RECOGNITIONS = graphql(`
  query Recognitions($states: [RecognitionState!], $order: RecognitionOrder, $after: String) {
    recognitions(first: 25, states: $states, order: $order, after: $after) {
      edges {
        node {
          id
          receiptNumber
          initiative {
            id
            title
          }
          authorNames
          appliedOn
          decideBy
          late
          state
          illustrative
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const recognitionParts = graphql(`
  fragment RecognitionParts on Recognition {
    id
    version
    initiative {
      id
      title
    }
    contest {
      id
    }
    authorNames
    unit {
      id
      nameVi
      nameEn
    }
    appliedOn
    appliedByName
    firstAppliedOn
    benefit
    state
    receiptNumber
    acceptedOn
    decideBy
    late
    councilNumber
    councilDecidedOn
    votesOf
    votesNeeded
    seats {
      person {
        id
        fullName
      }
      role
      present
    }
    satOn
    yes
    no
    decidedOn
    reason
    influence
    recognitionNumber
    recognisedOn
    revocationNumber
    revokedOn
    revocationReason
    illustrative
    whyNotAccept {
      code
      message
    }
    whyNotSeat {
      code
      message
    }
    whyNotOpenSitting {
      code
      message
    }
    whyNotCloseSitting {
      code
      message
    }
    whyNotRecordDecision {
      code
      message
    }
    whyNotRevoke {
      code
      message
    }
  }
`);

export const RECOGNITION = graphql(
  `
    query Recognition($id: ID!) {
      recognition(id: $id) {
        ...RecognitionParts
      }
    }
  `,
  [recognitionParts],
);

export const FIND_MEMBERS = graphql(`
  query FindMembers($search: String!) {
    people(search: $search, first: 8) {
      edges {
        node {
          id
          fullName
          unit {
            id
            nameVi
            nameEn
          }
        }
      }
    }
  }
`);

export const ACCEPT_RECOGNITION = graphql(
  `
    mutation AcceptRecognition($input: AcceptRecognitionInput!) {
      answer: acceptRecognition(input: $input) {
        __typename
        ...RecognitionParts
        ...RefusalParts
      }
    }
  `,
  [recognitionParts, refusalParts],
);

export const SEAT_COUNCIL = graphql(
  `
    mutation SeatRecognitionCouncil($input: SeatRecognitionCouncilInput!) {
      answer: seatRecognitionCouncil(input: $input) {
        __typename
        ...RecognitionParts
        ...RefusalParts
      }
    }
  `,
  [recognitionParts, refusalParts],
);

export const OPEN_SITTING = graphql(
  `
    mutation OpenRecognitionSitting($input: OpenRecognitionSittingInput!) {
      answer: openRecognitionSitting(input: $input) {
        __typename
        ...RecognitionParts
        ...RefusalParts
      }
    }
  `,
  [recognitionParts, refusalParts],
);

export const CLOSE_SITTING = graphql(
  `
    mutation CloseRecognitionSitting($input: CloseRecognitionSittingInput!) {
      answer: closeRecognitionSitting(input: $input) {
        __typename
        ...RecognitionParts
        ...RefusalParts
      }
    }
  `,
  [recognitionParts, refusalParts],
);

export const RECORD_DECISION = graphql(
  `
    mutation RecordRecognitionDecision($input: RecordRecognitionDecisionInput!) {
      answer: recordRecognitionDecision(input: $input) {
        __typename
        ...RecognitionParts
        ...RefusalParts
      }
    }
  `,
  [recognitionParts, refusalParts],
);

export const REVOKE_RECOGNITION = graphql(
  `
    mutation RevokeRecognition($input: RevokeRecognitionInput!) {
      answer: revokeRecognition(input: $input) {
        __typename
        ...RecognitionParts
        ...RefusalParts
      }
    }
  `,
  [recognitionParts, refusalParts],
);

export type RecognitionRow = ResultOf<typeof RECOGNITIONS>['recognitions']['edges'][number]['node'];
export type RecognitionShown = NonNullable<ResultOf<typeof RECOGNITION>['recognition']>;
export type RecognitionState = RecognitionRow['state'];
export type CouncilRole = RecognitionShown['seats'][number]['role'];
export type VoteBase = NonNullable<RecognitionShown['votesOf']>;
export type Influence = NonNullable<RecognitionShown['influence']>;
