import { createHash } from 'node:crypto';
import { aPack, bytesOf, rehashed } from '../../../../../test/support/packs.js';
import { Misfit } from './faults.js';
import { type LogEntry, PackTrail, readLogEntry } from './pack-trail.js';
import { type PackedRound, type ResultPackContent, type SignedPackedCard } from './pack.js';

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');

type Fact = readonly [subjectType: string, subjectId: string, after: object];

function chain(facts: readonly Fact[]): LogEntry[] {
  const log: LogEntry[] = [];
  for (const [subjectType, subjectId, after] of facts) {
    const previousHash = log.at(-1)?.hash ?? '';
    const body = JSON.stringify({ after, subjectId, subjectType });
    log.push({ seq: log.length + 1, previousHash, hash: sha256(previousHash + body), body });
  }
  return log;
}

/** A pack whose results refer to the log that it comes with. */
function logged() {
  const { rounds, ...rest } = aPack();
  const cards = rounds.flatMap((round) => round.cards.filter(({ hash }) => hash !== null));
  const facts: Fact[] = [['Round', 'r', {}], ...cards.map(({ id, hash }): Fact => ['Scorecard', id, { hash }])];
  const closed = chain(facts).at(-1)!;
  const result = { number: 1, cause: 'CLOSING' as const, auditHead: { seq: closed.seq, hash: closed.hash } };
  const pack: ResultPackContent = { ...rest, rounds: rounds.map((round) => ({ ...round, result })), final: { ...rest.final!, result } };
  const log = chain([...facts, ['ResultPack', 'p', { contestId: pack.contest.id, sha256: sha256(bytesOf(pack)) }], ['Round', 'r', {}]]);
  return { pack, log };
}

const { pack, log } = logged();

function found(given: { pack?: ResultPackContent; log?: readonly LogEntry[]; head?: string | null }) {
  const said = given.pack ?? pack;
  const trail = new PackTrail(said, { sha256: sha256(bytesOf(said)), head: given.head ?? null });
  try {
    for (const entry of given.log ?? log) trail.follow(entry);
    trail.end();
    return null;
  } catch (error) {
    if (error instanceof Misfit) return error.fault.code;
    throw error;
  }
}

const facts = (entries: readonly LogEntry[]): Fact[] =>
  entries.map(({ body }) => {
    const { subjectType, subjectId, after } = JSON.parse(body);
    return [subjectType, subjectId, after];
  });

test('the log bears out a pack that was made of the cards it has, also from a later entry on', () => {
  expect(found({ head: log.at(-1)!.hash })).toBeNull();
  expect(found({ log: log.slice(1) })).toBeNull();
});

test('a pack that was written anew, every hash and total computed from other marks, is not the one in the log', () => {
  const forged = structuredClone(pack);
  const round = forged.rounds[0] as PackedRound & { cards: SignedPackedCard[] };
  round.cards[0] = rehashed({ ...round.cards[0]!, signedAt: '2026-09-10T03:04:05.679Z' }, round);
  expect(found({ pack: forged })).toBe('LOG_CARD');
});

test('a pack from which a card was left out, and all computed without it, is not the one in the log', () => {
  const shorter = { ...pack, rounds: pack.rounds.map((round) => ({ ...round, cards: round.cards.slice(1) })) };
  expect(found({ pack: shorter })).toBe('LOG_PACK');
});

test.each([
  [
    'an entry changed',
    'LOG_BROKEN',
    log.map((entry) => (entry.seq === 3 ? { ...entry, body: entry.body.replace('Scorecard', 'Card') } : entry)),
  ],
  ['an entry left out', 'LOG_BROKEN', log.filter(({ seq }) => seq !== 3)],
  ['its end cut off', 'LOG_PACK', log.slice(0, -2)],
  ['everything before the closing changed', 'LOG_PACK_HEAD', chain([['Round', 'other', {}], ...facts(log).slice(1)])],
  ['its beginning left out', 'LOG_CARD', log.slice(5)],
] as const)('a log with %s is found as %s', (_, code, given) => {
  expect(found({ log: given })).toBe(code);
});

test('a card that a correction put in the place of another stands in the log by the correction', () => {
  const { id, hash } = pack.rounds[0]!.cards.find((card) => card.hash !== null)!;
  const corrected = facts(log).map(([type, subject, after]): Fact =>
    subject === id ? ['Correction', 'k', { scorecardId: id, hash }] : [type, subject, after],
  );
  const cut = corrected.findIndex(([type]) => type === 'ResultPack');
  expect(found({ log: chain(corrected.slice(0, cut)) })).toBe('LOG_PACK_HEAD');
  const seen = new PackTrail(
    {
      ...pack,
      final: null,
      rounds: pack.rounds.map((round) => ({ ...round, result: { ...round.result, auditHead: { seq: 0, hash: '' } } })),
    },
    { sha256: sha256(bytesOf(pack)), head: null },
  );
  for (const entry of chain(corrected)) seen.follow(entry);
  expect(() => {
    seen.end();
  }).not.toThrow();
});

function ended(given: readonly LogEntry[], head: string | null = null) {
  const trail = new PackTrail(pack, { sha256: sha256(bytesOf(pack)), head });
  for (const entry of given) trail.follow(entry);
  return trail.end();
}

test('the log says whether a newer pack of the contest was made since, and not of another', () => {
  const newer = (contestId: string) => chain([...facts(log), ['ResultPack', 'q', { contestId, sha256: sha256('newer') }]]);
  expect([ended(log).newer, ended(newer(pack.contest.id)).newer, ended(newer('other')).newer]).toEqual([null, sha256('newer'), null]);
});

test('a head vouches for what the log says of a pack only where it is not older', () => {
  const made = log.findIndex(({ body }) => body.includes('ResultPack'));
  const held = [made - 1, made, made + 1].map((at) => ended(log, log[at]!.hash).held);
  expect(held).toEqual([false, true, true]);
});

test.each([
  '',
  'null',
  '[]',
  '1',
  '\uFEFF{}',
  '{"seq":"1","previousHash":"","hash":"","body":"{}"}',
  '{"seq":1,"previousHash":"","hash":"","body":"null"}',
])('a line that is no entry is found with its number: %j', (line) => {
  expect(() => readLogEntry(line, 7)).toThrow(new Misfit('LOG_NOT_SHAPED', { path: '7' }));
});

test('two results that refer to one entry are both held against it', () => {
  const [round, ...others] = pack.rounds;
  const other = { ...round!.result, auditHead: { ...round!.result.auditHead, hash: sha256('other') } };
  expect(found({ pack: { ...pack, rounds: [{ ...round!, result: other }, ...others] } })).toBe('LOG_PACK_HEAD');
});

test('a log rebuilt from the beginning does not have the head that was published', () => {
  expect(found({ log: chain(facts(log)), head: sha256('printed') })).toBe('LOG_HEAD');
});
