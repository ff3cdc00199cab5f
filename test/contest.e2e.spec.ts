import { Contest, RuleBook } from '#domain/contest';
import { RuleBookService } from '#lib/contest';
import { SYSTEM } from '#lib/kernel';
import { aContest } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

test('twenty who open the first round at once freeze one rule book under one hash', async () => {
  const { id } = await aContest(contest, district);
  const books = await Promise.all(Array.from({ length: 20 }, () => contest.get(RuleBookService).freeze(SYSTEM, id)));
  expect(new Set(books.map(({ hash }) => hash)).size).toBe(1);
  expect(await contest.em().count(RuleBook, { contest: id })).toBe(1);
  expect((await contest.em().findOneOrFail(Contest, { id })).phase).toBe('OPEN');
});
