import { idOf } from './data/ids.js';
import { type Asked, type Floor } from './floor/floor.js';
import { assignments } from './floor/assignments.js';
import { contests } from './floor/contests.js';
import { initiatives } from './floor/initiatives.js';
import { matrix } from './floor/matrix.js';
import { notices } from './floor/notices.js';
import { overdue } from './floor/overdue.js';
import { publicRollouts } from './floor/public-rollouts.js';
import { standings } from './floor/standings.js';
import { winners } from './floor/winners.js';

/** One read that is measured: what is asked in turn, by whom, and the best statement known for it. */
export interface Read {
  readonly asker: string | null;
  readonly floor: Floor;
  readonly document: (count: boolean) => string;
  /** Asked in turn. A list among them is walked `pages` pages on, and counted on its first. */
  readonly asked: readonly Asked[];
  readonly pages?: number;
  /** The ratio to the floor that is wanted. */
  readonly aim: number;
}

/** A list, with all that a page of it shows; whether it is counted belongs to who asks. */
const listing =
  (field: string, args: string, node: string) =>
  (count: boolean): string => {
    const declared = `$first: Int!, $after: String${args ? `, ${args}` : ''}`;
    const given = declared.replace(
      /(?:^|, )\$(\w+): [^,]+/g,
      (match, name: string) => `${match.startsWith(',') ? ', ' : ''}${name}: $${name}`,
    );
    return `query (${declared}) { ${field}(${given}) { ${count ? 'totalCount ' : ''}pageInfo { hasNextPage endCursor } edges { node { ${node} } } } }`;
  };

const INITIATIVE =
  'id receiptNumber title state influence submittedAt version illustrative area { id areaCode nameVi } owner { id nameVi } authors { person { id fullName } share lead }';
const INITIATIVES = listing('initiatives', '$contestId: ID, $states: [InitiativeState!], $areaId: ID, $search: String', INITIATIVE);
const WINNERS = listing(
  'winners',
  '$year: Int, $search: String',
  'id contest { id year titleVi } initiative { id receiptNumber title } unit { id nameVi } area { areaCode } tier { key nameVi ordinal } amount rank revokedAt decisionNumber decidedOn illustrative authors { person { id fullName } share }',
);
const MATRIX =
  (): string => `query ($asOf: LocalDate, $first: Int!) { rolloutMatrix(asOf: $asOf, first: $first) { asOf units { id nameVi } rows { rollout { id titleVi } expected inUse coverage counts { state count }
  cells { unitId adoptionId state basis since overdue } } } }`;
const large = idOf('contest', 'large');

/** The reads that are measured; `today` is the day that roll-outs are looked at. */
export function readsOf(today: string): Readonly<Record<string, Read>> {
  const first = 50;
  const matrixOf = (rows: number): Read => ({
    asker: 'O',
    floor: matrix,
    document: MATRIX,
    asked: [{ asOf: today, first: rows }],
    aim: 0.6,
  });
  return {
    'page of 50': { asker: 'O', floor: initiatives, document: INITIATIVES, asked: [{ contestId: large, first }], pages: 8, aim: 0.6 },
    'page by state and area': {
      asker: 'O',
      floor: initiatives,
      document: INITIATIVES,
      asked: [
        { contestId: large, states: ['REJECTED'], first },
        { contestId: large, states: ['DISQUALIFIED', 'WITHDRAWN'], first },
        { contestId: large, areaId: idOf('area3'), first },
      ],
      pages: 2,
      aim: 0.6,
    },
    'page by search': {
      asker: 'O',
      floor: initiatives,
      document: INITIATIVES,
      asked: ['bảo hiểm y tế', 'chữ ký số', 'đông la', 'thời gian giải quyết'].map((search) => ({ contestId: large, search, first })),
      aim: 0.6,
    },
    standings: {
      asker: 'O',
      floor: standings,
      document: listing(
        'standings',
        '$roundId: ID!',
        'rank place score rounded state cards spread decidedBy initiative { id receiptNumber title } owner { nameVi }',
      ),
      asked: [{ roundId: idOf('round', 'read'), first: 100 }],
      pages: 2,
      aim: 0.6,
    },
    'matrix 16 × 20': matrixOf(16),
    'matrix 60 × 20': matrixOf(60),
    'matrix 100 × 20': matrixOf(100),
    'matrix 200 × 20': matrixOf(200),
    "a judge's cards": {
      asker: 'J1',
      floor: assignments,
      document: listing(
        'myAssignments',
        '$roundId: ID',
        'id version state extra total assignedAt signedAt round { id nameVi state } contestId anonymous initiative { id receiptNumber title } owner { nameVi } attested conflicted whyNotMark { code } canMark authors',
      ),
      asked: [{ roundId: idOf('round', 'sign'), first }, { first }],
      pages: 3,
      aim: 0.55,
    },
    overdue: {
      asker: 'O',
      floor: overdue,
      document: listing(
        'overdue',
        '$asOf: LocalDate',
        'id kind dueOn daysLate unit { id statisticsCode nameVi } periodId adoptionId titleVi titleEn',
      ),
      asked: [{ asOf: today, first }],
      pages: 2,
      aim: 0.55,
    },
    winners: { asker: null, floor: winners, document: WINNERS, asked: [{ first }, { year: 2015, first }], pages: 3, aim: 0.6 },
    'winners by search': {
      asker: null,
      floor: winners,
      document: WINNERS,
      asked: ['bảo hiểm y tế', 'chữ ký số', 'thời gian giải quyết'].map((search) => ({ search, first })),
      aim: 0.6,
    },
    'public roll-outs': {
      asker: null,
      floor: publicRollouts,
      document: listing(
        'publicRollouts',
        '$year: Int',
        'id titleVi titleEn startedOn illustrative initiative { receiptNumber title } year expected exempt inUse coverage counts { state count } inUseIn { id statisticsCode nameVi }',
      ),
      asked: [{ asOf: today, first }],
      pages: 2,
      aim: 0.6,
    },
    notices: {
      asker: 'O',
      floor: notices,
      document: listing('myNotices', '$unread: Boolean', 'id kind subject text link createdAt readAt'),
      asked: [{ first }, { unread: true, first }],
      pages: 3,
      aim: 0.6,
    },
    'all contests': {
      asker: 'O',
      floor: contests,
      document: listing(
        'contests',
        '',
        'id year titleVi titleEn phase heldAt graceMinutes recorded illustrative canEdit host { id nameVi } phases { kind startsAt endsAt enteredAt } mySeats',
      ),
      asked: [{ first }],
      pages: 3,
      aim: 0.6,
    },
  };
}
