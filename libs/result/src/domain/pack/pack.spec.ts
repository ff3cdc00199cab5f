import { createHash } from 'node:crypto';
import { BOOK, aPack, bytesOf, packOf } from '../../../../../test/support/packs.js';
import { makePack } from './pack.js';
import { verifyPack } from './verify-pack.js';

const pack = aPack();

test('a pack is the same bytes on every machine', () => {
  const bytes = bytesOf(pack);
  expect({ size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }).toMatchInlineSnapshot(`
   {
     "sha256": "5c1c55b9d65984a307d6003cad153923d6cb20eaa103260eb4458eed9ee646e4",
     "size": 21937,
   }
  `);
});

test('whatever order its parts come in, a pack is the same bytes', () => {
  const { contest, ruleBooks, rounds, final } = pack;
  const mixed = rounds.map(({ cards, initiatives, standings, ...round }) => ({
    ...round,
    cards: cards.toReversed(),
    initiatives: initiatives.toReversed(),
    standings: standings.toReversed(),
  }));
  const again = makePack({ contest, ruleBooks, rounds: mixed, final: final && { ...final, standings: final.standings.toReversed() } });
  expect(bytesOf(again).equals(bytesOf(pack))).toBe(true);
});

test('a pack in which everything fits is verified', () => {
  expect(verifyPack(bytesOf(pack))).toEqual({ fault: null, pack });
});

test('the sample has a tie that was decided, one knocked out, one cut off, one displaced card and one who left', () => {
  expect(
    pack.rounds[0]!.standings.map(({ initiative, rank, score, state, decidedBy }) => [initiative, rank, score, state, decidedBy]),
  ).toEqual([
    ['2026-004', 1, '86', 'PASSED', null], // 88 and the further 84; the 50 gave way
    ['2026-001', 2, '79', 'PASSED', null],
    ['2026-002', 3, '79', 'PASSED', 'CRITERION:dossier/novelty'],
    ['2026-008', 4, '65', 'PASSED', null],
    ['2026-006', 5, '55', 'CUT_OFF', null],
    ['2026-005', 6, '34.5', 'CUT_OFF', null],
    ['2026-003', null, '76.75', 'KNOCKED_OUT', null],
  ]);
  expect(pack.final!.standings.map(({ initiative, rank }) => [initiative, rank])).toEqual([
    ['2026-004', 1],
    ['2026-001', 2],
    ['2026-002', 3],
    ['2026-006', 4],
    ['2026-005', 5],
    ['2026-003', null],
  ]);
});

test('a pack of a contest whose last round is not closed is verified, and has no final standings', () => {
  const early = packOf(BOOK, [
    {
      sheets: [
        ['2026-001', 'A', '20 30'],
        ['2026-001', 'B', '20 31'],
      ],
    },
  ]);
  expect(early.final).toBeNull();
  expect(verifyPack(bytesOf(early)).fault).toBeNull();
});

test("the chair's vote on those whom nothing else parts is counted with it", () => {
  const [rule] = BOOK.rounds;
  const book = { ...BOOK, rounds: [{ ...rule!, weight: '1' }], tieBreak: [{ kind: 'CHAIR_VOTE' }] } as const;
  const sheets = ['2026-001', '2026-002'].flatMap((code) => ['A', 'B'].map((judge) => [code, judge, '20 40'] as const));
  const tied = packOf(book, [{ sheets }], { votes: [['2026-002', '2026-001']] });
  expect(tied.final!.standings.map(({ initiative, rank, decidedBy }) => [initiative, rank, decidedBy])).toEqual([
    ['2026-002', 1, null],
    ['2026-001', 2, 'CHAIR_VOTE'],
  ]);
  expect(verifyPack(bytesOf(tied)).fault).toBeNull();
  const swapped = { ...tied, final: { ...tied.final!, votes: [['2026-001', '2026-002']] } };
  expect(verifyPack(bytesOf(swapped)).fault?.code).toBe('RANK');
});

test('who was in a round stays in it when the round before is corrected, and then alone', () => {
  const [dossier, final] = BOOK.rounds;
  const book = {
    ...BOOK,
    rounds: [
      { ...dossier!, cutOff: { score: '60', top: null } },
      { ...final!, minimumCards: 1 },
    ],
    tieBreak: [],
  };
  const first = ['2026-001', '2026-002'].flatMap((code, i) =>
    ['A', 'B'].map((judge) => [code, judge, i === 0 ? '20 50' : '20 30'] as const),
  );
  const second = { sheets: [['2026-001', 'A', '20 20 30'] as const, ['2026-002', 'A', '20 20 31'] as const], stayed: ['2026-002'] };
  const after = (corrected: boolean) => verifyPack(bytesOf(packOf(book, [{ sheets: first, corrected }, second]))).fault?.code ?? null;
  expect([after(true), after(false)]).toEqual([null, 'INITIATIVE_NOT_PASSED']);
});
