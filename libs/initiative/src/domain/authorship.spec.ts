import { problemsOfAuthorships, whyNotAnswer } from './authorship.js';

const authors = ['a', 'b', 'c'].map((personId) => ({ personId, share: '33', lead: personId === 'a' }));

test('where the terms ask for it, each author who declined and each who has not answered is named', () => {
  const found = problemsOfAuthorships(authors, new Map([['a', 'CONFIRMED'] as const, ['b', 'DECLINED'] as const]));

  expect(found.map(({ code, path }) => [code, path])).toEqual([
    ['AUTHORSHIP_DECLINED', 'authors.1.personId'],
    ['AUTHORSHIP_NOT_CONFIRMED', 'authors.2.personId'],
  ]);
});

test.each([
  ['DRAFT', 'OPEN', undefined],
  ['ELIGIBLE', 'PUBLISHED', undefined],
  ['ELIGIBLE', 'ARCHIVED', 'AUTHORSHIP_OVER'],
  ['DRAFT', 'CANCELLED', 'AUTHORSHIP_OVER'],
  ['WITHDRAWN', 'OPEN', 'INITIATIVE_TRANSITION'],
  ['REJECTED', 'JUDGING', 'INITIATIVE_TRANSITION'],
] as const)('an author of one that is %s in a contest that is %s: %s', (state, phase, code) => {
  expect(whyNotAnswer({ state, phase })?.code).toBe(code);
});
