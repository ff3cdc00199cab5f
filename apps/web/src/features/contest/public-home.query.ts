import { type ResultOf, graphql } from '../../api/graphql';

/** All that the home shows of contests and prizes; where the widest-used one stands is asked next. */
export const PUBLIC_HOME = graphql(`
  query PublicHome {
    serverTime
    publicContests(first: 20) {
      edges {
        node {
          id
          year
          titleVi
          titleEn
          objectives
          phase
          cancelReason
          recorded
          illustrative
          host {
            id
            nameVi
            nameEn
          }
          phases {
            kind
            startsAt
            endsAt
            enteredAt
          }
        }
      }
    }
    winners(first: 60) {
      totalCount
      edges {
        node {
          id
          initiative {
            id
            title
          }
          contest {
            year
          }
          tier {
            nameVi
            nameEn
            ordinal
          }
          illustrative
          revokedAt
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    publicRollouts(first: 100) {
      edges {
        node {
          id
          initiative {
            id
          }
          titleVi
          titleEn
          inUse
          expected
          illustrative
        }
      }
    }
  }
`);

/** Where one initiative is in use. */
export const IN_USE_OF = graphql(`
  query InUseOf($id: ID!) {
    publicInitiative(id: $id) {
      id
      title
      illustrative
      rollout {
        id
        adoptions {
          unit {
            id
            statisticsCode
            nameVi
            nameEn
          }
          state
          since
        }
      }
    }
  }
`);

export type HomeAnswer = ResultOf<typeof PUBLIC_HOME>;
export type HomeContest = HomeAnswer['publicContests']['edges'][number]['node'];
export type HomeWinner = HomeAnswer['winners']['edges'][number]['node'];
export type HomeRollout = HomeAnswer['publicRollouts']['edges'][number]['node'];
