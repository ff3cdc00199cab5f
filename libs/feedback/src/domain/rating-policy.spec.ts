import { randomId, newId } from '#lib/kernel';
import { readRating } from './rating-policy.js';
import { plainSlip, slipCodes, slipHash } from './slip.entity.js';

const submission = randomId();

test('a form with a level is a rating; reasons are in one order, and of nothing typed nothing is kept', () => {
  expect(readRating({ submission, level: '4' })).toEqual({ submissionId: submission, level: 4, reasons: [], comment: null, slip: null });
  expect(
    readRating({ submission, level: '1', reasons: ['MORE_TRIPS', 'WAITING'], comment: ' Chờ lâu.\r\n\u200b', slip: ' ab12 ' }),
  ).toEqual({
    ...{ submissionId: submission, level: 1, reasons: ['WAITING', 'MORE_TRIPS'], comment: 'Chờ lâu.', slip: 'ab12' },
  });
});

test.each(['0', '6', '2.5', '', '5 ', 'năm'])('the level %j is refused', (level) => {
  expect(() => readRating({ submission, level })).toThrow('RATING_LEVEL');
});

test('five hundred characters are a comment, one more is not', () => {
  expect(readRating({ submission, level: '3', comment: 'ừ'.repeat(500) }).comment).toHaveLength(500);
  expect(() => readRating({ submission, level: '3', comment: 'ừ'.repeat(501) })).toThrow('RATING_COMMENT_LONG');
});

test('an id that could tell when it was made is no form of ours, nor is a reason that nobody offers', () => {
  expect(() => readRating({ submission: newId(), level: '3' })).toThrow('RATING_FORM');
  expect(() => readRating({ level: '3' })).toThrow('RATING_FORM');
  expect(() => readRating({ submission, level: '3', reasons: 'BRIBE' })).toThrow('RATING_FORM');
  expect(() => readRating({ submission: { a: 1 }, level: 3 })).toThrow('RATING_FORM');
});

test('the codes of a batch are worked out anew as they were, each once, of ten signs that nobody misreads', () => {
  const batch = { id: newId(), slips: 240 };
  const codes = slipCodes('secret', batch);
  expect(new Set(codes).size).toBe(240);
  expect(codes.every((code) => plainSlip(code) === code)).toBe(true);
  expect(slipCodes('secret', batch)).toEqual(codes);
  expect(slipCodes('another', batch)).not.toEqual(codes);
});

test('a code is read however it is typed, and what can be none is none', () => {
  expect(plainSlip('abcde-fghjk')).toBe('ABCDEFGHJK');
  expect([plainSlip('ABCDEFGHJ'), plainSlip('ABCDEFGHJ0'), plainSlip('')]).toEqual([null, null, null]);
  expect(slipHash('secret', 'ABCDEFGHJK')).not.toBe(slipHash('other', 'ABCDEFGHJK'));
});
