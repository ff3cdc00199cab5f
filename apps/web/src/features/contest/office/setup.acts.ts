import { graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';

export const CREATE_CONTEST = graphql(
  `
    mutation CreateContest($input: CreateContestInput!) {
      answer: createContest(input: $input) {
        __typename
        ... on Contest {
          id
          version
          phase
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const COPY_CONTEST = graphql(
  `
    mutation CopyContest($input: CopyContestInput!) {
      answer: copyContest(input: $input) {
        __typename
        ... on Contest {
          id
          version
          phase
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const EDIT_CONTEST = graphql(
  `
    mutation EditContest($input: EditContestInput!) {
      answer: editContest(input: $input) {
        __typename
        ... on Contest {
          id
          version
          phase
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const SET_AREAS = graphql(
  `
    mutation SetAreas($input: SetAreasInput!) {
      answer: setAreas(input: $input) {
        __typename
        ... on Contest {
          id
          version
          phase
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const CREATE_AREA = graphql(
  `
    mutation CreateArea($input: CreateAreaInput!) {
      answer: createArea(input: $input) {
        __typename
        ... on ReformArea {
          id
          version
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const EDIT_AREA = graphql(
  `
    mutation EditArea($input: EditAreaInput!) {
      answer: editArea(input: $input) {
        __typename
        ... on ReformArea {
          id
          version
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const SET_PHASE_DATES = graphql(
  `
    mutation SetPhaseDates($input: SetPhaseDatesInput!) {
      answer: setPhaseDates(input: $input) {
        __typename
        ... on Contest {
          id
          version
          phase
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const ADVANCE_PHASE = graphql(
  `
    mutation AdvancePhase($input: AdvancePhaseInput!) {
      answer: advancePhase(input: $input) {
        __typename
        ... on Contest {
          id
          version
          phase
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const HOLD_PHASE = graphql(
  `
    mutation HoldPhase($input: HoldPhaseInput!) {
      answer: holdPhase(input: $input) {
        __typename
        ... on Contest {
          id
          version
          phase
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const RESUME_PHASE = graphql(
  `
    mutation ResumePhase($input: ResumePhaseInput!) {
      answer: resumePhase(input: $input) {
        __typename
        ... on Contest {
          id
          version
          phase
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const CANCEL_CONTEST = graphql(
  `
    mutation CancelContest($input: CancelContestInput!) {
      answer: cancelContest(input: $input) {
        __typename
        ... on Contest {
          id
          version
          phase
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const SET_PRIZE_PLAN = graphql(
  `
    mutation SetPrizePlan($input: SetPrizePlanInput!) {
      answer: setPrizePlan(input: $input) {
        __typename
        ... on Contest {
          id
          version
          phase
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const ATTACH_DOCUMENT = graphql(
  `
    mutation AttachDocument($input: AttachDocumentInput!) {
      answer: attachDocument(input: $input) {
        __typename
        ... on Contest {
          id
          version
          phase
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const DETACH_DOCUMENT = graphql(
  `
    mutation DetachDocument($input: DetachDocumentInput!) {
      answer: detachDocument(input: $input) {
        __typename
        ... on Contest {
          id
          version
          phase
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const SEAT_PERSON = graphql(
  `
    mutation SeatPerson($input: SeatPersonInput!) {
      answer: seatPerson(input: $input) {
        __typename
        ... on Seat {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const END_SEAT = graphql(
  `
    mutation EndSeat($input: EndSeatInput!) {
      answer: endSeat(input: $input) {
        __typename
        ... on Seat {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
