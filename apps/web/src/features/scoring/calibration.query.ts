import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

const wholeCalibration = graphql(`
  fragment WholeCalibration on Calibration {
    id
    asked
    finishedAt
    canFinish
    whyNotFinish {
      code
      message
    }
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
    samples {
      id
      ordinal
      title
      problem
      solution
      novelty
      effect
      canSign
      card {
        total
        signedAt
        marks {
          criterion
          points
          comment
        }
      }
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

export type WholeCalibration = ResultOf<typeof wholeCalibration>;
export type RoundName = Pick<NonNullable<ResultOf<typeof CALIBRATION>['round']>, 'nameVi' | 'nameEn'>;
export type Sample = WholeCalibration['samples'][number];
export type Spread = NonNullable<Sample['spread']>;

export const CALIBRATION = graphql(
  `
    query Calibration($roundId: ID!) {
      round(id: $roundId) {
        id
        nameVi
        nameEn
      }
      calibration(roundId: $roundId) {
        ...WholeCalibration
      }
    }
  `,
  [wholeCalibration],
);

/** How far one is with the samples of a round. */
export const CALIBRATION_STAGE = graphql(`
  query CalibrationStage($roundId: ID!) {
    calibration(roundId: $roundId) {
      id
      asked
      finishedAt
      samples {
        id
        canSign
        card {
          signedAt
        }
      }
    }
  }
`);

export const SIGN_SAMPLE = graphql(
  `
    mutation SignCalibrationCard($input: SignCalibrationCardInput!) {
      answer: signCalibrationCard(input: $input) {
        __typename
        ... on Calibration {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const FINISH_CALIBRATION = graphql(
  `
    mutation FinishCalibration($input: FinishCalibrationInput!) {
      answer: finishCalibration(input: $input) {
        __typename
        ... on Calibration {
          id
          finishedAt
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
