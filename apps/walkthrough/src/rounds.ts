import { gql } from 'graphql-request';
import { assign, assignFinal, noteExpertise } from './assign.js';
import { calibrate, setSamples } from './calibrate.js';
import { correct } from './correct.js';
import { type Round, type Sitting, ROUND, cardsOf, fillIn, howOf, judgeAll, judgeCards, open, roundOf, sittingOf } from './judge.js';
import { juryOf, seatJury } from './jury.js';
import { checkPack } from './pack.js';
import { type Player } from './player.js';
import { present } from './present.js';
import { reopen, stepBack } from './recuse.js';
import { DIVERGENCE } from './script/rule-book.js';
import { judgeOffline } from './sheet.js';
import { showStandings, standingsOf } from './standings.js';
import { type Contest, type Stage, enterPhase, found } from './stage.js';
import { breakTie } from './tie.js';

const FURTHER_MARK_VI: Readonly<Record<Round['furtherMark'], string>> = {
  DECIDES: 'phiếu thêm quyết định điểm của hồ sơ',
  JOINS: 'phiếu thêm được tính cùng các phiếu đã có',
  REPLACES: 'phiếu thêm thay cho phiếu lệch xa nó nhất',
};

/** The jury is seated and judges two rounds; what is not closed yet nobody sees. */
export async function judgeRounds(stage: Stage, contest: Contest): Promise<void> {
  const { cast, tell } = stage;
  tell.chapter('Thành lập Ban Giám khảo');
  await seatJury(stage, contest);
  tell.chapter('Ban Giám khảo chấm vòng sơ khảo');
  const secretary = await cast.as('organiser-2');
  await secretary.act('planRounds', { contestId: contest.id }, 'id');
  await judgeDossiers(stage, contest);

  tell.chapter('Ban Giám khảo chấm vòng chung khảo');
  const { round } = await presentFinal(stage, contest);
  await showStandings(stage, round, 'last');
  await breakTie(stage, contest);
  tell.chapter('Đính chính và công khai cách tính');
  await correct(stage, round);
  await checkPack(stage, contest);
  await enterPhase(await cast.as('organiser-1'), contest.id, 'DELIBERATION');
}

export async function judgeDossiers(stage: Stage, contest: Contest): Promise<void> {
  await noteExpertise(stage, contest);
  await setSamples(stage, contest, 'dossier');
  const round = await open(stage, await assign(stage, contest, 'dossier'));
  await calibrate(stage, round);
  await stepBack(stage, contest, round);
  const sitting = { round, ...(await sittingOf(stage, round.id)) };
  await judgeOffline(stage, sitting);
  const jury = await juryOf(stage);
  const last = await stage.cast.as('judge-8');
  await judgeTogether(
    stage,
    sitting,
    jury.filter((judge) => judge !== last),
  );
  await reopen(stage, sitting);
  await showSealed(stage, contest, { sitting, last });
  await judgeAll(stage, sitting, last);
  await settle(stage, sitting);
  await showStandings(stage, round, 'first');
}

async function presentFinal(stage: Stage, contest: Contest): Promise<Sitting> {
  const sitting = { round: await open(stage, await assignFinal(stage, contest, 'presentation')), harshId: null };
  await present(stage, sitting);
  await settle(stage, sitting);
  return sitting;
}

/** Each on their own, at the same time. */
async function judgeTogether(stage: Stage, sitting: Sitting, jury: readonly Player[]): Promise<void> {
  const signed = await Promise.all(jury.map(async (judge) => ({ judge, codes: await judgeCards(stage, sitting, judge) })));
  for (const { judge, codes } of signed)
    if (codes.length > 0) stage.tell.did(judge.called, `mở hồ sơ, lưu nháp và ký ${String(codes.length)} phiếu (${codes.join(', ')})`);
}

/** What can and cannot be seen and done while cards are open. */
async function showSealed(stage: Stage, contest: Contest, { sitting, last }: { sitting: Sitting; last: Player }): Promise<void> {
  const { cast, tell } = stage;
  const { round, harshId } = sitting;
  const secretary = await cast.as('organiser-2');
  const { progress } = await roundOf(secretary, contest.id, round.key);
  if ((await standingsOf(secretary, round.id)).totalCount > 0) throw new Error('The standings of an open round were shown');
  tell.did(
    secretary.called,
    `chỉ thấy ${String(progress?.signed ?? 0)}/${String(progress?.due ?? 0)} phiếu đã ký, không thấy điểm và thứ hạng nào`,
  );
  const look = gql`
    query ($roundId: ID!) {
      whatIf(roundId: $roundId, first: 1) {
        totalCount
      }
    }
  `;
  tell.refused(secretary.called, 'xem thử kết quả khi vòng chưa đóng', await secretary.refusalOfAsking(look, { roundId: round.id }));
  tell.refused(secretary.called, 'đóng vòng khi còn phiếu chưa ký', await secretary.refusalOf('closeRound', { roundId: round.id }));

  const card = found((await cardsOf(last, round.id))[0], 'card');
  const { version, marks } = await fillIn(last, card.id, await howOf(stage, { harshId, judge: last, card }));
  const wild = marks.map((mark, at) => (at === 0 ? { ...mark, points: '31' } : mark));
  tell.refused(
    last.called,
    'chấm 31 điểm cho tiêu chí tối đa 30',
    await last.refusalOf('signScorecard', { scorecardId: card.id, version, marks: wild }),
  );
}

/** Closes the round; where cards differ widely a further judge is called first. */
async function settle(stage: Stage, sitting: Sitting): Promise<void> {
  const { cast, tell } = stage;
  const { id: roundId, nameVi } = sitting.round;
  const secretary = await cast.as('organiser-2');
  let { state } = await secretary.act<Round>('closeRound', { roundId }, ROUND);
  if (state === 'SETTLING') {
    tell.did(
      'Hệ thống',
      `có hồ sơ mà hai phiếu lệch nhau quá ${DIVERGENCE} điểm: khóa việc ký và gọi thêm giám khảo, điểm vẫn được giữ kín`,
    );
    tell.note(`theo thể lệ, ${FURTHER_MARK_VI[sitting.round.furtherMark]}`);
    tell.refused(secretary.called, 'đóng vòng khi phiếu thêm chưa ký', await secretary.refusalOf('closeRound', { roundId }));
    for (const judge of await juryOf(stage)) await judgeAll(stage, sitting, judge);
    ({ state } = await secretary.act<Round>('closeRound', { roundId }, ROUND));
  }
  if (state !== 'CLOSED') throw new Error(`The round is ${state}`);
  tell.did(secretary.called, `đóng «${nameVi}», điểm và thứ hạng được mở cho Ban Tổ chức`);
}
