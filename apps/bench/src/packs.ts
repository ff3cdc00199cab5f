import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ruleBookHash } from '#domain/contest';
import {
  type PackIngredients,
  type SignedPackedCard,
  computeStandings,
  finalStandings,
  makePack,
  packFile,
  packedLine,
} from '#domain/result';
import { cardHash, totalOf } from '#domain/scoring';
import { BOOK, RULE } from './data/book.js';
import { idOf } from './data/ids.js';

const JUDGES = 5;

/** A judged contest of one round, as it lies in the database: signed cards with their hashes, and the standings. */
function judged(count: number): PackIngredients {
  const roundId = idOf('round', 'pack');
  const initiatives = Array.from({ length: count }, (_, i) => ({
    code: `2026-${String(i + 1).padStart(5, '0')}`,
    id: idOf('initiative', i),
    title: `Rút ngắn thời gian giải quyết hồ sơ ${String(i)}`,
  }));
  const cards = initiatives.flatMap(({ code, id }, i) => Array.from({ length: JUDGES }, (_, j) => signedCard({ code, id, roundId }, i, j)));
  const counted = initiatives.map(({ code }, i) => ({
    id: code,
    cards: cards.slice(i * JUDGES, (i + 1) * JUDGES).map(({ total, marks }) => ({ total, points: marks.map(({ points }) => points) })),
  }));
  const lines = computeStandings(RULE, BOOK, counted);
  const result = { number: 1, cause: 'CLOSING', auditHead: { seq: 1, hash: '0'.repeat(64) } } as const;
  const ruleBook = ruleBookHash(BOOK);
  const standings = lines.map(packedLine);
  const final = finalStandings(BOOK, [{ key: RULE.key, lines }]).map(({ initiativeId, ...line }) => ({
    ...line,
    initiative: initiativeId,
  }));
  return {
    contest: { id: idOf('contest', 'pack'), year: 2026, title: 'Cuộc thi', titleEn: 'Contest', unit: 'Huyện' },
    ruleBooks: [{ number: 1, hash: ruleBook, content: BOOK }],
    rounds: [{ key: RULE.key, id: roundId, ruleBook, result, aggregation: 'MEAN', initiatives, absent: [], stayed: [], cards, standings }],
    final: { ruleBook, result, absent: [], votes: [], standings: final },
  };
}

function signedCard({ code, id, roundId }: { code: string; id: string; roundId: string }, i: number, j: number): SignedPackedCard {
  const marks = RULE.rubric.map(({ key }, c) => ({
    criterion: key,
    points: String(4 + ((i * 7 + j * 11 + c * 13) % 13) / 2),
    commentHash: null,
  }));
  const judge = `GK-${createHash('sha256').update(String(j)).digest('hex').slice(0, 16)}`;
  const own = { id: idOf('packcard', `${String(i)} ${String(j)}`), judge, extra: false, marks, total: totalOf(marks) };
  const signed = { ...own, signedAt: '2026-09-10T03:04:05.678Z' };
  const nonce = createHash('md5').update(signed.id).digest('hex');
  return { state: 'SIGNED', initiative: code, ...signed, nonce, hash: cardHash(nonce, { ...signed, roundId, initiativeId: id }) };
}

export interface PackTimes {
  readonly writtenMs: number;
  readonly verifiedMs: number;
  readonly megabytes: number;
}

/** A pack of so many initiatives, five judges and ten criteria, written to a file and verified by the program that people run. */
export async function timePack(initiatives: number, folder: string): Promise<PackTimes> {
  const ingredients = judged(initiatives);
  const file = join(folder, 'pack.json');
  const begun = performance.now();
  await pipeline(Readable.from(packFile(makePack(ingredients))), createWriteStream(file));
  const written = performance.now();
  const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, '../../verify/src/main.js'), file], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stdout);
  return { writtenMs: written - begun, verifiedMs: performance.now() - written, megabytes: statSync(file).size / 1024 / 1024 };
}
