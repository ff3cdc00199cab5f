import { graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';
import { pilotParts } from './pilot.query';

export const DRAFT_PILOT = graphql(
  `
    mutation DraftPilot($input: DraftPilotInput!) {
      answer: draftPilot(input: $input) {
        __typename
        ...PilotParts
        ...RefusalParts
      }
    }
  `,
  [pilotParts, refusalParts],
);

export const EDIT_PILOT = graphql(
  `
    mutation EditPilot($input: EditPilotInput!) {
      answer: editPilot(input: $input) {
        __typename
        ...PilotParts
        ...RefusalParts
      }
    }
  `,
  [pilotParts, refusalParts],
);

export const REGISTER_PILOT = graphql(
  `
    mutation RegisterPilot($input: RegisterPilotInput!) {
      answer: registerPilot(input: $input) {
        __typename
        ...PilotParts
        ...RefusalParts
      }
    }
  `,
  [pilotParts, refusalParts],
);

export const START_PILOT = graphql(
  `
    mutation StartPilot($input: StartPilotInput!) {
      answer: startPilot(input: $input) {
        __typename
        ...PilotParts
        ...RefusalParts
      }
    }
  `,
  [pilotParts, refusalParts],
);

export const END_PILOT = graphql(
  `
    mutation EndPilot($input: EndPilotInput!) {
      answer: endPilot(input: $input) {
        __typename
        ...PilotParts
        ...RefusalParts
      }
    }
  `,
  [pilotParts, refusalParts],
);

export const CONCLUDE_PILOT = graphql(
  `
    mutation ConcludePilot($input: ConcludePilotInput!) {
      answer: concludePilot(input: $input) {
        __typename
        ...PilotParts
        ...RefusalParts
      }
    }
  `,
  [pilotParts, refusalParts],
);

export const ENTER_PILOT_FILES = graphql(
  `
    mutation EnterPilotFiles($input: EnterPilotFilesInput!) {
      answer: enterPilotFiles(input: $input) {
        __typename
        ...PilotParts
        ...RefusalParts
      }
    }
  `,
  [pilotParts, refusalParts],
);
