import { gql } from 'graphql-request';
import { localDate } from '#lib/kernel';
import { type Connection, type Contest, type Stage, nodesOf } from './stage.js';
import { day } from './teller.js';

export interface FinalStanding {
  readonly rank: number | null;
  readonly code: string;
  readonly title: string;
  readonly ownerNameVi: string;
  readonly rounded: string;
  readonly state: string;
  /** The step of the ladder that put it behind the one before. */
  readonly decidedBy: string | null;
  readonly initiativeId: string;
}

export interface Winner {
  readonly tierNameVi: string;
  readonly initiativeId: string;
  readonly initiativeTitle: string;
  readonly initiativeCode: string | null;
  readonly unitName: string;
  readonly amount: number;
  readonly decisionNumber: string | null;
  readonly authors: readonly { readonly fullName: string }[];
}

interface Decision {
  readonly id: string;
  readonly version: number;
  readonly awards: readonly { readonly tierNameVi: string; readonly initiativeTitle: string }[];
}

const DECISION = 'id version awards { tierNameVi initiativeTitle }';

/** The list by the standings, signed by the leader with number and date, made public; returns what anyone may then read. */
export async function award({ cast, tell, time }: Stage, contest: Contest): Promise<{ ranking: FinalStanding[]; winners: Winner[] }> {
  tell.chapter('Xét giải và công bố');
  const [secretary, leader] = [await cast.as('organiser-2'), await cast.as('leader-1')];
  const proposed = await secretary.act<Decision>('proposeAwards', { contestId: contest.id }, DECISION);
  tell.did(secretary.called, `lập danh sách đề nghị ${String(proposed.awards.length)} giải theo thứ hạng và cơ cấu giải`);
  const submitted = await secretary.act<Decision>('submitAwards', { decisionId: proposed.id, version: proposed.version }, DECISION);
  const before = await winnersOf({ cast }, contest);
  if (before.length > 0) throw new Error('Winners were public before the leader signed');

  const number = `7790/QĐ-UBND-${String(contest.year)}`;
  const decidedOn = localDate(time.now());
  const approval = { decisionId: proposed.id, version: submitted.version, number, decidedOn };
  const approved = await leader.act<Decision>('approveAwards', approval, DECISION);
  tell.did(leader.called, `phê duyệt theo Quyết định ${number} ngày ${day(decidedOn)}`);
  await secretary.act('publishAwards', { decisionId: proposed.id, version: approved.version }, 'id');
  tell.did(secretary.called, 'công bố kết quả');

  const ranking = await secretary.ask<Connection<FinalStanding>>(
    gql`
      query ($contestId: ID!) {
        finalStandings(contestId: $contestId, first: 100) {
          edges {
            node {
              rank
              code
              title
              ownerNameVi
              rounded
              state
              decidedBy
              initiativeId
            }
          }
        }
      }
    `,
    { contestId: contest.id },
  );
  const winners = await winnersOf({ cast }, contest);
  tell.did('Người dân (không cần tài khoản)', `tra cứu thấy ${String(winners.length)} sáng kiến đạt giải năm ${String(contest.year)}`);
  return { ranking: nodesOf(ranking), winners };
}

async function winnersOf({ cast }: Pick<Stage, 'cast'>, { year }: Contest): Promise<Winner[]> {
  const winners = await cast.anyone.ask<Connection<Winner>>(
    gql`
      query ($year: Int!) {
        winners(year: $year, first: 100) {
          edges {
            node {
              tierNameVi
              initiativeId
              initiativeTitle
              initiativeCode
              unitName
              amount
              decisionNumber
              authors {
                fullName
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
