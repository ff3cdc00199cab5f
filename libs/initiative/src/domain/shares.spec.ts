import { type AuthorShare, problemsOfAuthors, problemsOfShares } from './shares.js';

const author = (personId: string, share: string, lead = false): AuthorShare => ({ personId, share, lead });

test.each([[['100']], [['33.33', '33.33', '33.34']], [['99.99', '0.01']], [['50', '50.00']], [['70.1', '29.9']]])(
  '%p sum to the whole',
  (shares) => {
    expect(problemsOfShares(shares)).toEqual([]);
  },
);

test.each([
  [['33.33', '33.33', '33.33'], 'SHARES_NOT_100', 'authors', { sum: { decimal: '99.99' } }],
  [['60', '50'], 'SHARES_NOT_100', 'authors', { sum: { decimal: '110' } }],
  [['100', '0'], 'SHARE_OUT_OF_RANGE', 'authors.1.share', {}],
  [['-1', '101'], 'SHARE_OUT_OF_RANGE', 'authors.0.share', {}],
  [['33.333', '66.667'], 'SHARE_TOO_FINE', 'authors.0.share', {}],
])('%p are refused', (shares, code, path, detail) => {
  expect(problemsOfShares(shares)[0]).toMatchObject({ code, path, detail });
});

test.each([
  ['nobody', [], 'AUTHORS_MISSING', 'authors'],
  ['one person twice', [author('a', '50', true), author('a', '50')], 'AUTHOR_TWICE', 'authors.1.personId'],
  ['no lead author', [author('a', '50'), author('b', '50')], 'LEAD_AUTHOR_NOT_ONE', 'authors'],
  ['two lead authors', [author('a', '50', true), author('b', '50', true)], 'LEAD_AUTHOR_NOT_ONE', 'authors'],
  ['twenty-one', Array.from({ length: 21 }, (_, i) => author(String(i), '1', i === 0)), 'AUTHORS_TOO_MANY', 'authors'],
])('%s cannot be the authors', (_, authors, code, path) => {
  expect(problemsOfAuthors(authors)[0]).toMatchObject({ code, path });
});
