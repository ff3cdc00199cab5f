import { aDistrict, type District } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});

afterAll(() => contest.stop());

test('the application answers', async () => {
  const client = await contest.as(district.people.admin);

  expect(await client.send('{ __typename }')).toEqual({ data: { __typename: 'Query' } });
});
