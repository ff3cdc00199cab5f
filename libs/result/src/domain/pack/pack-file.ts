import { canonicalRuleBook } from '#plain/contest';
import { Sha256 } from '#lib/kernel';
import {
  PRIZE_FORMAT,
  type PackedCard,
  type PackedContest,
  type PackedFinal,
  type PackedLine,
  type PackedResult,
  type PackedRound,
  type PackedRuleBook,
  type ResultPackContent,
} from './pack.js';
import { plainPrizes } from './packed-prizes.js';

/** What stands before the seal: the rest of the file is the SHA-256 of all the bytes up to here. */
export const SEAL = '"seal":';

export function sealLine(sha256: string): string {
  return `${SEAL}"${sha256}"\n}\n`;
}

/**
 * The bytes of a pack in UTF-8, piece by piece: JSON with its keys in a fixed order, one list item a line, known fields alone.
 * The same content is the same bytes on every machine. The pieces end before the seal.
 */
export function* packPieces(pack: ResultPackContent): Generator<string> {
  yield `{"format":${String(pack.format)},\n"contest":${plainContest(pack.contest)},\n"ruleBooks":`;
  yield* lines(pack.ruleBooks, plainRuleBookOf);
  yield ',\n"rounds":[';
  for (const [at, round] of pack.rounds.entries()) {
    yield at === 0 ? '\n' : ',\n';
    yield* roundPieces(round);
  }
  yield '],\n"final":';
  if (pack.final) yield* finalPieces(pack.final);
  else yield 'null';
  if (pack.format === PRIZE_FORMAT) yield `,\n"prizes":${pack.prizes ? plainPrizes(pack.prizes) : 'null'}`;
  yield ',\n';
}

/** The whole file, seal included. */
export function* packFile(pack: ResultPackContent): Generator<string> {
  const seal = new Sha256();
  for (const piece of packPieces(pack)) {
    seal.update(piece);
    yield piece;
  }
  yield sealLine(seal.digest());
}

function* roundPieces({ key, id, ruleBook, result, aggregation, ...round }: PackedRound): Generator<string> {
  const head = JSON.stringify({ key, id, ruleBook, result: plainResult(result), aggregation });
  yield `${head.slice(0, -1)},\n"initiatives":`;
  yield* lines(round.initiatives, ({ code, id: own, title, track }) => JSON.stringify({ code, id: own, title, ...(track && { track }) }));
  const { signed, excused, hash } = round.counted;
  yield `,\n"absent":${JSON.stringify(round.absent)},"stayed":${JSON.stringify(round.stayed)},"counted":${JSON.stringify({ signed, excused, hash })},\n"cards":`;
  yield* lines(round.cards, plainCard);
  yield ',\n"standings":';
  yield* lines(round.standings, plainLine);
  yield '}';
}

function* finalPieces({ ruleBook, result, absent, votes, standings }: PackedFinal): Generator<string> {
  yield `${JSON.stringify({ ruleBook, result: plainResult(result), absent, votes }).slice(0, -1)},\n"standings":`;
  yield* lines(standings, ({ initiative, place, rank, score, reached, state, decidedBy }) =>
    JSON.stringify({ initiative, place, rank, score, reached, state, decidedBy }),
  );
  yield '}';
}

function* lines<T>(items: readonly T[], write: (item: T) => string): Generator<string> {
  yield '[';
  for (const [at, item] of items.entries()) yield `${at === 0 ? '\n' : ',\n'}${write(item)}`;
  yield ']';
}

function plainContest({ id, year, title, titleEn, unit }: PackedContest): string {
  return JSON.stringify({ id, year, title, titleEn, unit });
}

function plainRuleBookOf({ number, hash, content }: PackedRuleBook): string {
  return `{"number":${String(number)},"hash":${JSON.stringify(hash)},"content":${canonicalRuleBook(content)}}`;
}

function plainResult<Cause>({ number, cause, auditHead: { seq, hash } }: PackedResult<Cause>): PackedResult<Cause> {
  return { number, cause, auditHead: { seq, hash } };
}

function plainCard(card: PackedCard): string {
  const { state, id, initiative, hash } = card;
  if (state === 'EXCUSED') return JSON.stringify({ state, id, initiative, excused: card.excused, hash });
  const { judge, extra, total, signedAt, nonce } = card;
  const marks = card.marks.map(({ criterion, points, commentHash }) => ({ criterion, points, commentHash }));
  return JSON.stringify({ state, id, initiative, judge, extra, marks, total, signedAt, nonce, hash });
}

function plainLine({ initiative, place, rank, score, cards, spread, state, decidedBy, ...line }: PackedLine): string {
  const criteria = line.criteria.map(({ criterion, points }) => ({ criterion, points }));
  return JSON.stringify({ initiative, place, rank, score, cards, spread, state, decidedBy, criteria });
}
