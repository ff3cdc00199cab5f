import { gql } from 'graphql-request';
import { type Round, fillIn } from './judge.js';
import { placeOf } from './jury.js';
import { type Player } from './player.js';
import { MISTYPES } from './present.js';
import { certification } from './script/initiatives.js';
import { standingsOf } from './standings.js';
import { type Connection, type Stage, found, nodesOf } from './stage.js';
import { decimal } from './teller.js';

interface WhatIfLine {
  readonly initiative: { readonly receiptNumber: string; readonly title: string };
  readonly rank: number | null;
  readonly rankInForce: number | null;
}

interface Correction {
  readonly id: string;
  readonly version: number;
}

interface Impact {
  readonly finals: readonly {
    readonly initiative: { readonly receiptNumber: string };
    readonly rankBefore: number | null;
    readonly rankAfter: number | null;
    readonly scoreBefore: string | null;
    readonly scoreAfter: string | null;
  }[];
  readonly prizes: readonly {
    readonly initiative: { readonly receiptNumber: string };
    readonly beforeVi: string | null;
    readonly afterVi: string | null;
  }[];
}

export const REASON = 'Gõ nhầm chữ số hàng chục ở tiêu chí nội dung sáng kiến.';

/** Looks beside the result find a card that weighs too much; it turns out to be a slip, and two people put it right. */
export async function correct(stage: Stage, round: Round): Promise<void> {
  const { cast, tell } = stage;
  const [secretary, judge, leader] = [await cast.as('organiser-2'), await cast.as(MISTYPES), await cast.as('leader-2')];
  await lookWithout(stage, round, judge);
  const scorecardId = await cardOf(secretary, round, judge);
  const { id: correctionId, version } = await secretary.act<Correction>(
    'proposeCorrection',
    { scorecardId, kind: 'CARD_RESIGNED', reason: REASON },
    'id version',
  );
  tell.did(secretary.called, `sau khi vòng đã đóng, đề nghị đính chính phiếu của ${judge.fullName}: ${REASON}`);
  const { marks } = await fillIn(judge, scorecardId, { title: certification.title, judge: await placeOf(stage, judge) });
  const signed = await judge.act<Correction>('signCorrection', { correctionId, version, marks }, 'id version');
  tell.did(judge.called, 'ký phiếu đã sửa; kết quả chưa thay đổi');
  const input = { correctionId, version: signed.version };
  await showImpact(stage, leader, correctionId);
  tell.refused(secretary.called, 'tự áp dụng đính chính do mình đề nghị', await secretary.refusalOf('applyCorrection', input));
  const { resultNumber } = await leader.act<{ resultNumber: number }>('applyCorrection', input, 'resultNumber');
  tell.did(leader.called, `áp dụng với tư cách người thứ hai: kết quả vòng chung khảo có bản thứ ${String(resultNumber)}`);
  await showVersions(stage, round);
}

/** Computed beside the result and never kept; that somebody looked is. */
async function lookWithout({ cast, tell }: Stage, { id: roundId }: Round, judge: Player): Promise<void> {
  const secretary = await cast.as('organiser-2');
  const lines = nodesOf(
    await secretary.ask<Connection<WhatIfLine>>(
      gql`
        query ($roundId: ID!, $withoutJudgeId: ID) {
          whatIf(roundId: $roundId, withoutJudgeId: $withoutJudgeId, first: 100) {
            edges {
              node {
                initiative {
                  receiptNumber
                  title
                }
                rank
                rankInForce
              }
            }
          }
        }
      `,
      { roundId, withoutJudgeId: judge.id },
    ),
  );
  tell.did(secretary.called, `xem thử kết quả nếu không tính phiếu của ${judge.fullName} (lượt xem được ghi nhật ký)`);
  for (const { initiative, rank, rankInForce } of lines)
    if (rank !== rankInForce)
      tell.note(`${initiative.receiptNumber} «${initiative.title}»: hạng ${String(rankInForce ?? '–')} thành hạng ${String(rank ?? '–')}`);
}

async function cardOf(secretary: Player, { id: roundId }: Round, judge: Player): Promise<string> {
  const cards = await secretary.ask<Connection<{ id: string; initiative: { title: string }; judge: { id: string } }>>(
    gql`
      query ($roundId: ID!, $judgeId: ID) {
        assignments(roundId: $roundId, judgeId: $judgeId, first: 100) {
          edges {
            node {
              id
              initiative {
                title
              }
              judge {
                id
              }
            }
          }
        }
      }
    `,
    { roundId, judgeId: judge.id },
  );
  return found(
    nodesOf(cards).find(({ initiative }) => initiative.title === certification.title),
    'card',
  ).id;
}

async function showImpact({ tell }: Stage, leader: Player, correctionId: string): Promise<void> {
  const { finals, prizes } = await leader.ask<Impact>(
    gql`
      query ($correctionId: ID!) {
        correctionImpact(correctionId: $correctionId) {
          finals {
            initiative {
              receiptNumber
            }
            rankBefore
            rankAfter
            scoreBefore
            scoreAfter
          }
          prizes {
            initiative {
              receiptNumber
            }
            beforeVi
            afterVi
          }
        }
      }
    `,
    { correctionId },
  );
  tell.did(leader.called, 'xem trước tác động của đính chính');
  for (const { initiative, rankBefore, rankAfter, scoreBefore, scoreAfter } of finals)
    tell.note(
      `${initiative.receiptNumber}: hạng ${String(rankBefore)} → ${String(rankAfter)}, điểm ${decimal(scoreBefore)} → ${decimal(scoreAfter)}`,
    );
  for (const { initiative, beforeVi, afterVi } of prizes)
    tell.note(`${initiative.receiptNumber}: ${beforeVi ?? 'không có giải'} → ${afterVi ?? 'không có giải'}`);
}

/** The result in force and the one before stay side by side. */
async function showVersions({ cast, tell }: Stage, { id: roundId }: Round): Promise<void> {
  const secretary = await cast.as('organiser-2');
  for (const number of [1, 2]) {
    const lines = nodesOf(await standingsOf(secretary, roundId, number));
    tell.note(
      `bản ${String(number)}: ${lines.map(({ rank, initiative, rounded }) => `${String(rank ?? '–')}. ${initiative.receiptNumber} (${decimal(rounded)})`).join(', ')}`,
    );
  }
}
