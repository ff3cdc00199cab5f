import { problemsOfAsks } from './asks.js';

test('a part of a dossier is asked about once, and in words; all that is wrong is said at once', () => {
  const asks = [
    { field: 'EFFECT', words: 'Số liệu trước và sau?' },
    { field: 'FILES', words: ' ' },
    { field: 'EFFECT', words: 'Nguồn?' },
  ] as const;

  expect(problemsOfAsks(asks).map(({ code, path }) => [code, path])).toEqual([
    ['REASON_MISSING', 'asks.1.words'],
    ['ASKED_TWICE', 'asks.2.field'],
  ]);
  expect(problemsOfAsks(asks.slice(0, 1))).toEqual([]);
});
