import { sql } from 'kysely';
import { PASSWORD, aDistrict } from './support/factories.js';
import { aContest } from './support/contests.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { soleAuthor, texts } from './support/initiatives.js';
import { CookieJar, codeOf } from './support/browser.js';
import { SIGN, aJudging, attestedCards, marksOf, openRound } from './support/judging.js';
import { someone } from './support/sign-in.js';

const DRAFT =
  'mutation ($input: DraftInitiativeInput!) { draftInitiative(input: $input) { __typename ... on Initiative { id } ... on Refusal { code } } }';

let contest: RunningContest;
/** The same installation after its APP_SECRET was lost and another took its place. */
let after: RunningContest;

beforeAll(async () => {
  contest = await startContest();
  const { databaseUrl, dataDir } = contest.config;
  after = await startContest('2026-03-02T02:00:00Z', {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    APP_SECRET: 'another-secret-another-secret-another',
  });
});
afterAll(async () => {
  await after.app.close();
  await contest.stop();
});

test('a mutation that is sent again after the secret was lost answers as it did, and is done once', async () => {
  const district = await aDistrict(contest);
  const year = await aContest(contest, district);
  const authors = soleAuthor(district.people.submitter);
  const input = {
    ...texts,
    contestId: year.id,
    areaId: year.areaId,
    ownerUnitId: district.units.finance,
    authors,
    clientMutationId: 'sent-twice',
  };

  const first = await (await contest.as(district.people.submitter)).ask(DRAFT, { input });
  const again = await (await after.as(district.people.submitter)).ask(DRAFT, { input });

  expect(first).toEqual({ __typename: 'Initiative', id: expect.any(String) });
  expect(again).toEqual(first);
  const { rows } = await sql`select id from initiative where contest_id = ${year.id}`.execute(contest.em().getKysely());
  expect(rows).toEqual([{ id: first.id }]);
});

test('a judge keeps the pseudonym of their first signature in a contest when the secret is lost between two', async () => {
  const district = await aDistrict(contest);
  const judging = await aJudging(contest, district, { initiatives: 2 });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const [judge = ''] = judging.judges;
  after.clock.set(contest.clock.now());
  const [first, second] = await attestedCards(await contest.as(judge), roundId);
  const sign = async (client: Client, card: { id: string; version: number }) =>
    client.ask(SIGN, { input: { scorecardId: card.id, version: card.version, marks: marksOf('25', '20.5', '30') } });

  await sign(await contest.as(judge), first!);
  await sign(await after.as(judge), second!);

  const { rows } = await sql<{ n: number; names: number }>`
    select count(pseudonym)::int as n, count(distinct pseudonym)::int as names from scorecard where judge_id = ${judge}`.execute(
    contest.em().getKysely(),
  );
  expect(rows).toEqual([{ n: 2, names: 1 }]);
});

test('a second factor that can no longer be read says so; a recovery code lets in, and sets up another', async () => {
  const { email } = await someone(contest, await aDistrict(contest));
  const before = new CookieJar(contest);
  await before.signIn(email);
  const { secret, recoveryCodes } = await before.enrol();
  contest.clock.advance(30_000);
  after.clock.set(contest.clock.now());
  const browser = new CookieJar(after);

  expect(await browser.signIn(email)).toBe('CodeOwed');
  expect(await browser.giveCode(codeOf(after, secret))).toBe('FACTOR_UNREADABLE');
  expect(await browser.giveCode(recoveryCodes[0] ?? '')).toBe('Session');
  const renewed = await browser.enrol(PASSWORD, recoveryCodes[1]);
  after.clock.advance(30_000);
  const again = new CookieJar(after);
  await again.signIn(email);
  expect(await again.giveCode(codeOf(after, renewed.secret))).toBe('Session');
});
