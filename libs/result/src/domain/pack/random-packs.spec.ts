import fc, { type GeneratorValue } from 'fast-check';
import { type RoundRule, type RuleBookContent, leaves, ruleBookHash, whyNotRuleBook } from '#domain/contest';
import { Decimal } from '#lib/kernel';
import { type Aggregation } from '#lib/statistics';
import { bytesOf, idOf } from '../../../../../test/support/packs.js';
import { aRandomBook, amended } from '../../../../../test/support/random-books.js';
import { type CountedInitiative, divergent, type JudgedCard, type Mark, type Seal, sealCard, sealMark, totalOf } from '#domain/scoring';
import { correctionEffect } from '../correction/effect.js';
import { type JudgedRound } from '../correction/impact.js';
import { type FinalLine, finalStandings } from '../result/final-standings.js';
import { roundOutcome } from '../result/round-outcome.js';
import { type StandingLine } from '../result/standings.js';
import { type PackIngredients, type PackedCard, byCode, makePack, packedLine } from './pack.js';
import { verifyPack } from './verify-pack.js';

/*
 * Contests played at random by the functions that the server closes, corrects and packs with; what it reads from the database in
 * between is done here on plain lists, as its statements do it.
 */
interface Card {
  readonly id: string;
  readonly code: string;
  readonly judgeId: string;
  readonly extra: boolean;
  marks: Mark[];
  seal: Seal | null;
  excused: boolean;
}

interface Judged {
  readonly id: string;
  readonly key: string;
  readonly rule: RoundRule;
  readonly book: RuleBookContent;
  readonly cards: Card[];
  number: number;
  aggregation: Aggregation;
  lines: readonly StandingLine[];
}

interface Entrant {
  readonly code: string;
  readonly title: string;
  eligible: boolean;
}

const SIGNED_AT = new Date('2026-09-10T03:04:05.678Z');
const COMMENT = 'Nhận xét kín đáo';

class Contest {
  readonly rounds: Judged[] = [];
  readonly entrants: Entrant[];
  readonly votes: string[][] = [];
  final: { book: RuleBookContent; number: number; cause: 'CLOSING' | 'CORRECTION' | 'CHAIR_VOTE'; lines: readonly FinalLine[] } | null = null;
  book: RuleBookContent;

  constructor(private readonly g: GeneratorValue) {
    this.book = aRandomBook(g);
    const first: number = g(fc.constantFrom, 1, 997);
    this.entrants = Array.from({ length: g(fc.integer, { min: 1, max: 6 }) }, (_, at) => ({
      code: `2026-${String(first + at).padStart(3, '0')}`,
      title: g(fc.string, { unit: 'grapheme', maxLength: 12 }),
      eligible: true,
    })).sort((a, b) => byCode(a.code, b.code));
  }

  play(): this {
    for (let at = 0; at < this.book.rounds.length; at += 1) {
      if (this.chance()) this.book = amended(this.g, this.book, at);
      expect(whyNotRuleBook(this.book)).toBeNull();
      if (!this.judge(at)) return this;
      if (this.chance()) this.withdraw();
      if (this.chance()) this.correct();
    }
    for (let more = 0; more < 3; more += 1) if (!this.vote() && this.chance()) this.correct();
    return this;
  }

  private chance(): boolean {
    return this.g(fc.integer, { min: 0, max: 2 }) === 0;
  }

  private anyOf<T>(items: readonly T[]): T {
    return items[this.g(fc.integer, { min: 0, max: items.length - 1 })]!;
  }

  private judge(at: number): boolean {
    const rule = this.book.rounds[at]!;
    const before = this.rounds.at(-1);
    const passed = new Set(before?.lines.flatMap(({ initiativeId, state }) => (state === 'PASSED' ? [initiativeId] : [])));
    const field = this.entrants.filter(({ code, eligible }) => eligible && (!before || passed.has(code)));
    if (field.length === 0) return false;
    const round: Judged = { id: idOf(rule.key), key: rule.key, rule, book: this.book, cards: [], number: 0, aggregation: 'MEAN', lines: [] };
    for (const { code } of field) this.markAll(round, code);
    if (before && this.chance()) this.correct(round);
    if (field.length > 1 && this.chance()) this.withdraw(field);
    const first = this.signed(round).map(({ id, cards }) => {
      return { initiativeId: id, judgeIds: cards.map(({ judgeId }) => judgeId), totals: cards.map(({ total }) => total), called: false };
    });
    for (const { initiativeId } of divergent(first, rule.divergenceThreshold)) this.sign(round, this.give(round, initiativeId, { extra: true }));
    if (this.signed(round).length === 0) return false;
    this.rounds.push(round);
    this.keep(round);
    if (at === this.book.rounds.length - 1) this.keepFinal('CLOSING', this.book);
    return true;
  }

  /** All cards of an initiative, some reopened and signed again, some excused and replaced or not. */
  private markAll(round: Judged, code: string): void {
    const least = Math.max(1, round.rule.minimumCards);
    for (let i = 0; i < round.rule.judgesPerInitiative; i += 1) {
      const card = this.give(round, code);
      if (this.chance()) this.sign(round, card);
      const left = round.cards.filter((other) => other.code === code && !other.excused).length - 1;
      card.excused = this.chance() && left + (round.rule.judgesPerInitiative - 1 - i) >= least;
      if (!card.excused) this.sign(round, card);
    }
  }

  private give({ cards, key }: Judged, code: string, { extra = false } = {}): Card {
    const judgeId = idOf(`judge ${String(cards.filter((card) => card.code === code).length)}`);
    const card: Card = { id: idOf(`${key} ${code} ${judgeId}`), code, judgeId, extra, marks: [], seal: null, excused: false };
    cards.push(card);
    return card;
  }

  private sign(round: Judged, card: Card): void {
    card.marks = this.points(round);
    card.seal = this.sealed(round, card);
  }

  private points({ rule }: Judged): Mark[] {
    return leaves(rule.rubric).map(({ key, step, max, commentRequired }) => {
      const steps = new Decimal(max).dividedBy(step).toNumber();
      const few = this.g(fc.integer, { min: 0, max: Math.min(steps, 4) });
      const taken = this.g(fc.boolean) ? steps - few : few;
      return { criterion: key, points: new Decimal(step).times(taken).toFixed(), comment: commentRequired ? COMMENT : null };
    });
  }

  private sealed(round: Judged, { code, marks, ...card }: Card): Seal {
    const of = { contestId: idOf('contest'), roundId: round.id, initiativeId: idOf(code), signedAt: SIGNED_AT };
    return sealCard('a secret', { ...card, ...of, marks, total: totalOf(marks) });
  }

  /** Out of the contest for good; cards that are signed stay. */
  private withdraw(among: readonly Entrant[] = this.entrants): void {
    const one = this.anyOf(among);
    one.eligible = among.filter(({ eligible }) => eligible).length < 2;
  }

  /** The signed cards of those that are still in, with the figures of the rounds before as they stand now. */
  private signed(round: Judged): CountedInitiative<JudgedCard>[] {
    const before = this.rounds.slice(0, this.rounds.includes(round) ? this.rounds.indexOf(round) : undefined);
    return this.entrants.flatMap(({ code, eligible }) => {
      const own = round.cards.filter((card) => card.code === code && card.seal && !card.excused).sort((a, b) => byCode(a.id, b.id));
      const cards = own.map(({ judgeId, extra, marks }) => ({ judgeId, extra, total: totalOf(marks), points: marks.map(({ points }) => points) }));
      const earlier = before.flatMap(({ key, lines }) => {
        const line = lines.find(({ initiativeId }) => initiativeId === code);
        if (!line) return [];
        const criteria = Object.entries(line.criteria).map(([of, points]) => [`${key}/${of}`, new Decimal(points)] as const);
        return [[key, new Decimal(line.score)] as const, ...criteria];
      });
      return eligible && cards.length > 0 ? [{ id: code, cards, earlier: new Map(earlier) }] : [];
    });
  }

  private keep(round: Judged): void {
    const { lines, aggregation } = roundOutcome(round.rule, round.book, this.signed(round));
    Object.assign(round, { lines, aggregation, number: round.number + 1 });
  }

  private linesInForce() {
    const eligible = new Set(this.entrants.flatMap((one) => (one.eligible ? [one.code] : [])));
    return this.rounds.flatMap(({ key, lines }) => lines.flatMap((line) => (eligible.has(line.initiativeId) ? [{ ...line, key }] : [])));
  }

  private keepFinal(cause: 'CLOSING' | 'CORRECTION' | 'CHAIR_VOTE', book: RuleBookContent): void {
    const byRound = Map.groupBy(this.linesInForce(), ({ key }) => key);
    const rounds = book.rounds.map(({ key }) => ({ key, lines: byRound.get(key) ?? [] }));
    this.final = { book, number: (this.final?.number ?? 0) + 1, cause, lines: finalStandings(book, rounds, this.votes) };
  }

  /** A signed card of a closed round is signed with other marks, or taken out of the count; another round may be open meanwhile. */
  private correct(open?: Judged): void {
    const found = this.rounds.flatMap((round) => {
      const counted = new Set(this.signed(round).map(({ id }) => id));
      return round.cards.filter((card) => counted.has(card.code) && card.seal && !card.excused).map((card) => ({ round, card }));
    });
    if (found.length === 0) return;
    const { round, card } = this.anyOf(found);
    const alike = round.cards.filter(({ code, seal, excused }) => code === card.code && seal && !excused).length;
    const out = this.chance() && alike - 1 >= Math.max(1, round.rule.minimumCards);
    const marks = out ? null : this.points(round);
    const from = this.rounds.indexOf(round);
    const asJudged = this.rounds.slice(from).map((each): JudgedRound => {
      return { id: each.id, key: each.key, rule: each.rule, book: each.book, signed: this.signed(each) };
    });
    const courses = [...this.rounds.slice(from), ...(open ? [open] : [])].map(({ id, key, cards }) => {
      return { id, key, nameVi: key, nameEn: key, state: id === open?.id ? ('OPEN' as const) : ('CLOSED' as const), held: cards.map(({ code }) => code) };
    });
    const effect = correctionEffect(
      { rounds: courses, judged: asJudged, lines: this.linesInForce(), votes: this.votes, final: this.final },
      {
        roundId: round.id,
        initiativeId: card.code,
        judgeId: card.judgeId,
        card: marks && { total: totalOf(marks), points: marks.map(({ points }) => points) },
      },
    );
    card.excused = out;
    if (marks) Object.assign(card, { marks, seal: this.sealed(round, { ...card, marks }) });
    for (const { round: { id } } of effect.rounds) this.keep(this.rounds.find((each) => each.id === id)!);
    for (const { round: next, change } of effect.laterRounds) if (next.id === open?.id) for (const code of change.joins) this.markAll(open, code);
    if (this.final) this.keepFinal('CORRECTION', this.final.book);
  }

  private vote(): boolean {
    if (!this.final?.book.tieBreak.some(({ kind }) => kind === 'CHAIR_VOTE')) return false;
    const ties = [...Map.groupBy(this.final.lines, ({ rank }) => rank)].filter(([rank, group]) => rank !== null && group.length > 1);
    if (ties.length === 0) return false;
    const codes = this.anyOf(ties)[1].map(({ initiativeId }) => initiativeId);
    this.votes.push(this.chance() ? codes : codes.toReversed());
    this.keepFinal('CHAIR_VOTE', this.final.book);
    return true;
  }

  /** As `PackContentQueries` reads it. */
  ingredients(): PackIngredients {
    const books = [...new Map([...this.rounds, ...(this.final ? [this.final] : [])].map(({ book }) => [ruleBookHash(book), book]))];
    const head = { seq: 7, hash: 'a'.repeat(64) };
    const titles = new Map(this.entrants.map(({ code, title }) => [code, title]));
    const rounds = this.rounds.map((round, at) => {
      const field = round.lines.map(({ initiativeId }) => initiativeId);
      const before = this.rounds[at - 1]?.lines.flatMap(({ initiativeId, state }) => (state === 'PASSED' ? [initiativeId] : []));
      const passed = before ?? field;
      return {
        key: round.key,
        id: round.id,
        ruleBook: ruleBookHash(round.book),
        result: { number: round.number, cause: round.number === 1 ? ('CLOSING' as const) : ('CORRECTION' as const), auditHead: head },
        aggregation: round.aggregation,
        initiatives: field.map((code) => ({ code, id: idOf(code), title: titles.get(code)! })),
        absent: passed.filter((code) => !field.includes(code)),
        stayed: field.filter((code) => !passed.includes(code)),
        cards: round.cards.filter(({ code }) => field.includes(code)).map(packed),
        standings: round.lines.map(packedLine),
      };
    });
    const entered = new Set(rounds.flatMap(({ initiatives }) => initiatives.map(({ code }) => code)));
    const { final } = this;
    const standings = final?.lines.map(({ initiativeId, ...line }) => ({ ...line, initiative: initiativeId })) ?? [];
    const there = new Set(standings.map(({ initiative }) => initiative));
    return {
      contest: { id: idOf('contest'), year: 2026, title: 'Cuộc thi', titleEn: 'Contest', unit: 'Huyện' },
      ruleBooks: books.map(([hash, content], at) => ({ number: at + 1, hash, content })),
      rounds,
      final: final && {
        ruleBook: ruleBookHash(final.book),
        result: { number: final.number, cause: final.cause, auditHead: head },
        absent: [...entered].filter((code) => !there.has(code)),
        votes: this.votes.map((vote) => vote.filter((code) => entered.has(code))),
        standings,
      },
    };
  }
}

function packed({ id, code: initiative, extra, marks, seal, excused }: Card): PackedCard {
  if (excused || !seal) return { state: 'EXCUSED', id, initiative, excused: seal ? 'AFTER_SIGNING' : 'BEFORE_SIGNING', hash: seal?.hash ?? null };
  const { nonce, hash, pseudonym: judge } = seal;
  const sealedMarks = marks.map((mark) => sealMark(nonce, mark));
  return { state: 'SIGNED', id, initiative, judge, extra, marks: sealedMarks, total: totalOf(marks), signedAt: SIGNED_AT.toISOString(), nonce, hash };
}

const HAPPENINGS = ['absent', 'stayed', 'corrected', 'voted', 'further', 'excused', 'cut off', 'knocked out', 'left', 'decided', 'trimmed', 'amended'];

/** What is in a pack, so that the contests are seen to be as wild as they are meant to be. */
function happenings({ rounds, final, ruleBooks }: PackIngredients): string[] {
  const cards = rounds.flatMap((round) => round.cards);
  const lines = rounds.flatMap(({ standings }) => standings);
  const found = {
    absent: rounds.some(({ absent }) => absent.length > 0),
    stayed: rounds.some(({ stayed }) => stayed.length > 0),
    corrected: rounds.some(({ result: { number } }) => number > 1),
    voted: (final?.votes.length ?? 0) > 0,
    further: cards.some((card) => card.state === 'SIGNED' && card.extra),
    excused: cards.some(({ state }) => state === 'EXCUSED'),
    'cut off': lines.some(({ state }) => state === 'CUT_OFF'),
    'knocked out': lines.some(({ state }) => state === 'KNOCKED_OUT'),
    left: (final?.absent.length ?? 0) > 0,
    decided: lines.some(({ decidedBy }) => decidedBy !== null),
    trimmed: rounds.some(({ aggregation }) => aggregation.startsWith('TRIMMED')),
    amended: ruleBooks.length > 1,
  };
  return Object.entries(found).flatMap(([what, is]) => (is ? [what] : []));
}

test('whatever happened in a contest, its pack fits, and is the same bytes whatever order its parts are read in', () => {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const parts = new Contest(g).play().ingredients();
      if (parts.rounds.length === 0) return;
      const bytes = bytesOf(makePack(parts));
      expect(verifyPack(bytes).fault).toBeNull();
      const rounds = parts.rounds.map((round) => ({
        ...round,
        initiatives: round.initiatives.toReversed(),
        cards: round.cards.toReversed(),
        standings: round.standings.toReversed(),
        absent: round.absent.toReversed(),
        stayed: round.stayed.toReversed(),
      }));
      expect(bytesOf(makePack({ ...parts, rounds, ruleBooks: parts.ruleBooks.toReversed() })).equals(bytes)).toBe(true);
      expect(bytes.includes(COMMENT)).toBe(false);
    }),
    { numRuns: 100 },
  );
});

test('the contests that are played so have in them all that a pack can show', () => {
  const seen = fc.sample(fc.gen(), { numRuns: 100, seed: 1 }).flatMap((g) => happenings(new Contest(g).play().ingredients()));
  expect([...new Set(seen)].sort()).toEqual([...HAPPENINGS].sort());
});
