import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';
import { contestOfJudging } from '../../jury/shared';

const overview = graphql(`
  fragment OfficeCalibration on CalibrationOverview {
    id
    version
    asked
    canSetSamples
    whyNotSetSamples {
      code
      message
    }
    judges {
      judge {
        id
        fullName
      }
      signed
      finishedAt
    }
    samples {
      id
      ordinal
      title
      problem
      solution
      novelty
      effect
      spread {
        signed
        total {
          lowest
          highest
          mean
        }
        criteria {
          criterion
          lowest
          highest
          mean
        }
      }
    }
  }
`);

export type OfficeCalibration = ResultOf<typeof overview>;

export const CALIBRATION_OVERVIEW = graphql(
  `
    query CalibrationOverview($contestId: ID!, $roundId: ID!) {
      contest(id: $contestId) {
        ...ContestOfJudging
      }
      round(id: $roundId) {
        id
        nameVi
        nameEn
        criteria {
          key
          nameVi
          nameEn
          partOfVi
          partOfEn
          guidanceVi
          guidanceEn
          max
          step
          commentRequired
          bands {
            from
            to
            vi
            en
          }
        }
      }
      calibrationOverview(roundId: $roundId) {
        ...OfficeCalibration
      }
    }
  `,
  [contestOfJudging, overview],
);

export const SET_SAMPLES = graphql(
  `
    mutation SetCalibrationSamples($input: SetCalibrationSamplesInput!) {
      answer: setCalibrationSamples(input: $input) {
        __typename
        ... on CalibrationOverview {
          id
          version
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
