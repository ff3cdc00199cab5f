import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

/** What each source says of one indicator in one commune, where two disagree, and on which days nobody says anything. */
export const CELL_FIGURES = graphql(`
  query CellFigures($indicatorId: ID!, $unitId: ID!, $upTo: LocalDate, $after: String) {
    cumulative(indicatorId: $indicatorId, unitId: $unitId, upTo: $upTo) {
      indicatorId
      from
      upTo
      lines {
        value
        numerator
        denominator
        meetsTarget
        parts {
          disputed
          system {
            value
            numerator
            denominator
            pieces
          }
          gaps {
            from
            to
          }
          figures {
            figureId
            startsOn
            endsOn
            source
            sourceKind
            restatedBecause
            value
            numerator
            denominator
            verified
            approved
            counted
            disputedBy
          }
        }
      }
    }
    figures(indicatorId: $indicatorId, unitId: $unitId, first: 100, after: $after) {
      edges {
        node {
          id
          canVerify
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const figureParts = graphql(`
  fragment FigureParts on Figure {
    id
    version
    indicatorId
    startsOn
    endsOn
    value
    numerator
    denominator
    source
    sourceKind
    restatedBecause
    verified
    approved
    canVerify
    illustrative
    note
    jump {
      question
      reason
    }
    unit {
      id
      nameVi
      nameEn
    }
  }
`);

/** One figure as it stands now: whoever verifies it reads it first. */
export const FIGURE = graphql(
  `
    query FigureToVerify($id: ID!) {
      figure(id: $id) {
        ...FigureParts
      }
    }
  `,
  [figureParts],
);

export const VERIFY_FIGURE = graphql(
  `
    mutation VerifyFigure($input: VerifyFigureInput!) {
      answer: verifyFigure(input: $input) {
        __typename
        ...FigureParts
        ...RefusalParts
      }
    }
  `,
  [figureParts, refusalParts],
);

export const RECORD_FIGURE = graphql(
  `
    mutation RecordFigure($input: RecordFigureInput!) {
      answer: recordFigure(input: $input) {
        __typename
        ...FigureParts
        ...RefusalParts
      }
    }
  `,
  [figureParts, refusalParts],
);

const saidParts = graphql(`
  fragment SaidFigureParts on CumulativeFigure {
    figureId
    startsOn
    endsOn
    source
    sourceKind
    restatedBecause
    value
    numerator
    denominator
    verified
    approved
    counted
    disputedBy
  }
`);

/** A page of the figures of an indicator as they were given, the newest first. */
const figuresGiven = graphql(
  `
    fragment FiguresGiven on FigureConnection {
      totalCount
      edges {
        node {
          ...FigureParts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  `,
  [figureParts],
);

/** What an indicator has reached, unit by unit, and which figures that is made of; with the first page of them as they were given. */
export const INDICATOR_FIGURES = graphql(
  `
    query IndicatorFigures($indicatorId: ID!, $upTo: LocalDate, $reading: UnitReading!, $unitId: ID, $first: Int!) {
      figures(indicatorId: $indicatorId, unitId: $unitId, first: $first) {
        ...FiguresGiven
      }
      cumulative(indicatorId: $indicatorId, upTo: $upTo, reading: $reading) {
        indicatorId
        from
        upTo
        target
        total {
          value
          numerator
          denominator
        }
        withSubmitted {
          value
          numerator
          denominator
        }
        lines {
          value
          numerator
          denominator
          meetsTarget
          unit {
            id
            nameVi
            nameEn
          }
          parts {
            disputed
            system {
              value
              numerator
              denominator
              pieces
            }
            unit {
              id
              nameVi
              nameEn
            }
            gaps {
              from
              to
            }
            figures {
              ...SaidFigureParts
            }
          }
        }
        host {
          figures {
            ...SaidFigureParts
            communes {
              value
              numerator
              denominator
              units
              pieces
              exceeds
            }
          }
        }
      }
    }
  `,
  [figuresGiven, saidParts],
);

/** The pages after the first. */
export const FIGURES = graphql(
  `
    query FiguresAsGiven($indicatorId: ID!, $unitId: ID, $first: Int!, $after: String) {
      figures(indicatorId: $indicatorId, unitId: $unitId, first: $first, after: $after) {
        ...FiguresGiven
      }
    }
  `,
  [figuresGiven],
);

export type FigureRow = ResultOf<typeof figureParts>;
export type IndicatorRead = ResultOf<typeof INDICATOR_FIGURES>;
export type IndicatorCumulative = IndicatorRead['cumulative'];
export type IndicatorLine = IndicatorCumulative['lines'][number];
export type CellFiguresRead = ResultOf<typeof CELL_FIGURES>;
export type SaidFigure = CellFiguresRead['cumulative']['lines'][number]['parts'][number]['figures'][number];
export type SystemSumRead = CellFiguresRead['cumulative']['lines'][number]['parts'][number]['system'];
