import { gql } from 'graphql-request';
import { type FinalStanding, type Winner, rankingOf, winnersOf } from './award.js';
import { type AdoptionState, STATES_VI } from './script/adoptions.js';
import { TRACKS_VI } from './script/rule-book.js';
import { type Contest, type Stage } from './stage.js';
import { day, decimal } from './teller.js';

interface Cell {
  readonly unitId: string | null;
  readonly state: AdoptionState | null;
  readonly basis: string | null;
  readonly since: string | null;
}

interface MatrixRow {
  readonly rollout: { readonly titleVi: string };
  readonly expected: number;
  readonly inUse: number;
  readonly exempt: number;
  readonly coverage: string | null;
  readonly cells: readonly Cell[];
}

export interface Matrix {
  readonly asOf: string;
  readonly units: readonly { readonly id: string; readonly statisticsCode: string | null; readonly nameVi: string }[];
  readonly rows: readonly MatrixRow[];
}

/** What a year comes to. */
export interface Ending {
  readonly contestId: string;
  readonly year: number;
  readonly ranking: readonly FinalStanding[];
  readonly winners: readonly Winner[];
  readonly matrix: Matrix;
}

const DONG = new Intl.NumberFormat('vi-VN');

/** Read by those who may read it; nothing is done. */
export async function readEnding(stage: Pick<Stage, 'cast'>, { id, year }: Pick<Contest, 'id' | 'year'>): Promise<Ending> {
  const [ranking, winners] = [await rankingOf(stage, { id }), await winnersOf(stage, { year })];
  return { contestId: id, year, ranking, winners, matrix: await readMatrix(stage, year) };
}

async function readMatrix({ cast }: Pick<Stage, 'cast'>, year: number): Promise<Matrix> {
  const secretary = await cast.as('organiser-2');
  return secretary.ask<Matrix>(
    gql`
      query ($year: Int!) {
        rolloutMatrix(year: $year, first: 100) {
          asOf
          units {
            id
            statisticsCode
            nameVi
          }
          rows {
            rollout {
              titleVi
            }
            expected
            inUse
            exempt
            coverage
            cells {
              unitId
              state
              basis
              since
            }
          }
        }
      }
    `,
    { year },
  );
}

/** The three tables that the year ends with. */
export function showEnding({ tell }: Stage, { year, ranking, winners, matrix }: Ending): void {
  tell.chapter(`Kết quả năm ${String(year)}`);
  tell.table(
    'Xếp hạng chung cuộc',
    ['Hạng', 'Mã', 'Sáng kiến', 'Đơn vị', 'Điểm', 'Phân định'],
    ranking.map(({ rank, initiative, owner, rounded, decidedBy }) => [
      String(rank ?? '–'),
      initiative.receiptNumber,
      initiative.title,
      owner.nameVi,
      decimal(rounded),
      decidedBy === 'CHAIR_VOTE' ? 'lá phiếu của Trưởng ban' : (decidedBy ?? ''),
    ]),
  );
  tell.table(
    `Sáng kiến đạt giải (Quyết định ${winners[0]?.decisionNumber ?? ''})`,
    ['Bảng', 'Giải', 'Mã', 'Tác giả', 'Đơn vị', 'Tiền thưởng'],
    winners.map(({ track, tier, initiative, authors, unit, amount }) => [
      track ? TRACKS_VI[track] : '',
      tier.nameVi,
      initiative.receiptNumber ?? '',
      authors.map(({ person }) => person.fullName).join(', '),
      unit.nameVi,
      `${DONG.format(amount)} đ`,
    ]),
  );
  tell.table(
    `Triển khai tại ${String(matrix.units.length)} xã, thị trấn, tính đến ${day(matrix.asOf)}`,
    ['Mã', 'Đơn vị', ...matrix.rows.map(({ rollout }) => rollout.titleVi)],
    [
      ...matrix.units.map(({ id, statisticsCode, nameVi }) => [
        statisticsCode ?? '',
        nameVi,
        ...matrix.rows.map((row) => cellText(row.cells.find(({ unitId }) => unitId === id))),
      ]),
      [
        '',
        'Tỷ lệ sử dụng',
        ...matrix.rows.map(
          ({ inUse, expected, exempt, coverage }) => `${String(inUse)}/${String(expected)} (${decimal(coverage)}%), miễn ${String(exempt)}`,
        ),
      ],
    ],
  );
}

function cellText(cell: Cell | undefined): string {
  if (!cell?.state) return '';
  return cell.basis === 'EXEMPT' ? 'được miễn' : STATES_VI[cell.state];
}
