import { setTimeout as pause } from 'node:timers/promises';
import { gql } from 'graphql-request';
import { judges } from '../../../prisma-free-schema/seeds/content/index.js';
import { type Player } from './player.js';
import { type CardCriterion, type GivenMark, isDisputed, marksOf } from './script/marks.js';
import { type Connection, type Contest, type Stage, found, nodesOf } from './stage.js';

export interface Round {
  readonly id: string;
  readonly version: number;
  readonly key: string;
  readonly nameVi: string;
  readonly state: string;
  readonly ruleBookHash: string | null;
  readonly progress: { readonly due: number; readonly signed: number; readonly initiatives: number } | null;
}

export const ROUND = 'id version key nameVi state ruleBookHash progress { due signed initiatives }';

interface Card {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly code: string;
  readonly title: string;
  readonly extra: boolean;
}

const CARDS = gql`
  query ($roundId: ID!) {
    myAssignments(roundId: $roundId, first: 100) {
      edges {
        node {
          id
          version
          state
          code
          title
          extra
        }
      }
    }
  }
`;

export async function roundOf(player: Player, contestId: string, key: string): Promise<Round> {
  const rounds = await player.ask<Round[]>(gql`query ($contestId: ID!) { rounds(contestId: $contestId) { ${ROUND} } }`, { contestId });
  return found(
    rounds.find((round) => round.key === key),
    key,
  );
}

/** The cards of a judge in a round that still wait for them. */
export async function cardsOf(judge: Player, roundId: string): Promise<Card[]> {
  const cards = nodesOf(await judge.ask<Connection<Card>>(CARDS, { roundId }));
  return cards.filter(({ state }) => state === 'DRAFT');
}

const JOB = gql`
  query ($id: ID!) {
    job(id: $id) {
      state
      failureMessage
    }
  }
`;

/** Waits for a long act; throws where it comes to nothing. */
async function jobDone(player: Player, id: string): Promise<void> {
  for (;;) {
    const { state, failureMessage } = await player.ask<{ state: string; failureMessage: string | null }>(JOB, { id });
    if (state === 'DONE') return;
    if (state === 'FAILED' || state === 'CANCELLED') throw new Error(`The job ended as ${state}: ${failureMessage ?? ''}`);
    await pause(200);
  }
}

/** Judges are given by the solver; one steps back from what they were given, and the solver fills the place. */
export async function assign({ cast, tell }: Stage, { id: contestId }: Contest, key: string): Promise<Round> {
  const secretary = await cast.as('organiser-2');
  const { id: roundId } = await roundOf(secretary, contestId, key);
  const { id: proposalId } = await secretary.act<{ id: string }>('proposeAssignment', { roundId }, 'id');
  await jobDone(secretary, proposalId);
  const fields = 'spread optimal judgeLoads { load }';
  const proposal = await secretary.act<{ spread: number; optimal: boolean; judgeLoads: { load: number }[] }>(
    'applyAssignment',
    { proposalId },
    fields,
  );
  const loads = proposal.judgeLoads.map(({ load }) => load);
  tell.did(
    secretary.called,
    `phân công giám khảo: mỗi người ${String(Math.min(...loads))}–${String(Math.max(...loads))} hồ sơ, chênh lệch ${String(proposal.spread)}${proposal.optimal ? ', đã chứng minh là tối ưu' : ''}`,
  );
  return roundOf(secretary, contestId, key);
}

export async function stepBack({ cast, tell }: Stage, contest: Contest, roundId: string): Promise<void> {
  const judge = await cast.as('judge-7');
  const [card] = await cardsOf(judge, roundId);
  const { id: scorecardId, code } = found(card, 'card');
  const reason = 'Tôi đã góp ý chuyên môn cho nhóm tác giả khi họ viết sáng kiến này.';
  await judge.act('declareConflict', { scorecardId, type: 'OTHER', reason }, 'id');
  tell.did(judge.called, `khai xung đột lợi ích với ${code}: ${reason}`);
  const conflicts = await (
    await cast.as('organiser-2')
  ).ask<Connection<{ type: string }>>(
    gql`
      query ($contestId: ID!) {
        conflicts(contestId: $contestId, first: 100) {
          totalCount
          edges {
            node {
              type
            }
          }
        }
      }
    `,
    { contestId: contest.id },
  );
  const declared = nodesOf(conflicts).filter(({ type }) => type === 'OTHER').length;
  tell.note(
    `${String(conflicts.totalCount)} xung đột lợi ích: ${String(conflicts.totalCount - declared)} do hệ thống phát hiện theo đơn vị, ${String(declared)} do giám khảo khai`,
  );
}

export async function open({ cast, tell }: Stage, { id: roundId, version }: Round): Promise<Round> {
  const secretary = await cast.as('organiser-2');
  const opened = await secretary.act<Round>('openRound', { roundId, version }, ROUND);
  tell.did(secretary.called, `mở «${opened.nameVi}», theo thể lệ đã khóa (SHA-256 ${found(opened.ruleBookHash, 'hash').slice(0, 16)}…)`);
  return opened;
}

/**
 * Attests, reads, saves a beginning and signs every card that waits, or that of one initiative. Of a disputed one the first judge of
 * the jury's order differs.
 */
export async function judgeAll(stage: Stage, round: Round, judge: Player, only?: string): Promise<number> {
  const waiting = await cardsOf(judge, round.id);
  const cards = waiting.filter(({ code }) => only === undefined || code === only);
  const harsh = await differsFrom(stage, round, judge);
  for (const card of cards)
    await judgeOne(judge, card, { judge: await placeOf(stage, judge), harsh: harsh && isDisputed(card.title) && !card.extra });
  if (cards.length > 0) {
    stage.tell.did(
      judge.called,
      `cam kết khách quan, mở hồ sơ, lưu nháp và ký ${String(cards.length)} phiếu (${cards.map(({ code }) => code).join(', ')})`,
    );
  }
  return cards.length;
}

async function judgeOne(judge: Player, { id: scorecardId, title }: Card, how: { judge: number; harsh: boolean }): Promise<void> {
  await judge.act('attest', { scorecardId }, 'id');
  await judge.act('openDossier', { scorecardId }, 'id');
  const { version, marks } = await fillIn(judge, scorecardId, { title, ...how });
  const saved = await judge.act<Card>(
    'saveScorecard',
    { scorecardId, version, marks: marks.slice(0, Math.ceil(marks.length / 2)) },
    'version',
  );
  await judge.act('signScorecard', { scorecardId, version: saved.version, marks }, 'id');
}

export async function fillIn(
  judge: Player,
  id: string,
  how: { title: string; judge: number; harsh: boolean },
): Promise<{ version: number; marks: GivenMark[] }> {
  const card = await judge.ask<{ version: number; criteria: CardCriterion[] }>(
    gql`
      query ($id: ID!) {
        scorecard(id: $id) {
          version
          criteria {
            key
            max
            step
            commentRequired
          }
        }
      }
    `,
    { id },
  );
  return { version: card.version, marks: marksOf(card.criteria, how) };
}

/** Of those who judge the disputed one, the first of the jury's order. */
async function differsFrom({ cast }: Stage, round: Round, judge: Player): Promise<boolean> {
  if (round.key !== 'dossier') return false;
  const secretary = await cast.as('organiser-2');
  const given = await secretary.ask<Connection<{ judgeId: string; title: string; extra: boolean; state: string }>>(
    gql`
      query ($roundId: ID!) {
        assignments(roundId: $roundId, first: 100) {
          edges {
            node {
              judgeId
              title
              extra
              state
            }
          }
        }
      }
    `,
    { roundId: round.id },
  );
  const judging = new Set(
    nodesOf(given).flatMap(({ judgeId, title, extra, state }) => (isDisputed(title) && !extra && state !== 'EXCUSED' ? [judgeId] : [])),
  );
  const jury = await cast.all(judges.map(({ key }) => key));
  return jury.find(({ id }) => judging.has(id))?.id === judge.id;
}

export async function placeOf({ cast }: Stage, judge: Player): Promise<number> {
  return (await cast.all(judges.map(({ key }) => key))).findIndex(({ id }) => id === judge.id);
}
