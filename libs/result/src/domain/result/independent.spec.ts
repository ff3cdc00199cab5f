import fc, { type GeneratorValue } from 'fast-check';
import { type PlannedTier, type RoundRule, type RuleBookContent, leaves, problemsOfRuleBook, proposeAwards } from '#domain/contest';
import { Decimal } from '#lib/kernel';
import {
  type PlainCard,
  type PlainFinal,
  type PlainLine,
  compare,
  diverges,
  fraction,
  plainFinal,
  plainRound,
} from '../../../../../test/support/plain-contest.js';
import { plainPrizes } from '../../../../../test/support/plain-prizes.js';
import { aRandomBook } from '../../../../../test/support/random-books.js';
import { type ClosedRound, type FinalLine, finalStandings } from './final-standings.js';
import { roundOutcome } from './round-outcome.js';
import { comparedBy } from './tie-break.js';
import { type CountedInitiative, type JudgedCard } from '#domain/scoring';
import { type StandingLine } from './standings.js';

interface Played {
  readonly book: RuleBookContent;
  readonly found: unknown;
  readonly plain: unknown;
  readonly seen: readonly string[];
}

/** A contest with random marks, computed by the libraries and on paper. */
function play(g: GeneratorValue, edition?: 1 | 2): Played {
  const book = aRandomBook(g);
  const edited = edition ? { ...book, edition } : book;
  const closed: ClosedRound[] = [];
  const plain = new Map<string, PlainLine[]>();
  const rounds: unknown[][] = [[], []];
  let field = Array.from({ length: g(fc.integer, { min: 1, max: 6 }) }, (_, at) => `i${String(at)}`);
  const seen: string[] = [];
  for (const rule of book.rounds) {
    const cards = new Map(field.map((id) => [id, cardsOf(g, rule)]));
    const { lines, aggregation } = roundOutcome(
      rule,
      edited,
      [...cards].map(([id, own]) => counted(id, own, closed)),
    );
    const onPaper = plainRound(book, rule, cards, plain);
    closed.push({ key: rule.key, lines });
    plain.set(rule.key, onPaper);
    rounds[0]!.push(byId(lines.map(shownLine)));
    rounds[1]!.push(byId(onPaper.map((line) => shownPlain(line, lines))));
    seen.push(aggregation, ...(rule.cutOff.join ? ['ANY'] : []), ...lines.map(({ state }) => state));
    field = field.filter((id) => lines.some(({ initiativeId, state }) => initiativeId === id && state === 'PASSED'));
    if (field.length === 0) return { book, found: rounds[0], plain: rounds[1], seen };
  }
  const final = finalStandings(edited, closed);
  const onPaper = plainFinal(book, plain);
  const prizes = prizesOf(g, edited, { final, onPaper });
  seen.push(...prizes.seen);
  seen.push(`${book.combination.kind} of ${String(book.rounds.length)}`, book.rounding.rankOn ?? '', `edition ${String(book.edition)}`);
  return {
    book,
    found: [...rounds[0]!, prizes.found, byId(final.map(({ initiativeId: id, rank, score }) => ({ id, rank, score: nearly(score) })))],
    plain: [...rounds[1]!, prizes.plain, byId(onPaper.map(({ id, rank, score }) => ({ id, rank, score: nearly(score) })))],
    seen,
  };
}

/** Handed out by a plan with or without tracks and minima, to those who are still in the contest. */
function prizesOf(g: GeneratorValue, book: RuleBookContent, { final, onPaper }: { final: readonly FinalLine[]; onPaper: PlainFinal[] }) {
  const plan = aRandomPlan(g);
  const tracks = new Map(final.map(({ initiativeId }) => [initiativeId, g(fc.constantFrom, 'INDIVIDUAL' as const, 'GROUP' as const)]));
  const trackOf = (id: string) => (plan[0]?.track ? (tracks.get(id) ?? null) : null);
  const out = new Set([...tracks.keys()].filter(() => g(fc.integer, { min: 0, max: 5 }) === 0));
  const places = final.map(({ initiativeId, rank, score }) => {
    const compared = comparedBy(book)(new Decimal(score));
    return { initiativeId, rank, score: compared, track: trackOf(initiativeId), eligible: !out.has(initiativeId) };
  });
  const { awards, ties } = proposeAwards(places, plan);
  const paper = plainPrizes(book, plan, { final: onPaper, trackOf, out });
  const shownTies = ties.map(({ initiativeIds, prizes }) => {
    return { ids: initiativeIds.toSorted(), prizes: prizes.flatMap(({ tierId, quantity }) => Array<string>(quantity).fill(tierId)) };
  });
  return {
    found: [byId(awards.map(({ initiativeId: id, tierId, rank }) => ({ id, tierId, rank }))), shownTies.sort(byFirst)],
    plain: [byId(paper.awards), paper.ties.map(({ ids, prizes }) => ({ ids: ids.toSorted(), prizes })).sort(byFirst)],
    seen: [...(awards.length > 0 ? ['PRIZE'] : []), ...(ties.length > 0 ? ['TIE'] : []), ...(plan[0]?.track ? ['TRACKS'] : [])],
  };
}

const byFirst = (a: { ids: string[] }, b: { ids: string[] }): number => (a.ids[0]! < b.ids[0]! ? -1 : 1);

function aRandomPlan(g: GeneratorValue): PlannedTier[] {
  const tracks = g(fc.boolean) ? (['INDIVIDUAL', 'GROUP'] as const) : [null];
  return tracks.flatMap((track) =>
    Array.from({ length: g(fc.integer, { min: 1, max: 3 }) }, (_, at) => ({
      id: `${track ?? ''} ${String(at)}`,
      track,
      quantity: g(fc.integer, { min: 1, max: 3 }),
      minimumScore: g(fc.constantFrom, null, null, '4', '9.5', '30'),
    })),
  );
}

function cardsOf(g: GeneratorValue, rule: RoundRule): PlainCard[] {
  const some = g(fc.integer, { min: rule.minimumCards, max: rule.judgesPerInitiative });
  const cards = Array.from({ length: some }, (_, at): PlainCard => ({ judge: `j${String(at)}`, extra: false, points: pointsOf(g, rule) }));
  return diverges(rule, cards) && g(fc.boolean) ? [...cards, { judge: 'further', extra: true, points: pointsOf(g, rule) }] : cards;
}

/** Near the ends, so that much is equal. */
function pointsOf(g: GeneratorValue, rule: RoundRule): string[] {
  return leaves(rule.rubric).map(({ max, step }) => {
    const steps = new Decimal(max).dividedBy(step).toNumber();
    const few = g(fc.integer, { min: 0, max: Math.min(steps, 3) });
    return new Decimal(step).times(g(fc.boolean) ? steps - few : few).toFixed();
  });
}

function counted(id: string, cards: readonly PlainCard[], closed: readonly ClosedRound[]): CountedInitiative<JudgedCard> {
  const earlier = closed.flatMap(({ key, lines }) => {
    const line = lines.find(({ initiativeId }) => initiativeId === id);
    const criteria = Object.entries(line?.criteria ?? {}).map(([of, points]) => [`${key}/${of}`, new Decimal(points)] as const);
    return line ? [[key, new Decimal(line.score)] as const, ...criteria] : [];
  });
  const sheets = cards.map(({ judge, extra, points }) => {
    const total = points.reduce((sum, point) => sum.plus(point), new Decimal(0)).toFixed();
    return { judgeId: judge, extra, total, points };
  });
  return { id, cards: sheets, earlier: new Map(earlier) };
}

type Number = string | { readonly n: bigint; readonly d: bigint };

/** To the thirtieth place: thirds end somewhere. */
function nearly(value: Number): string {
  const { n, d } = typeof value === 'string' ? fraction(value) : value;
  return ((2n * n * 10n ** 30n + d) / (2n * d)).toString();
}

function shownLine({ initiativeId: id, rank, score, state, criteria, knockedOut }: StandingLine) {
  const figures = Object.entries(criteria).map(([key, points]) => [key, nearly(points)]);
  return { id, rank, score: nearly(score), state, figures: figures.sort(), out: knockedOut.length > 0 };
}

/** Of the criteria that the libraries keep, as they were found on paper. */
function shownPlain({ id, rank, score, out, passed, criteria }: PlainLine, lines: readonly StandingLine[]) {
  const kept = lines.find(({ initiativeId }) => initiativeId === id)?.criteria ?? {};
  const figures = Object.keys(kept).map((key) => [key, nearly(criteria.get(key)!)]);
  const state = out ? 'KNOCKED_OUT' : passed ? 'PASSED' : 'CUT_OFF';
  return { id, rank, score: nearly(score), state, figures: figures.sort(), out };
}

function byId<T extends { readonly id: string }>(lines: readonly T[]): T[] {
  return lines.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

test('fractions compare and round as one does on paper', () => {
  expect([compare(fraction('0.3'), fraction('0.30')), compare(fraction('2'), fraction('10'))]).toEqual([0, -1]);
});

test('whatever the rule book and the marks, ranks, scores, minima, cut-offs and the end are those that are found on paper', () => {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const { book, found, plain } = play(g);
      expect(problemsOfRuleBook(book)).toEqual([]);
      expect(found).toEqual(plain);
    }),
    { numRuns: 300 },
  );
});

test('in the contests that are played so there is all that they are played for', () => {
  const played = fc.sample(fc.gen(), { numRuns: 300, seed: 3 }).map((g) => play(g));
  const all = ['ANY', 'CUT_OFF', 'FINAL_ONLY of 2', 'KNOCKED_OUT', 'MEAN', 'MEDIAN', 'PASSED', 'ROUNDED', 'TRIMMED_CRITERIA'];
  const more = ['TRIMMED_SHEETS', 'UNROUNDED', 'WEIGHTED of 2', 'WEIGHTED of 3', 'edition 1', 'edition 2', 'PRIZE', 'TIE', 'TRACKS'];
  expect([...new Set(played.flatMap(({ seen }) => seen))]).toEqual(expect.arrayContaining([...all, ...more]));
});

test('computed by the other edition many of them would be another result', () => {
  const wrong = fc.sample(fc.gen(), { numRuns: 300, seed: 4 }).filter((g) => {
    const { found, plain } = play(g, 1);
    return JSON.stringify(found) !== JSON.stringify(plain);
  });
  expect(wrong.length).toBeGreaterThan(20);
});
