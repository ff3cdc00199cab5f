import { gql } from 'graphql-request';
import { localDate } from '#lib/kernel';
import { type Player } from './player.js';
import { budget } from './script/initiatives.js';
import { TRACKS_VI, type Track } from './script/rule-book.js';
import { type Connection, type Contest, type Stage, found, nodesOf } from './stage.js';
import { day } from './teller.js';

export interface FinalStanding {
  readonly rank: number | null;
  readonly initiative: { readonly id: string; readonly receiptNumber: string; readonly title: string };
  readonly owner: { readonly nameVi: string };
  readonly rounded: string;
  readonly state: string;
  /** The step of the ladder that put it behind the one before. */
  readonly decidedBy: string | null;
}

export interface Winner {
  readonly tier: { readonly nameVi: string };
  readonly track: Track | null;
  readonly initiative: { readonly id: string; readonly receiptNumber: string | null; readonly title: string };
  readonly unit: { readonly nameVi: string };
  readonly amount: number;
  readonly decisionNumber: string | null;
  readonly authors: readonly { readonly person: { readonly fullName: string } }[];
}

interface Decision {
  readonly id: string;
  readonly version: number;
  readonly awards: readonly {
    readonly tier: { readonly nameVi: string };
    readonly track: Track;
    readonly initiative: { readonly receiptNumber: string };
    readonly departureReason: string | null;
  }[];
  readonly ties: readonly {
    readonly track: Track;
    readonly rank: number;
    readonly initiatives: readonly { readonly id: string; readonly receiptNumber: string; readonly title: string }[];
  }[];
}

const DECISION =
  'id version awards { tier { nameVi } track initiative { receiptNumber } departureReason } ties { track rank initiatives { id receiptNumber title } }';

export const TIE_REASON = 'Đã áp dụng thử lâu hơn và các xã khác có thể làm theo ngay, không phải thêm kinh phí.';

/** The list by the standings, signed by the leader with number and date, made public. */
export async function award({ cast, tell, time }: Stage, contest: Contest): Promise<void> {
  tell.chapter('Xét giải và công bố');
  const [secretary, leader] = [await cast.as('organiser-2'), await cast.as('leader-1')];
  const proposed = await secretary.act<Decision>('proposeAwards', { contestId: contest.id }, DECISION);
  tell.did(secretary.called, `lập danh sách đề nghị ${String(proposed.awards.length)} giải theo thứ hạng và cơ cấu giải`);
  const decided = await decideTie({ tell }, secretary, proposed);
  const submitted = await secretary.act<Decision>('submitAwards', { decisionId: proposed.id, version: decided.version }, DECISION);
  const before = await winnersOf({ cast }, contest);
  if (before.length > 0) throw new Error('Winners were public before the leader signed');

  const number = `7790/QĐ-UBND-${String(contest.year)}`;
  const decidedOn = localDate(time.now());
  const approval = { decisionId: proposed.id, version: submitted.version, decisionNumber: number, decidedOn };
  const approved = await leader.act<Decision>('approveAwards', approval, DECISION);
  tell.did(leader.called, `phê duyệt theo Quyết định ${number} ngày ${day(decidedOn)}`);
  await secretary.act('publishAwards', { decisionId: proposed.id, version: approved.version }, 'id');
  tell.did(secretary.called, 'công bố kết quả');

  const winners = await winnersOf({ cast }, contest);
  tell.did('Người dân (không cần tài khoản)', `tra cứu thấy ${String(winners.length)} sáng kiến đạt giải năm ${String(contest.year)}`);
}

/** The final order, as whoever runs the contest reads it. */
export async function rankingOf({ cast }: Pick<Stage, 'cast'>, contest: Pick<Contest, 'id'>): Promise<FinalStanding[]> {
  const secretary = await cast.as('organiser-2');
  const ranking = await secretary.ask<Connection<FinalStanding>>(
    gql`
      query ($contestId: ID!) {
        finalStandings(contestId: $contestId, first: 100) {
          edges {
            node {
              rank
              initiative {
                id
                receiptNumber
                title
              }
              owner {
                nameVi
              }
              rounded
              state
              decidedBy
            }
          }
        }
      }
    `,
    { contestId: contest.id },
  );
  return nodesOf(ranking);
}

/** Two of one track are equal and there is one first prize: the list is not handed on before somebody has decided, with a reason. */
async function decideTie({ tell }: Pick<Stage, 'tell'>, secretary: Player, { id: decisionId, version, ties }: Decision): Promise<Decision> {
  const { track, rank, initiatives } = found(ties[0], 'tie');
  const codes = initiatives.map(({ receiptNumber }) => receiptNumber).join(' và ');
  tell.did('Hệ thống', `${codes} đồng hạng ${String(rank)} ở ${TRACKS_VI[track]} mà chỉ có một giải cao hơn: để Ban Tổ chức quyết định`);
  tell.refused(secretary.called, 'trình danh sách khi chưa quyết định', await secretary.refusalOf('submitAwards', { decisionId, version }));
  const best = initiatives.toSorted((a, b) => Number(b.title === budget.title) - Number(a.title === budget.title));
  const order = { track, rank, initiativeIds: best.map(({ id }) => id), reason: TIE_REASON };
  const decided = await secretary.act<Decision>('decideTie', { decisionId, version, ...order }, DECISION);
  const given = decided.awards.filter(({ departureReason }) => departureReason !== null);
  tell.did(secretary.called, `quyết định, có nêu lý do: ${TIE_REASON}`);
  for (const { initiative, tier } of given) tell.note(`${initiative.receiptNumber}: ${tier.nameVi}, ${TRACKS_VI[track]}`);
  return decided;
}

/** What anyone may read once it is public. */
export async function winnersOf({ cast }: Pick<Stage, 'cast'>, { year }: Pick<Contest, 'year'>): Promise<Winner[]> {
  const winners = await cast.anyone.ask<Connection<Winner>>(
    gql`
      query ($year: Int!) {
        winners(year: $year, first: 100) {
          edges {
            node {
              tier {
                nameVi
              }
              track
              initiative {
                receiptNumber
                id
                title
              }
              unit {
                nameVi
              }
              amount
              decisionNumber
              authors {
                person {
                  fullName
                }
              }
            }
          }
        }
      }
    `,
    { year },
  );
  return nodesOf(winners);
}
