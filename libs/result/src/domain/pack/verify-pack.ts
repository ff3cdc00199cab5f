import { type RuleBookContent, ruleBookHash, whyNotRuleBook } from '#plain/contest';
import { Decimal } from '#lib/kernel';
import { finalStandings } from '../result/final-standings.js';
import { type CountedInitiative, countingCards } from '#plain/scoring';
import { type StandingLine, aggregationOf, computeStandings } from '../result/standings.js';
import { Misfit, type PackFault, expectSame } from './faults.js';
import { type PackedFinal, type PackedInitiative, type PackedResult, type PackedRound, type ResultPackContent, byCode } from './pack.js';
import { readPack } from './read-pack.js';
import { verifyCards } from './verify-cards.js';
import { verifyFinalLines, verifyLines } from './verify-lines.js';
import { verifyPrizes } from './verify-prizes.js';

/** What was found: the pack where everything fits, else the first thing that does not. */
export type PackVerdict = { readonly fault: null; readonly pack: ResultPackContent } | { readonly fault: PackFault };

/** A round that was found right, with its standings as they were computed here. */
interface VerifiedRound {
  readonly id: string;
  readonly key: string;
  readonly lines: readonly StandingLine[];
  readonly initiatives: readonly PackedInitiative[];
  readonly corrected: boolean;
}

/**
 * Computes a result again from the marks and the rule book alone, by the functions that the server uses, and says the first thing
 * in the pack that does not fit: the form of the file byte by byte, the hashes of rule books and cards, marks against the rubric,
 * totals, the number of cards, who is in a round, and every value of the standings.
 *
 * What it cannot tell, because a pack that was written anew as a whole fits in itself: that marks, judges, the rule book or the
 * chair's votes are others, with every hash, total and rank computed from them; that a round, a card or an initiative was left out,
 * or a card said to be excused, and the rest computed without it; that somebody said to be absent passed and was kept out, or
 * somebody said to have stayed came in; that titles, ids and numbers that nothing is computed from are the true ones; that a newer
 * result has taken its place. Against all that stands what was published when it was made: the SHA-256 of the file, and the audit
 * log, which holds the hash of every card from its signing and that of every pack from its making (`PackTrail`).
 */
export function verifyPack(bytes: Uint8Array): PackVerdict {
  try {
    const { pack, seal } = readPack(bytes);
    const books = verifyRuleBooks(pack);
    const rounds: VerifiedRound[] = [];
    for (const round of pack.rounds) rounds.push(verifyRound(round, bookOf(books, round.ruleBook, round.key), rounds));
    verifyCardsOnce(pack.rounds);
    verifyFinal(pack, books, rounds);
    verifyPrizes(pack, pack.final && bookOf(books, pack.final.ruleBook, 'final'));
    expectSame('SEAL', {}, seal.stated, seal.computed);
    return { fault: null, pack };
  } catch (error) {
    if (error instanceof Misfit) return { fault: error.fault };
    return { fault: new Misfit('NOT_COMPUTABLE', {}, { computed: error instanceof Error ? error.message : String(error) }).fault };
  }
}

type Books = ReadonlyMap<string, RuleBookContent>;

function verifyRuleBooks({ ruleBooks, rounds, final }: ResultPackContent): Books {
  const used = new Set([...rounds, ...(final ? [final] : [])].map(({ ruleBook }) => ruleBook));
  const books = new Map<string, RuleBookContent>();
  for (const [at, { number, hash, content }] of ruleBooks.entries()) {
    const place = { path: `ruleBooks[${String(at)}]` };
    expectSame('RULE_BOOK_HASH', place, hash, ruleBookHash(content));
    const broken = whyBroken(content);
    if (broken !== null) throw new Misfit('RULE_BOOK_BROKEN', place, { stated: broken });
    if (!used.has(hash) || books.has(hash)) throw new Misfit('RULE_BOOK_UNUSED', place, { stated: hash });
    if (number <= (ruleBooks[at - 1]?.number ?? 0)) throw new Misfit('NOT_IN_ORDER', place, { stated: number });
    books.set(hash, content);
  }
  return books;
}

function whyBroken(content: RuleBookContent): string | null {
  try {
    const why = whyNotRuleBook(content);
    return why && `${why.code} ${why.path ?? ''}`;
  } catch {
    return 'NOT_SHAPED';
  }
}

function bookOf(books: Books, hash: string, round: string): RuleBookContent {
  const book = books.get(hash);
  if (!book) throw new Misfit('RULE_BOOK_MISSING', { round }, { stated: hash });
  return book;
}

function verifyRound(round: PackedRound, book: RuleBookContent, before: readonly VerifiedRound[]): VerifiedRound {
  const { key, initiatives } = round;
  const rule = book.rounds[before.length];
  if (rule?.key !== key) throw new Misfit('ROUND_MISPLACED', { round: key }, { stated: key, computed: rule?.key });
  if (before.some(({ id }) => id === round.id)) throw new Misfit('ROUND_TWICE', { round: key }, { stated: round.id });
  verifyNumber(round.result, key);
  verifyField(round, before);
  const cards = verifyCards(round, rule);
  const counted = initiatives.map(({ code }): CountedInitiative => {
    const counting = countingCards(rule, cards.get(code) ?? []);
    const sheets = counting.map(({ total, marks }) => ({ total, points: marks.map(({ points }) => points) }));
    return { id: code, cards: sheets, earlier: new Map() };
  });
  const counts = counted.map(({ cards: { length } }) => length);
  expectSame('AGGREGATION', { round: key }, round.aggregation, aggregationOf(rule, counts));
  const lines = computeStandings(rule, book, withEarlier(counted, before));
  verifyLines(round.standings, lines, key);
  return { id: round.id, key, lines, initiatives, corrected: round.result.number > 1 };
}

/** No card counts in two rounds. */
function verifyCardsOnce(rounds: readonly PackedRound[]): void {
  const ids = new Set<string>();
  for (const { key, cards } of rounds) {
    for (const { id, initiative } of cards) {
      if (ids.has(id)) throw new Misfit('CARD_TWICE', { round: key, initiative, card: id });
      ids.add(id);
    }
  }
}

function verifyNumber({ number, cause }: PackedResult<string>, round: string): void {
  if (number < 1 || (number === 1) !== (cause === 'CLOSING'))
    throw new Misfit('RESULT_NUMBER', { round }, { stated: `${String(number)} ${cause}` });
}

/**
 * Who is judged: in the first round whoever stands there, later those that passed the round before, but for the absent. Some may have
 * stayed who do not pass any more, where the round before was corrected.
 */
function verifyField({ key, initiatives, absent, stayed }: PackedRound, before: readonly VerifiedRound[]): void {
  const codes = initiatives.map(({ code }) => code);
  for (const list of [codes, absent, stayed]) verifyAscending(list, key);
  const ids = new Set(initiatives.map(({ id }) => id));
  if (ids.size !== initiatives.length) throw new Misfit('INITIATIVE_TWICE', { round: key });
  const last = before.at(-1);
  verifySame(initiatives, before, key);
  const field = new Set(codes);
  const passed = last ? last.lines.filter(({ state }) => state === 'PASSED').map(({ initiativeId }) => initiativeId) : codes;
  const known = new Set(passed);
  const kept = new Set(last?.corrected ? stayed : []);
  const stranger =
    codes.find((code) => !known.has(code) && !kept.has(code)) ??
    stayed.find((code) => !kept.has(code) || known.has(code) || !field.has(code)) ??
    absent.find((code) => !known.has(code) || field.has(code));
  if (stranger !== undefined) throw new Misfit('INITIATIVE_NOT_PASSED', { round: key, initiative: stranger });
  const away = new Set(absent);
  const missing = passed.find((code) => !field.has(code) && !away.has(code));
  if (missing !== undefined) throw new Misfit('INITIATIVE_MISSING', { round: key, initiative: missing });
}

/** An initiative is the same in every round. */
function verifySame(initiatives: readonly PackedInitiative[], before: readonly VerifiedRound[], round: string): void {
  const earlier = before.flatMap((one) => one.initiatives);
  const known = new Map(earlier.map((initiative) => [initiative.code, initiative]));
  const codes = new Map(earlier.map(({ id, code }) => [id, code]));
  for (const { code, id, title, track } of initiatives) {
    const place = { round, initiative: code };
    expectSame('INITIATIVE_CHANGED', place, code, codes.get(id) ?? code);
    const first = known.get(code);
    if (!first) continue;
    expectSame('INITIATIVE_CHANGED', place, id, first.id);
    expectSame('INITIATIVE_CHANGED', place, title, first.title);
    expectSame('INITIATIVE_CHANGED', place, track, first.track);
  }
}

function verifyAscending(codes: readonly string[], round: string): void {
  for (const [at, code] of codes.entries()) {
    const order = byCode(codes[at - 1] ?? '', code);
    if (order === 0) throw new Misfit('INITIATIVE_TWICE', { round, initiative: code });
    if (order > 0) throw new Misfit('NOT_IN_ORDER', { round, initiative: code });
  }
}

/** With the figures of the rounds before, which the ladder may ask for. */
function withEarlier(counted: readonly CountedInitiative[], before: readonly VerifiedRound[]): CountedInitiative[] {
  const byRound = before.map(({ key, lines }) => ({ key, lines: new Map(lines.map((line) => [line.initiativeId, line])) }));
  return counted.map((initiative) => {
    const earlier = new Map<string, Decimal>();
    for (const { key, lines } of byRound) {
      const line = lines.get(initiative.id);
      if (!line) continue;
      earlier.set(key, new Decimal(line.score));
      for (const [criterion, points] of Object.entries(line.criteria)) earlier.set(`${key}/${criterion}`, new Decimal(points));
    }
    return { ...initiative, earlier };
  });
}

function verifyFinal({ final, rounds: packed }: ResultPackContent, books: Books, rounds: readonly VerifiedRound[]): void {
  const last = packed.at(-1);
  if (!last) throw new Misfit('NOT_SHAPED', { path: 'rounds' });
  const isOver = bookOf(books, last.ruleBook, last.key).rounds.length === rounds.length;
  if (!final) {
    if (isOver) throw new Misfit('FINAL_MISSING', { round: last.key });
    return;
  }
  if (!isOver) throw new Misfit('FINAL_TOO_EARLY', { round: last.key });
  const book = bookOf(books, final.ruleBook, 'final');
  verifyNumber(final.result, 'final');
  verifyVotes(final, book);
  verifyAscending(final.absent, 'final');
  const entered = new Set(rounds.flatMap(({ lines }) => lines.map(({ initiativeId }) => initiativeId)));
  const stranger = [...final.absent, ...final.votes.flat()].find((code) => !entered.has(code));
  if (stranger !== undefined) throw new Misfit('STANDING_UNKNOWN', { round: 'final', initiative: stranger });
  const away = new Set(final.absent);
  const byKey = new Map(rounds.map(({ key, lines }) => [key, lines]));
  const closed = book.rounds.map(({ key }) => ({
    key,
    lines: (byKey.get(key) ?? []).filter(({ initiativeId }) => !away.has(initiativeId)),
  }));
  verifyFinalLines(final.standings, finalStandings(book, closed, final.votes));
}

/** Each vote made a version of the result, after the first one; and only a ladder that ends with the chair has any. */
function verifyVotes({ votes, result: { number, cause } }: PackedFinal, { tieBreak }: RuleBookContent): void {
  const least = cause === 'CHAIR_VOTE' ? 1 : 0;
  const most = tieBreak.some(({ kind }) => kind === 'CHAIR_VOTE') ? number - (cause === 'CORRECTION' ? 2 : 1) : 0;
  const twice = votes.some((vote) => new Set(vote).size < vote.length);
  if (votes.length < least || votes.length > most || twice) {
    throw new Misfit('VOTES', { round: 'final' }, { stated: `${String(votes.length)}; ${String(number)} ${cause}` });
  }
}
