import { libraries } from '../apps/api/src/libraries.js';
import { platformRefusals } from '../libs/platform/src/refusals/refusals.js';

test('a refusal has one meaning: no code stands in two books, in both languages each', () => {
  const messages = [platformRefusals, ...libraries.map(({ refusals }) => refusals)].flatMap((book) => Object.entries(book.messages));
  const codes = messages.map(([code]) => code);
  expect(codes.filter((code, at) => codes.indexOf(code) < at)).toEqual([]);
  expect(messages.filter(([, { vi, en }]) => vi.trim() === '' || en.trim() === '').map(([code]) => code)).toEqual([]);
});
