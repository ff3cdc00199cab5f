import { type SignedCard, cardHash, judgePseudonym, sealMark } from './scorecard.entity.js';

const NONCE = '00112233445566778899aabbccddeeff';
const card: SignedCard = {
  id: 'card',
  roundId: 'round',
  initiativeId: 'initiative',
  extra: false,
  judge: 'GK-0123456789abcdef',
  marks: [
    { criterion: 'novelty', points: '25.5', commentHash: null },
    { criterion: 'effect', points: '30', commentHash: null },
  ],
  total: '55.5',
  signedAt: '2026-06-01T02:03:04.005Z',
};

test('whatever decides what a card counts for is in its hash', () => {
  const changed: SignedCard[] = [
    { ...card, id: 'other' },
    { ...card, roundId: 'other' },
    { ...card, initiativeId: 'other' },
    { ...card, extra: true },
    { ...card, judge: 'GK-fedcba9876543210' },
    { ...card, marks: [...card.marks].reverse() },
    { ...card, marks: card.marks.map((mark) => ({ ...mark, commentHash: 'given' })) },
    { ...card, total: '56' },
    { ...card, signedAt: '2026-06-01T02:03:04.006Z' },
  ];

  const hashes = [cardHash(NONCE, card), cardHash('ff'.repeat(16), card), ...changed.map((other) => cardHash(NONCE, other))];

  expect(new Set(hashes).size).toBe(hashes.length);
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
});

test('the hash shows what a comment says to nobody, and changes with it', () => {
  const sealed = sealMark(NONCE, { criterion: 'novelty', points: '25', comment: 'Rất mới.' });

  expect(sealed).toEqual({ criterion: 'novelty', points: '25', commentHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  expect(sealMark(NONCE, { criterion: 'novelty', points: '25', comment: 'Khá mới.' }).commentHash).not.toBe(sealed.commentHash);
  expect(sealMark('other', { criterion: 'novelty', points: '25', comment: 'Rất mới.' }).commentHash).not.toBe(sealed.commentHash);
  expect(sealMark(NONCE, { criterion: 'novelty', points: '25', comment: null }).commentHash).toBeNull();
});

test('a judge has one pseudonym in a contest, and another in the next', () => {
  const names = [
    judgePseudonym('secret', { contestId: '2026', judgeId: 'a' }),
    judgePseudonym('secret', { contestId: '2026', judgeId: 'a' }),
    judgePseudonym('secret', { contestId: '2026', judgeId: 'b' }),
    judgePseudonym('secret', { contestId: '2027', judgeId: 'a' }),
    judgePseudonym('other secret', { contestId: '2026', judgeId: 'a' }),
  ];

  expect(names[0]).toBe(names[1]);
  expect(new Set(names).size).toBe(4);
});
