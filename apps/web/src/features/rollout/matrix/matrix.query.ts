import { type ResultOf, graphql } from '../../../api/graphql';

const rowParts = graphql(`
  fragment MatrixRowParts on RolloutMatrixRow {
    rollout {
      id
      titleVi
      titleEn
    }
    initiative {
      id
    }
    year
    startedOn
    dueOn
    inUse
    expected
    exempt
    counts {
      state
      count
    }
  }
`);

const frameParts = graphql(`
  fragment MatrixFrame on RolloutMatrix {
    asOf
    reading
    totalCount
    units {
      id
      statisticsCode
      nameVi
      nameEn
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

/** Which commune is how far with which initiative: all that the table shows at once. */
export const MATRIX = graphql(
  `
    query Matrix($asOf: LocalDate, $year: Int, $areaId: ID, $state: AdoptionState, $overdue: Boolean, $disputed: Boolean, $after: String) {
      rolloutMatrix(
        first: 200
        asOf: $asOf
        year: $year
        areaId: $areaId
        state: $state
        overdue: $overdue
        disputed: $disputed
        after: $after
      ) {
        ...MatrixFrame
        rows {
          ...MatrixRowParts
          cells {
            unitId
            adoptionId
            state
            basis
            since
            confirmed
            overdue
            disputed
            whyNotMove {
              message
            }
          }
        }
      }
    }
  `,
  [frameParts, rowParts],
);

/** The same on the units of today: of each, the communes that went into it. */
export const MATRIX_TODAY = graphql(
  `
    query MatrixToday(
      $asOf: LocalDate
      $year: Int
      $areaId: ID
      $state: AdoptionState
      $overdue: Boolean
      $disputed: Boolean
      $after: String
    ) {
      rolloutMatrix(
        first: 200
        reading: NEW
        asOf: $asOf
        year: $year
        areaId: $areaId
        state: $state
        overdue: $overdue
        disputed: $disputed
        after: $after
      ) {
        ...MatrixFrame
        rows {
          ...MatrixRowParts
          cells {
            unitId
            overdue
            disputed
            exempt
            counts {
              state
              count
            }
            parts {
              adoptionId
              state
              basis
              unit {
                id
                nameVi
                nameEn
              }
            }
          }
        }
      }
    }
  `,
  [frameParts, rowParts],
);

/** How many cells each filter of states would find, where one of them is on. */
export const MATRIX_COUNTS = graphql(`
  query MatrixCounts($asOf: LocalDate, $reading: UnitReading!, $year: Int, $areaId: ID, $after: String) {
    rolloutMatrix(first: 200, asOf: $asOf, reading: $reading, year: $year, areaId: $areaId, after: $after) {
      rows {
        startedOn
        counts {
          state
          count
        }
        cells {
          overdue
          disputed
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Which years and fields there are, what is made up, and which units the communes have become. */
export const MATRIX_CHOICES = graphql(`
  query MatrixChoices($after: String) {
    serverTime
    publicContests(first: 100) {
      edges {
        node {
          id
          year
          areas {
            id
            nameVi
            nameEn
          }
        }
      }
    }
    publicRollouts(first: 100, after: $after) {
      edges {
        node {
          id
          illustrative
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    publicUnits {
      id
      nameVi
      nameEn
      became {
        unitId
        kind
      }
    }
  }
`);

type Then = ResultOf<typeof MATRIX>['rolloutMatrix'];
type Today = ResultOf<typeof MATRIX_TODAY>['rolloutMatrix'];
type ThenCell = Then['rows'][number]['cells'][number];
type TodayCell = Today['rows'][number]['cells'][number];

/** A commune, or on the units of today those that went into one. */
export type MatrixCell = ThenCell & { readonly [Key in 'counts' | 'exempt' | 'parts']: TodayCell[Key] };
export type MatrixRow = Omit<Then['rows'][number], 'cells'> & { readonly cells: readonly MatrixCell[] };
export type Matrix = Omit<Then, 'rows'> & { readonly rows: readonly MatrixRow[] };
export type MatrixUnit = Matrix['units'][number];
export type MatrixChoices = ResultOf<typeof MATRIX_CHOICES>;
/** What of a row the filters count. */
export type MatrixCounts = Pick<MatrixRow, 'startedOn' | 'counts'> & {
  readonly cells: readonly Pick<MatrixCell, 'overdue' | 'disputed'>[];
};

const NO_PARTS = { counts: null, exempt: null, parts: null };
const NO_STATE = { adoptionId: null, state: null, basis: null, since: null, confirmed: null, whyNotMove: null };

export const matrixThen = (read: Then): Matrix => ({
  ...read,
  rows: read.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, ...NO_PARTS })) })),
});

export const matrixToday = (read: Today): Matrix => ({
  ...read,
  rows: read.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, ...NO_STATE })) })),
});
