import { type CriterionRule, type RoundRule, leaves } from '#plain/contest';
import { cardHash, type SealedMark, totalOf, whyNotPoints } from '#plain/scoring';
import { Misfit, type PackFaultCode, type PackPlace, expectSame } from './faults.js';
import { type PackedRound, type SignedPackedCard, byCard, countCards } from './pack.js';

/** What is the matter with the points of a criterion, kept: of half a million marks few are different. */
type Verdicts = Map<string, Misfit | null>;

/**
 * The signed cards of a round by initiative, each held against the rubric, its total and its hash; and all of them against their
 * order, their number and their hash together.
 */
export function verifyCards(round: PackedRound, rule: RoundRule): Map<string, SignedPackedCard[]> {
  const criteria = leaves(rule.rubric).map((criterion) => ({ criterion, verdicts: new Map() as Verdicts }));
  const idOf = new Map(round.initiatives.map(({ code, id }) => [code, id]));
  const byInitiative = new Map<string, SignedPackedCard[]>(round.initiatives.map(({ code }) => [code, []]));
  const ids = new Set<string>();
  for (const card of round.cards) {
    const place = { round: round.key, initiative: card.initiative, card: card.id };
    const initiativeId = idOf.get(card.initiative);
    if (initiativeId === undefined) throw new Misfit('CARD_OF_NOBODY', place);
    if (ids.has(card.id)) throw new Misfit('CARD_TWICE', place);
    ids.add(card.id);
    if (card.state === 'EXCUSED') continue;
    verifyMarks(card.marks, criteria, place);
    expectSame('TOTAL', place, card.total, totalOf(card.marks));
    expectSame('CARD_HASH', place, card.hash, cardHash(card.nonce, { ...card, roundId: round.id, initiativeId }));
    byInitiative.get(card.initiative)?.push(card);
  }
  verifyOrder(round);
  verifyCount(round);
  const least = Math.max(1, rule.minimumCards);
  for (const [initiative, { length }] of byInitiative) {
    if (length < least) throw new Misfit('TOO_FEW_CARDS', { round: round.key, initiative }, { stated: length, computed: least });
  }
  return byInitiative;
}

function verifyMarks(
  marks: readonly SealedMark[],
  criteria: readonly { readonly criterion: CriterionRule; readonly verdicts: Verdicts }[],
  card: PackPlace,
): void {
  for (const [at, { criterion, verdicts }] of criteria.entries()) {
    const mark = marks[at];
    const place = { ...card, criterion: criterion.key };
    if (mark?.criterion !== criterion.key) throw misplaced(marks, criteria, { at, place });
    let verdict = verdicts.get(mark.points);
    if (verdict === undefined) verdicts.set(mark.points, (verdict = verdictOf(criterion, mark.points)));
    if (verdict) throw new Misfit(verdict.fault.code, place, verdict.fault);
    if (criterion.commentRequired && mark.commentHash === null) throw new Misfit('MARK_COMMENT_DUE', place);
  }
  const more = marks[criteria.length];
  if (more) throw new Misfit('MARK_NOT_IN_RUBRIC', { ...card, criterion: more.criterion });
}

function misplaced(
  marks: readonly SealedMark[],
  criteria: readonly { readonly criterion: CriterionRule }[],
  { at, place }: { at: number; place: PackPlace },
): Misfit {
  const stranger = marks.find((mark) => criteria.every(({ criterion }) => criterion.key !== mark.criterion));
  if (stranger) return new Misfit('MARK_NOT_IN_RUBRIC', { ...place, criterion: stranger.criterion });
  const there = marks.some(({ criterion }) => criterion === place.criterion);
  return there ? new Misfit('NOT_IN_ORDER', place, { stated: marks[at]?.criterion }) : new Misfit('MARK_MISSING', place);
}

function verdictOf(criterion: CriterionRule, points: string): Misfit | null {
  const why = whyNotPoints(criterion, points, '');
  return why && new Misfit(why.code as PackFaultCode, {}, { stated: points, computed: why.detail.max ?? why.detail.step });
}

function verifyOrder({ key, cards }: PackedRound): void {
  for (const [at, card] of cards.entries()) {
    const before = cards[at - 1];
    if (!before) continue;
    const order = byCard(before, card);
    const place = { round: key, initiative: card.initiative, card: card.id };
    if (order === 0) throw new Misfit('JUDGE_TWICE', place, { stated: card.state === 'SIGNED' ? card.judge : null });
    if (order > 0) throw new Misfit('NOT_IN_ORDER', place);
  }
}

function verifyCount({ key, cards, counted }: PackedRound): void {
  const { signed, excused, hash } = countCards(cards);
  expectSame('CARD_COUNT', { round: key }, counted.signed, signed);
  expectSame('CARD_COUNT', { round: key }, counted.excused, excused);
  expectSame('CARDS_HASH', { round: key }, counted.hash, hash);
}
