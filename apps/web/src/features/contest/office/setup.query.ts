import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';

export const CONTESTS = graphql(`
  query ContestsOfTheOffice($first: Int!, $order: AgeOrder, $after: String) {
    contests(first: $first, order: $order, after: $after) {
      totalCount
      edges {
        node {
          id
          year
          titleVi
          titleEn
          phase
          nextPhase
          nextPhaseAt
          due
          heldAt
          recorded
          illustrative
          host {
            id
            nameVi
            nameEn
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type ContestLine = ResultOf<typeof CONTESTS>['contests']['edges'][number]['node'];

export const CONTEST_SETUP = graphql(
  `
    query ContestSetup($id: ID!) {
      serverTime
      contest(id: $id) {
        id
        version
        year
        titleVi
        titleEn
        objectives
        phase
        nextPhase
        nextPhaseAt
        due
        heldAt
        heldReason
        cancelReason
        illustrative
        recorded
        rosterId
        rosterAsOf
        rosterUnits
        headConfirms
        authorsConfirm
        graceMinutes
        maxFiles
        maxFileBytes
        host {
          id
          nameVi
          nameEn
        }
        canEdit
        canSetDates
        canAttach
        canSeat
        canCopy
        canAdvance
        canHold
        canResume
        canCancel
        whyNotAdvance {
          ...RefusalParts
        }
        leaderApproves
        planApproval {
          state
          sentAt
          sentByName
          answeredAt
          answeredByName
          returnReason
        }
        whyNotSubmitPlan {
          ...RefusalParts
        }
        whyNotApprovePlan {
          ...RefusalParts
        }
        whyNotReturnPlan {
          ...RefusalParts
        }
        whyNotSetPlanApproval {
          ...RefusalParts
        }
        phases {
          kind
          startsAt
          endsAt
          enteredAt
        }
        decisions {
          id
          kind
          number
          reason
          takenAt
        }
        areas {
          id
          areaCode
          nameVi
          nameEn
        }
        documents {
          id
          kind
          number
          issuedOn
          title
          fileId
          illustrative
        }
        prizePlan {
          id
          key
          nameVi
          nameEn
          quantity
          amount
          track
          minimumScore
        }
        seats {
          id
          person {
            id
            fullName
          }
          kind
          chair
          from
          endedAt
          endReason
        }
      }
    }
  `,
  [refusalParts],
);

export type ContestSetup = NonNullable<ResultOf<typeof CONTEST_SETUP>['contest']>;

export const REFORM_AREAS = graphql(`
  query ReformAreas {
    reformAreas(first: 100) {
      edges {
        node {
          id
          version
          areaCode
          nameVi
          nameEn
          source
          ordinal
          retired
          canEdit
        }
      }
    }
  }
`);

export type ReformArea = ResultOf<typeof REFORM_AREAS>['reformAreas']['edges'][number]['node'];

export const FIND_PEOPLE = graphql(`
  query PeopleToSeat($search: String!) {
    people(search: $search, first: 10) {
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
