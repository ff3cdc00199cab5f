import { ROLES } from '#lib/kernel';
import { needsSecondPerson, whyNotSecond } from './second-person.js';

const one = (id: string, ...makers: string[]) => ({ id, hand: new Set([id, ...makers]) });

test('roles over the judging, and who confirms them, wait for a second person; those who send in and report do not', () => {
  expect(ROLES.filter(needsSecondPerson)).toEqual(['JUDGE', 'ORGANISER', 'LEADER', 'ADMIN']);
});

test.each([
  ['two people whom nobody made', one('a'), one('b'), null],
  ['the same person', one('a'), one('a'), 'SECOND_PERSON_SAME'],
  ['whom it is about', one('a'), one('x'), 'GRANT_OWN'],
  ['whom the first made', one('a'), one('b', 'a'), 'SECOND_PERSON_TIED'],
  ['who made the first', one('b', 'a'), one('a'), 'SECOND_PERSON_TIED'],
  ['made by whom the first made', one('a'), one('c', 'b', 'a'), 'SECOND_PERSON_TIED'],
  ['made by who made the first', one('b', 'a'), one('c', 'a'), 'SECOND_PERSON_TIED'],
])('%s: second person or not', (_, first, second, code) => {
  expect(whyNotSecond({ first, second, about: 'x' })?.code ?? null).toBe(code);
});
