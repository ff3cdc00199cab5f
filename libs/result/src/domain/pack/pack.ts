import { type RuleBookContent, type Track } from '#plain/contest';
import { Sha256 } from '#lib/kernel';
import { type Aggregation } from '#plain/statistics';
import { type SealedMark } from '#plain/scoring';
import { byCode } from './order.js';
import { type PackedPrizes, byAward } from './packed-prizes.js';
import { type FinalState } from '../result/final-standings.js';
import { type AuditHead, type ContestResultCause, type RoundResultCause } from '../result/causes.js';
import { type StandingLine, type StandingState } from '../result/standings.js';

/** The formats that are read. A change of what stands in a pack, or of how, is a new number. */
export const PACK_FORMAT = 1;
/** With prizes, or of a contest whose prizes have tracks. What says nothing of either is written as it always was. */
export const PRIZE_FORMAT = 2;
export type PackFormat = typeof PACK_FORMAT | typeof PRIZE_FORMAT;

export interface PackedContest {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly titleEn: string;
  /** The unit that holds it, by its Vietnamese name. */
  readonly unit: string;
}

export interface PackedRuleBook {
  readonly number: number;
  readonly hash: string;
  readonly content: RuleBookContent;
}

/** Which version of a result it is, why it was made, and the last entry of the audit log when it was computed. */
export interface PackedResult<Cause> {
  readonly number: number;
  readonly cause: Cause;
  readonly auditHead: AuditHead;
}

export interface PackedInitiative {
  readonly code: string;
  readonly id: string;
  readonly title: string;
  /** Left out where the prizes have no tracks. */
  readonly track?: Track;
}

/** A card that was signed. Who the judge is stands as a pseudonym; what a comment says stands as its hash. */
export interface SignedPackedCard {
  readonly state: 'SIGNED';
  readonly id: string;
  /** The code of the initiative. */
  readonly initiative: string;
  readonly judge: string;
  readonly extra: boolean;
  readonly marks: readonly SealedMark[];
  readonly total: string;
  readonly signedAt: string;
  readonly nonce: string;
  readonly hash: string;
}

/** A card taken out of the count. It shows neither marks nor judge: which initiative a judge stepped back from may say who they are. */
export interface ExcusedPackedCard {
  readonly state: 'EXCUSED';
  readonly id: string;
  readonly initiative: string;
  readonly excused: 'BEFORE_SIGNING' | 'AFTER_SIGNING';
  /** That of the card as it was signed. */
  readonly hash: string | null;
}

export type PackedCard = SignedPackedCard | ExcusedPackedCard;

export interface PackedCriterion {
  readonly criterion: string;
  readonly points: string;
}

/** A line of a round's standings, with what of it is exact. */
export interface PackedLine {
  readonly initiative: string;
  readonly place: number;
  readonly rank: number | null;
  readonly score: string;
  readonly cards: number;
  readonly spread: string;
  readonly state: StandingState;
  readonly decidedBy: string | null;
  readonly criteria: readonly PackedCriterion[];
}

/** How many cards of a round there are, and the SHA-256 over all of them: that none was taken out or put in. */
export interface CardCount {
  readonly signed: number;
  readonly excused: number;
  readonly hash: string;
}

export interface PackedRound {
  readonly key: string;
  readonly id: string;
  /** The hash of the rule book that it was judged by. */
  readonly ruleBook: string;
  readonly result: PackedResult<RoundResultCause>;
  readonly aggregation: Aggregation;
  /** The field, by code. */
  readonly initiatives: readonly PackedInitiative[];
  /** Codes of those that passed the round before and yet were not judged: withdrawn, disqualified, or raised by a later correction. */
  readonly absent: readonly string[];
  /** Codes of those that were judged and yet did not pass the round before, once that was corrected: who was in stays in. */
  readonly stayed: readonly string[];
  readonly counted: CardCount;
  /** By initiative; signed ones by pseudonym, then the excused. */
  readonly cards: readonly PackedCard[];
  readonly standings: readonly PackedLine[];
}

export interface PackedFinalLine {
  readonly initiative: string;
  readonly place: number;
  readonly rank: number | null;
  readonly score: string;
  readonly reached: string;
  readonly state: FinalState;
  readonly decidedBy: string | null;
}

export interface PackedFinal {
  readonly ruleBook: string;
  readonly result: PackedResult<ContestResultCause>;
  /** Codes of those that were in a round and left before the final standings were made. */
  readonly absent: readonly string[];
  /** The chair's votes, oldest first: each the codes of a tied group in the order the chair gave them. */
  readonly votes: readonly (readonly string[])[];
  readonly standings: readonly PackedFinalLine[];
}

/** Everything that the result of a contest was computed from, and the result: of its closed rounds alone, in their order. */
export interface ResultPackContent {
  readonly format: PackFormat;
  readonly contest: PackedContest;
  /** Those that a round or the final standings name, by number. */
  readonly ruleBooks: readonly PackedRuleBook[];
  readonly rounds: readonly PackedRound[];
  /** Null before the last round is closed. */
  readonly final: PackedFinal | null;
  /** Left out before they are published. */
  readonly prizes?: PackedPrizes | null;
}

/** What of a line of the standings goes into a pack; the line names its initiative by code. */
export function packedLine({ initiativeId, place, rank, score, cards, spread, state, decidedBy, criteria }: ExactLine): PackedLine {
  const exact = { initiative: initiativeId, place, rank, score, cards, spread, state, decidedBy };
  return { ...exact, criteria: packedCriteria(criteria) };
}

type ExactLine = Omit<StandingLine, 'mean' | 'knockedOut' | 'cutOff'>;

/** The criteria of a line, which are kept by key, in the order that a pack has them. */
export function packedCriteria(criteria: Readonly<Record<string, string>>): PackedCriterion[] {
  return Object.entries(criteria)
    .map(([criterion, points]) => ({ criterion, points }))
    .sort((a, b) => byCode(a.criterion, b.criterion));
}

export { byCode };

/** The order of a round's cards: by initiative; signed before excused; by pseudonym, excused ones by id. */
export function byCard(a: PackedCard, b: PackedCard): number {
  const last = (card: PackedCard) => (card.state === 'SIGNED' ? `0${card.judge}` : `1${card.id}`);
  return byCode(a.initiative, b.initiative) || byCode(last(a), last(b));
}

/** Counts cards that stand in the order of the format; their hash is of id, state and hash, a card a line. */
export function countCards(cards: readonly PackedCard[]): CardCount {
  const hash = new Sha256();
  for (const { id, state, hash: own } of cards) hash.update(`${id} ${state} ${own ?? '-'}\n`);
  const signed = cards.filter(({ state }) => state === 'SIGNED').length;
  return { signed, excused: cards.length - signed, hash: hash.digest() };
}

/** What a pack is made of: all but what is counted from it. */
export interface PackIngredients extends Omit<ResultPackContent, 'format' | 'rounds'> {
  readonly rounds: readonly Omit<PackedRound, 'counted'>[];
}

/** The format of what is to be written. */
export function formatOf({
  rounds,
  prizes,
}: Pick<ResultPackContent, 'prizes'> & { readonly rounds: readonly Pick<PackedRound, 'initiatives'>[] }): PackFormat {
  const tracked = rounds.some(({ initiatives }) => initiatives.some(({ track }) => track !== undefined));
  return prizes || tracked ? PRIZE_FORMAT : PACK_FORMAT;
}

/** A pack of the format that its content needs, with everything in its order. */
export function makePack(pack: PackIngredients): ResultPackContent {
  const ruleBooks = pack.ruleBooks.toSorted((a, b) => a.number - b.number);
  const rounds = pack.rounds.map((round) => {
    const cards = round.cards.toSorted(byCard);
    return {
      ...round,
      initiatives: round.initiatives.toSorted((a, b) => byCode(a.code, b.code)),
      absent: round.absent.toSorted(byCode),
      stayed: round.stayed.toSorted(byCode),
      counted: countCards(cards),
      cards,
      standings: round.standings.toSorted((a, b) => a.place - b.place),
    };
  });
  const { final, prizes } = pack;
  const tracks = new Map(pack.rounds.flatMap(({ initiatives }) => initiatives.map(({ code, track }) => [code, track ?? null] as const)));
  const standings = final?.standings.toSorted((a, b) => a.place - b.place) ?? [];
  return {
    format: formatOf(pack),
    contest: pack.contest,
    ruleBooks,
    rounds,
    final: final && { ...final, absent: final.absent.toSorted(byCode), standings },
    ...(prizes && {
      prizes: {
        ...prizes,
        out: prizes.out.toSorted(byCode),
        awards: prizes.awards.toSorted(byAward(prizes.plan, (code) => tracks.get(code) ?? null)),
        withheld: prizes.withheld.toSorted((a, b) => byCode(a.initiative, b.initiative)),
      },
    }),
  };
}
