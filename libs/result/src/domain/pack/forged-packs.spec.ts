import { createHash } from 'node:crypto';
import { type RuleBookContent, ruleBookHash } from '#domain/contest';
import { BOOK, type JudgedRound, bytesOf, idOf, judgeOf, packOf, rehashed } from '../../../../../test/support/packs.js';
import { Misfit } from './faults.js';
import { type ResultPackContent, type SignedPackedCard, makePack } from './pack.js';
import { PackTrail } from './pack-trail.js';
import { verifyPack } from './verify-pack.js';

const [ruledFirst, ruledFinal] = BOOK.rounds;
const jury = { minimumCards: 1, judgesPerInitiative: 2, divergenceThreshold: null, furtherMark: 'JOINS' as const };
const ruling: RuleBookContent = {
  ...BOOK,
  rounds: [
    { ...ruledFirst!, ...jury },
    { ...ruledFinal!, ...jury },
  ],
  tieBreak: [{ kind: 'CHAIR_VOTE' }],
};
const CODES = ['2026-001', '2026-002', '2026-003'];
const sheets = (points: readonly string[]): JudgedRound['sheets'] =>
  CODES.flatMap((code, at) => ['A', 'B'].map((judge) => [code, judge, points[at]!] as const));
const first: JudgedRound = { sheets: sheets(['20 60', '20 50', '20 50']) };
const second: JudgedRound = { sheets: sheets(['20 20 30', '20 20 25', '20 20 25']) };
const without = ({ sheets: all }: JudgedRound, code: string): JudgedRound => ({ sheets: all.filter(([of]) => of !== code) });

const whole = packOf(ruling, [first, second]);

/** Changes every signed card, and hashes it anew. */
function everyCard(pack: ResultPackContent, change: (card: SignedPackedCard) => SignedPackedCard): ResultPackContent {
  const rounds = pack.rounds.map((round) => ({
    ...round,
    cards: round.cards.map((card) => (card.state === 'SIGNED' ? rehashed(change(card), round) : card)),
  }));
  return makePack({ ...pack, rounds });
}

/** Somebody who writes all of it anew, with every hash, count, total and rank as it then has to be. */
const FORGED: readonly (readonly [string, ResultPackContent])[] = [
  ['other marks', packOf(ruling, [{ sheets: sheets(['20 50', '20 60', '20 50']) }, second])],
  ["two initiatives' cards for each other's", packOf(ruling, [first, { sheets: sheets(['20 20 25', '20 20 30', '20 20 25']) }])],
  [
    'a judge under another name throughout',
    everyCard(whole, (card) => ({ ...card, judge: card.judge === judgeOf('A') ? judgeOf('Z') : card.judge })),
  ],
  ['another moment of signing', everyCard(whole, (card) => ({ ...card, signedAt: '2026-09-11T00:00:00.000Z' }))],
  ['another rule book', packOf({ ...ruling, combination: { kind: 'FINAL_ONLY' } }, [first, second])],
  [
    'another aggregation',
    packOf({ ...ruling, rounds: ruling.rounds.map((round) => ({ ...round, aggregation: { kind: 'MEDIAN', trimming: 'SHEETS' } })) }, [
      first,
      second,
    ]),
  ],
  ['a vote of the chair that nobody cast', packOf(ruling, [first, second], { votes: [['2026-003', '2026-002']] })],
  ['a winner said to be absent', packOf(ruling, [first, { ...without(second, '2026-001'), absent: ['2026-001'] }])],
  ['a winner said to have left', packOf(ruling, [first, second], { absent: ['2026-001'] })],
  ['an initiative that was never there', packOf(ruling, [without(first, '2026-001'), without(second, '2026-001')])],
  ['its last round left out', packOf(ruling, [first])],
  ['only the rounds of another rule book', packOf({ ...ruling, rounds: [{ ...ruling.rounds[0]!, weight: '1' }] }, [first])],
  [
    'a card said to be excused',
    packOf(ruling, [
      {
        sheets: first.sheets.slice(1),
        excused: [{ state: 'EXCUSED', id: idOf('dossier 2026-001 A'), initiative: '2026-001', excused: 'BEFORE_SIGNING', hash: null }],
      },
      second,
    ]),
  ],
];

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');

/** What the log of the true pack says of another one. */
function foundInLog(pack: ResultPackContent): string | null {
  const trail = new PackTrail(
    { ...pack, rounds: pack.rounds.map(unheaded), final: pack.final && unheaded(pack.final) },
    { sha256: sha256(bytesOf(pack)), head: null },
  );
  const cards = whole.rounds.flatMap((round) =>
    round.cards.map(({ id, hash }) => ({ subjectType: 'Scorecard', subjectId: id, after: { hash } })),
  );
  const made = { subjectType: 'ResultPack', subjectId: 'p', after: { contestId: whole.contest.id, sha256: sha256(bytesOf(whole)) } };
  let previousHash = '';
  try {
    for (const [at, fact] of [...cards, made].entries()) {
      const body = JSON.stringify(fact);
      const hash = sha256(previousHash + body);
      trail.follow({ seq: at + 1, previousHash, hash, body });
      previousHash = hash;
    }
    trail.end();
    return null;
  } catch (error) {
    if (error instanceof Misfit) return error.fault.code;
    throw error;
  }
}

const unheaded = <R extends { readonly result: { readonly auditHead: unknown } }>(of: R): R => ({
  ...of,
  result: { ...of.result, auditHead: { seq: 0, hash: '' } },
});

test('the true pack fits in itself and is the one in the log', () => {
  expect([verifyPack(bytesOf(whole)).fault, foundInLog(whole)]).toEqual([null, null]);
  expect(whole.ruleBooks[0]!.hash).toBe(ruleBookHash(ruling));
});

test.each(FORGED)('written anew with %s, a pack fits in itself, and the log shows that it is not the one', (_, forged) => {
  expect(verifyPack(bytesOf(forged)).fault).toBeNull();
  expect(foundInLog(forged)).toMatch(/^LOG_(CARD|PACK)$/);
});
