import { gql } from 'graphql-request';
import { juryOf, placeOf } from './jury.js';
import { type Player } from './player.js';
import { type CardCriterion, type GivenMark, type Judged, isDisputed, marksOf } from './script/marks.js';
import { type Connection, type Stage, found, nodesOf } from './stage.js';

export interface Round {
  readonly id: string;
  readonly version: number;
  readonly key: string;
  readonly nameVi: string;
  readonly state: string;
  readonly ruleBookHash: string | null;
  readonly furtherMark: 'DECIDES' | 'JOINS' | 'REPLACES';
  readonly progress: { readonly due: number; readonly signed: number; readonly initiatives: number } | null;
}

export const ROUND = 'id version key nameVi state ruleBookHash furtherMark progress { due signed initiatives }';

/** A round while it is judged. */
export interface Sitting {
  readonly round: Round;
  /** Whose card for the disputed initiative is far below the others. */
  readonly harshId: string | null;
}

export interface Card {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly initiative: { readonly receiptNumber: string; readonly title: string };
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
          initiative {
            receiptNumber
            title
          }
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

/** The cards of a judge in a round that still wait for them, or that they have signed: they know at once, the office within a minute. */
export async function cardsOf(judge: Player, roundId: string, wanted: 'DRAFT' | 'SIGNED' = 'DRAFT'): Promise<Card[]> {
  const cards = nodesOf(await judge.ask<Connection<Card>>(CARDS, { roundId }));
  return cards.filter(({ state }) => state === wanted);
}

export async function open({ cast, tell }: Stage, { id: roundId, version }: Round): Promise<Round> {
  const secretary = await cast.as('organiser-2');
  const opened = await secretary.act<Round>('openRound', { roundId, version }, ROUND);
  tell.did(secretary.called, `mở «${opened.nameVi}», theo thể lệ đã khóa (SHA-256 ${found(opened.ruleBookHash, 'hash').slice(0, 16)}…)`);
  return opened;
}

/** Attests, reads, saves a beginning and signs every card that waits; returns the codes. */
export async function judgeCards(stage: Stage, { round, harshId }: Sitting, judge: Player): Promise<string[]> {
  const cards = await cardsOf(judge, round.id);
  for (const card of cards) await judgeOne(judge, card, await howOf(stage, { harshId, judge, card }));
  return cards.map(({ initiative }) => initiative.receiptNumber);
}

/** The same, and it is told. */
export async function judgeAll(stage: Stage, sitting: Sitting, judge: Player): Promise<void> {
  const codes = await judgeCards(stage, sitting, judge);
  if (codes.length > 0)
    stage.tell.did(judge.called, `cam kết khách quan, mở hồ sơ, lưu nháp và ký ${String(codes.length)} phiếu (${codes.join(', ')})`);
}

/** What is particular about how a judge marks a card. */
export async function howOf(
  stage: Stage,
  { harshId, judge, card }: { harshId: string | null; judge: Player; card: Card },
): Promise<Judged> {
  const { extra } = card;
  const { title } = card.initiative;
  return { title, judge: await placeOf(stage, judge), harsh: isDisputed(title) && !extra && judge.id === harshId };
}

/** Reads the dossier, saves half of the marks, and signs. */
export async function judgeOne(judge: Player, { id: scorecardId }: Card, how: Judged): Promise<void> {
  await readDossier(judge, scorecardId);
  const { version, marks } = await fillIn(judge, scorecardId, how);
  const begun = marks.slice(0, Math.ceil(marks.length / 2));
  const saved = await judge.act<Card>('saveScorecard', { scorecardId, version, marks: begun }, 'version');
  await judge.act('signScorecard', { scorecardId, version: saved.version, marks }, 'id');
}

export async function readDossier(judge: Player, scorecardId: string): Promise<void> {
  await judge.act('attest', { scorecardId }, 'id');
  await judge.act('openDossier', { scorecardId }, 'id');
}

export async function fillIn(judge: Player, id: string, how: Judged): Promise<{ version: number; marks: GivenMark[] }> {
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

/** Who of those that judge the disputed initiative differs: the first of the jury's order. */
export async function sittingOf(stage: Pick<Stage, 'cast'>, roundId: string): Promise<Pick<Sitting, 'harshId'>> {
  const secretary = await stage.cast.as('organiser-2');
  const given = await secretary.ask<Connection<{ judge: { id: string }; initiative: { title: string }; state: string }>>(
    gql`
      query ($roundId: ID!) {
        assignments(roundId: $roundId, first: 100) {
          edges {
            node {
              judge {
                id
              }
              initiative {
                title
              }
              state
            }
          }
        }
      }
    `,
    { roundId },
  );
  const judging = new Set(
    nodesOf(given).flatMap(({ judge, initiative, state }) => (isDisputed(initiative.title) && state !== 'EXCUSED' ? [judge.id] : [])),
  );
  return { harshId: (await juryOf(stage)).find(({ id }) => judging.has(id))?.id ?? null };
}
