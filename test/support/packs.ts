import { createHash } from 'node:crypto';
import { type RoundRule, type RuleBookContent, leaves, ruleBookHash } from '#domain/contest';
import {
  type PackedCard,
  type PackedRound,
  type ResultPackContent,
  type SignedPackedCard,
  aggregationOf,
  computeStandings,
  finalStandings,
  makePack,
  packFile,
  packedLine,
} from '#domain/result';
import { type CountedInitiative, cardHash, countingCards, totalOf } from '#domain/scoring';
import { Decimal } from '#lib/kernel';
import { aCriterion, aRound } from './contests.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
export const idOf = (name: string) => sha256(name).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
export const judgeOf = (name: string) => `GK-${sha256(name).slice(0, 16)}`;
export const bytesOf = (pack: ResultPackContent) => Buffer.from([...packFile(pack)].join(''), 'utf8');

/** A signed card: of whom, by whom, and the points in the order of the rubric. */
type Sheet = readonly [initiative: string, judge: string, points: string, more?: { extra?: true; comment?: string }];

export interface JudgedRound {
  readonly sheets: readonly Sheet[];
  readonly excused?: readonly PackedCard[];
  readonly absent?: readonly string[];
  readonly stayed?: readonly string[];
  /** The round's result is the second one. */
  readonly corrected?: boolean;
}

/** Hashes a card anew, as somebody does who has changed it. */
export function rehashed(card: SignedPackedCard, round: PackedRound): SignedPackedCard {
  const initiativeId = round.initiatives.find(({ code }) => code === card.initiative)?.id ?? '';
  return { ...card, hash: cardHash(card.nonce, { ...card, roundId: round.id, initiativeId }) };
}

function signed(rule: RoundRule, [initiative, judge, points, more]: Sheet): SignedPackedCard {
  const id = idOf(`${rule.key} ${initiative} ${judge}`);
  const given = points.split(' ');
  const marks = leaves(rule.rubric).map(({ key, commentRequired }, at) => ({
    criterion: key,
    points: given[at]!,
    commentHash: commentRequired || more?.comment ? sha256(more?.comment ?? id) : null,
  }));
  const card = {
    state: 'SIGNED',
    id,
    initiative,
    judge: judgeOf(judge),
    extra: more?.extra ?? false,
    marks,
    total: totalOf(marks),
  } as const;
  const seal = { signedAt: '2026-09-10T03:04:05.678Z', nonce: sha256(`nonce ${id}`).slice(0, 32), hash: '' };
  return { ...card, ...seal };
}

/** The pack of a contest that was judged so, computed as the server does. */
export function packOf(
  book: RuleBookContent,
  judged: readonly JudgedRound[],
  end: { absent?: readonly string[]; votes?: readonly string[][] } = {},
): ResultPackContent {
  const { absent: finalAbsent = [], votes = [] } = end;
  const hash = ruleBookHash(book);
  const result = (seq: number, corrected = false) =>
    ({ number: corrected ? 2 : 1, cause: corrected ? 'CORRECTION' : 'CLOSING', auditHead: { seq, hash: sha256(String(seq)) } }) as const;
  const earlier = new Map<string, Map<string, Decimal>>();
  const closed = judged.map(({ sheets, excused = [], absent = [], stayed = [], corrected = false }, at) => {
    const rule = book.rounds[at]!;
    const codes = [...new Set(sheets.map(([initiative]) => initiative))].sort();
    const initiatives = codes.map((code) => ({ code, id: idOf(code), title: `Sáng kiến ${code}` }));
    const round = {
      key: rule.key,
      id: idOf(rule.key),
      ruleBook: hash,
      result: result(100 * (at + 1), corrected),
      initiatives,
      absent,
      stayed,
    };
    const cards = sheets.map((sheet) => rehashed(signed(rule, sheet), round as unknown as PackedRound));
    const counted = codes.map((code): CountedInitiative => {
      const own = countingCards(
        rule,
        cards.filter(({ initiative }) => initiative === code),
      );
      const counting = own.map(({ total, marks }) => ({ total, points: marks.map(({ points }) => points) }));
      return { id: code, cards: counting, earlier: earlier.get(code) ?? new Map() };
    });
    const lines = computeStandings(rule, book, counted);
    for (const { initiativeId, score, criteria } of lines) {
      const figures = earlier.get(initiativeId) ?? new Map<string, Decimal>();
      figures.set(rule.key, new Decimal(score));
      for (const [criterion, points] of Object.entries(criteria)) figures.set(`${rule.key}/${criterion}`, new Decimal(points));
      earlier.set(initiativeId, figures);
    }
    const standings = lines.map(packedLine);
    const counts = counted.map(({ cards: { length } }) => length);
    return { lines, round: { ...round, aggregation: aggregationOf(rule, counts), cards: [...cards, ...excused], standings } };
  });
  const lines = book.rounds.map(({ key }, at) => ({
    key,
    lines: (closed[at]?.lines ?? []).filter(({ initiativeId }) => !finalAbsent.includes(initiativeId)),
  }));
  const isOver = judged.length === book.rounds.length;
  const standings = finalStandings(book, isOver ? lines : [], votes).map(({ initiativeId, ...line }) => ({
    ...line,
    initiative: initiativeId,
  }));
  const voted = { ...result(900), number: votes.length + 1, cause: votes.length > 0 ? ('CHAIR_VOTE' as const) : ('CLOSING' as const) };
  return makePack({
    contest: {
      id: idOf('contest'),
      year: 2026,
      title: 'Tìm kiếm sáng kiến “một cửa” năm 2026',
      titleEn: 'Ideas of 2026',
      unit: 'Huyện Hoài Đức',
    },
    ruleBooks: [{ number: 1, hash, content: book }],
    rounds: closed.map(({ round }) => round),
    final: isOver ? { ruleBook: hash, result: voted, absent: finalAbsent, votes, standings } : null,
  });
}

/** Two rounds: of the first the best four go on, and where two cards are 30 apart the farther one gives way to a third. */
export const BOOK: RuleBookContent = {
  rounds: [
    aRound('dossier', {
      rubric: [aCriterion('novelty', '30', { knockOutMinimum: '10' }), aCriterion('effect', '70', { commentRequired: true })],
      judgesPerInitiative: 2,
      minimumCards: 2,
      weight: '0.4',
      divergenceThreshold: '30',
      furtherMark: 'REPLACES',
      cutOff: { score: '40', top: 4 },
    }),
    aRound('final', {
      judgesPerInitiative: 5,
      minimumCards: 4,
      weight: '0.6',
      aggregation: { kind: 'TRIMMED_MEAN', trimming: 'CRITERIA' },
    }),
  ],
  combination: { kind: 'WEIGHTED' },
  rounding: { places: 2 },
  tieBreak: [
    { kind: 'CRITERION', round: 'final', criterion: 'effect' },
    { kind: 'CRITERION', round: 'dossier', criterion: 'novelty' },
  ],
};

const FINAL_POINTS = ['20 20 30', '21 19.5 31', '22 21 30.5', '19 20 33', '25 25 12'];
const FINALISTS: readonly string[] = ['2026-001', '2026-002', '2026-004'];

/**
 * Seven initiatives: 003 is knocked out, 005 and 006 are cut off, 001 and 002 tie but for a criterion of an earlier round, the
 * first cards of 004 diverge and a third one replaces one of them, 008 passes and withdraws. Two cards are excused.
 */
export function aPack(): ResultPackContent {
  const dossier: JudgedRound = {
    sheets: [
      ['2026-001', 'A', '25 55'],
      ['2026-001', 'B', '27.5 50.5'],
      ['2026-002', 'A', '20 60'],
      ['2026-002', 'C', '22 56'],
      ['2026-003', 'B', '5 70'],
      ['2026-003', 'C', '9.5 69'],
      ['2026-004', 'A', '28 60'],
      ['2026-004', 'B', '20 30'],
      ['2026-004', 'C', '26 58', { extra: true }],
      ['2026-005', 'B', '15 20'],
      ['2026-005', 'C', '12 22'],
      ['2026-006', 'A', '15 40'],
      ['2026-006', 'C', '15 40'],
      ['2026-008', 'A', '20 45'],
      ['2026-008', 'B', '21 44'],
    ],
    excused: [
      { state: 'EXCUSED', id: idOf('excused'), initiative: '2026-003', excused: 'AFTER_SIGNING', hash: sha256('excused') },
      { state: 'EXCUSED', id: idOf('unsigned'), initiative: '2026-005', excused: 'BEFORE_SIGNING', hash: null },
    ],
  };
  const sheets = FINALISTS.flatMap((code, i) =>
    FINAL_POINTS.map((points, j): Sheet => [code, 'ABCDE'[j]!, FINAL_POINTS[(j + i) % 5] ?? points]),
  );
  return packOf(BOOK, [dossier, { sheets, absent: ['2026-008'] }], { absent: ['2026-008'] });
}
