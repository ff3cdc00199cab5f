import { gql } from 'graphql-request';
import { judges } from '../../../prisma-free-schema/seeds/content/index.js';
import { seatJury } from './announce.js';
import { type Round, ROUND, assign, cardsOf, fillIn, judgeAll, open, placeOf, roundOf, stepBack } from './judge.js';
import { type Player } from './player.js';
import { presentAll } from './present.js';
import { type Connection, type Contest, type Stage, enterPhase, found, nodesOf } from './stage.js';
import { decimal } from './teller.js';

interface Standing {
  readonly rank: number | null;
  readonly code: string;
  readonly title: string;
  readonly ownerNameVi: string;
  readonly rounded: string;
  readonly cards: number;
  readonly spread: string;
  readonly state: string;
}

const STANDINGS = gql`
  query ($roundId: ID!) {
    standings(roundId: $roundId, first: 100) {
      totalCount
      edges {
        node {
          rank
          code
          title
          ownerNameVi
          rounded
          cards
          spread
          state
        }
      }
    }
  }
`;

const KNOCKED_OUT = 'dưới mức tối thiểu';
const AFTER_FIRST: Readonly<Record<string, string>> = { PASSED: 'vào chung khảo', CUT_OFF: 'dừng lại', KNOCKED_OUT };
const AFTER_LAST: Readonly<Record<string, string>> = { PASSED: 'được xếp hạng', KNOCKED_OUT };

/** The jury is seated and judges two rounds; what is not closed yet nobody sees. */
export async function judgeRounds(stage: Stage, contest: Contest): Promise<void> {
  stage.tell.chapter('Ban Giám khảo chấm vòng sơ khảo');
  await seatJury(stage, contest);
  const secretary = await stage.cast.as('organiser-2');
  await secretary.act('planRounds', { contestId: contest.id }, 'id');
  const { id: roundId } = await assign(stage, contest, 'dossier');
  await stepBack(stage, contest, roundId);
  const first = await open(stage, await assign(stage, contest, 'dossier'));
  const jury = await stage.cast.all(judges.map(({ key }) => key));
  const last = found(jury.at(-1), 'judge');
  for (const judge of jury) if (judge !== last) await judgeAll(stage, first, judge);
  await showSealed(stage, contest, { round: first, last });
  await judgeAll(stage, first, last);
  await settle(stage, first);
  await showStandings(stage, first, AFTER_FIRST);

  stage.tell.chapter('Ban Giám khảo chấm vòng chung khảo');
  const second = await open(stage, await assign(stage, contest, 'presentation'));
  await presentAll(stage, second);
  await settle(stage, second);
  await showStandings(stage, second, AFTER_LAST);
  await enterPhase(await stage.cast.as('organiser-1'), contest.id, 'DELIBERATION');
}

/** What can and cannot be seen and done while cards are open. */
async function showSealed(stage: Stage, contest: Contest, { round, last }: { round: Round; last: Player }): Promise<void> {
  const { cast, tell } = stage;
  const secretary = await cast.as('organiser-2');
  const { progress } = await roundOf(secretary, contest.id, round.key);
  const standings = await secretary.ask<Connection<Standing>>(STANDINGS, { roundId: round.id });
  if (standings.totalCount > 0) throw new Error('The standings of an open round were shown');
  tell.did(
    secretary.called,
    `chỉ thấy ${String(progress?.signed ?? 0)}/${String(progress?.due ?? 0)} phiếu đã ký, không thấy điểm và thứ hạng nào`,
  );
  tell.refused(secretary.called, 'đóng vòng khi còn phiếu chưa ký', await secretary.refusalOf('closeRound', { roundId: round.id }));

  const [card] = await cardsOf(last, round.id);
  const { id: scorecardId, title } = found(card, 'card');
  await last.act('attest', { scorecardId }, 'id');
  const { version, marks } = await fillIn(last, scorecardId, { title, judge: await placeOf(stage, last), harsh: false });
  const wild = marks.map((mark, at) => (at === 0 ? { ...mark, points: '31' } : mark));
  tell.refused(
    last.called,
    'chấm 31 điểm cho tiêu chí tối đa 30',
    await last.refusalOf('signScorecard', { scorecardId, version, marks: wild }),
  );
}

/** Closes the round; where cards differ widely a further judge is called first. */
async function settle(stage: Stage, round: Round): Promise<void> {
  const { cast, tell } = stage;
  const secretary = await cast.as('organiser-2');
  let { state } = await secretary.act<Round>('closeRound', { roundId: round.id }, ROUND);
  if (state === 'SETTLING') {
    tell.did('Hệ thống', 'có hồ sơ mà hai phiếu lệch nhau quá 25 điểm: khóa việc ký và gọi thêm giám khảo');
    for (const judge of await cast.all(judges.map(({ key }) => key))) await judgeAll(stage, round, judge);
    ({ state } = await secretary.act<Round>('closeRound', { roundId: round.id }, ROUND));
  }
  if (state !== 'CLOSED') throw new Error(`The round is ${state}`);
  tell.did(secretary.called, `đóng «${round.nameVi}», điểm và thứ hạng được mở cho Ban Tổ chức`);
}

async function showStandings({ cast, tell }: Stage, round: Round, words: Readonly<Record<string, string>>): Promise<void> {
  const secretary = await cast.as('organiser-2');
  const standings = nodesOf(await secretary.ask<Connection<Standing>>(STANDINGS, { roundId: round.id }));
  tell.table(
    `Kết quả ${round.nameVi.toLocaleLowerCase('vi')}`,
    ['Hạng', 'Mã', 'Sáng kiến', 'Đơn vị', 'Điểm', 'Phiếu', 'Chênh lệch', 'Kết quả'],
    standings.map(({ rank, code, title, ownerNameVi, rounded, cards, spread, state }) => [
      String(rank ?? '–'),
      code,
      title,
      ownerNameVi,
      decimal(rounded),
      String(cards),
      decimal(spread),
      words[state] ?? state,
    ]),
  );
}
