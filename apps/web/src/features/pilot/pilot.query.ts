import { type ResultOf, graphql } from '../../api/graphql';

const pilotInList = graphql(`
  fragment PilotInList on PilotSummary {
    id
    title
    rollout {
      titleVi
      titleEn
    }
    state
    startsOn
    endsOn
    pilotUnits
    comparisonUnits
    illustrative
  }
`);

export const PILOTS = graphql(
  `
    query Pilots($states: [PilotState!], $order: AgeOrder, $after: String) {
      pilots(first: 25, states: $states, order: $order, after: $after) {
        edges {
          node {
            ...PilotInList
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [pilotInList],
);

export const PUBLIC_PILOTS = graphql(
  `
    query PublicPilots($order: AgeOrder, $after: String) {
      publicPilots(first: 25, order: $order, after: $after) {
        edges {
          node {
            ...PilotInList
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [pilotInList],
);

const resultParts = graphql(`
  fragment PilotResultParts on PilotResult {
    main {
      ...DifferenceParts
    }
    placebo {
      ...DifferenceParts
    }
    otherDays {
      ...DifferenceParts
    }
    savedFiles
    savedAgainstBefore
    savedAgainstLimit
    shown
  }
  fragment DifferenceParts on PilotDifference {
    difference
    arrangements
    asLow
    chance
    leaveOneOutLow
    leaveOneOutHigh
  }
`);

const publicParts = graphql(
  `
    fragment PublicPilotParts on PublicPilot {
      id
      title
      rollout {
        titleVi
        titleEn
      }
      state
      startsOn
      endsOn
      pilotUnits
      comparisonUnits
      illustrative
      host {
        id
        nameVi
        nameEn
      }
      procedureFields
      weekday
      legalBases
      measure
      limitDays
      baselineFrom
      baselineTo
      earlierFrom
      registeredAt
      endedOn
      endReason
      concludedOn
      conclusion
      leastChance
      result {
        ...PilotResultParts
      }
      units {
        id
        unit {
          id
          nameVi
          nameEn
        }
        arm
        filesBefore
        filesSince
        meanBefore
        meanSince
        change
      }
    }
  `,
  [resultParts],
);

export const pilotParts = graphql(
  `
    fragment PilotParts on Pilot {
      id
      title
      rollout {
        titleVi
        titleEn
      }
      state
      startsOn
      endsOn
      pilotUnits
      comparisonUnits
      illustrative
      host {
        id
        nameVi
        nameEn
      }
      procedureFields
      weekday
      legalBases
      measure
      limitDays
      baselineFrom
      baselineTo
      earlierFrom
      registeredAt
      endedOn
      endReason
      concludedOn
      conclusion
      leastChance
      result {
        ...PilotResultParts
      }
      units {
        id
        unit {
          id
          nameVi
          nameEn
        }
        arm
        filesBefore
        filesSince
        meanBefore
        meanSince
        change
        version
        whyNotEnter {
          code
        }
      }
      version
      whyNotRegister {
        code
        message
      }
      whyNotStart {
        code
        message
      }
      whyNotEnd {
        code
        message
      }
      whyNotConclude {
        code
        message
      }
      whyNotEdit {
        code
        message
      }
    }
  `,
  [resultParts],
);

export const PILOT = graphql(
  `
    query OnePilot($id: ID!) {
      pilot(id: $id) {
        ...PilotParts
      }
    }
  `,
  [pilotParts],
);

export const PUBLIC_PILOT = graphql(
  `
    query OnePublicPilot($id: ID!) {
      publicPilot(id: $id) {
        ...PublicPilotParts
      }
    }
  `,
  [publicParts],
);

export const CHOICES = graphql(
  `
    query PilotChoices($id: ID!) {
      pilot(id: $id) {
        ...PilotParts
      }
      rollouts(first: 50) {
        edges {
          node {
            id
            titleVi
            titleEn
          }
        }
      }
      publicUnits {
        id
        kind
        nameVi
        nameEn
        validTo
      }
    }
  `,
  [pilotParts],
);

export type PilotRow = ResultOf<typeof PILOTS>['pilots']['edges'][number]['node'];
export type Choices = ResultOf<typeof CHOICES>;
export type PilotShown = NonNullable<ResultOf<typeof PILOT>['pilot']>;
export type PublicPilotShown = NonNullable<ResultOf<typeof PUBLIC_PILOT>['publicPilot']>;
export type PilotPlace = PilotShown['units'][number];
export type PilotResult = NonNullable<PilotShown['result']>;
export type Difference = NonNullable<PilotResult['main']>;
export type PilotState = PilotRow['state'];
