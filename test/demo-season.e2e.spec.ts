import { sql } from 'kysely';
import { verifyAudit } from '#lib/platform';
import {
  extraAuthors,
  initiatives2023,
  pastWinners,
  people,
  prizePlan2023,
  winnerKeys2023,
} from '../prisma-free-schema/seeds/content/index.js';
import { demoAccounts } from '../prisma-free-schema/seeds/demo-accounts.js';
import { loadDemoSeason } from '../prisma-free-schema/seeds/index.js';
import { type RunningContest, startContest } from './support/harness.js';

const NOW = '2026-11-23T02:00:00Z';
const LOADING_MS = 400_000;
/** Who approves the letters of a commune, and has no account. */
const HEADS_OF_LETTERS = 1;

let contest: RunningContest;
let loaded: boolean;

beforeAll(async () => {
  contest = await startContest(NOW);
  loaded = await loadDemoSeason(contest.app, contest.clock);
}, LOADING_MS);

afterAll(() => contest.stop());

const rows = async <T>(statement: ReturnType<typeof sql<T>>): Promise<T[]> => (await statement.execute(contest.em().getKysely())).rows;
const count = async (from: ReturnType<typeof sql>): Promise<number> =>
  (await rows(sql<{ n: number }>`select count(*)::int as n from ${from}`))[0]!.n;

test('it is loaded into an empty database, and the clock stands again where it stood', () => {
  expect(loaded).toBe(true);
  expect(contest.clock.now()).toEqual(new Date(NOW));
});

test('35 initiatives of 2023 took part, of all twelve departments and all twenty communes', async () => {
  const of2023 = sql`initiative i join contest c on c.id = i.contest_id and c.year = 2023 join unit u on u.id = i.owner_id`;

  expect(await count(sql`${of2023} where i.state = 'ELIGIBLE' and i.receipt_number is not null`)).toBe(35);
  expect(
    await rows(sql`select (u.kind = 'DEPARTMENT') as department, count(distinct u.id)::int as units from ${of2023} group by 1 order by 1`),
  ).toEqual([
    { department: false, units: 20 },
    { department: true, units: 12 },
  ]);
});

test('the roster of every contest of the district has its twenty communes', async () => {
  const found = await rows(sql<{ n: number }>`
    select count(u.id)::int as n from contest c join roster_unit ru on ru.roster_id = c.roster_id
    join unit u on u.id = ru.unit_id and u.kind in ('COMMUNE', 'TOWNSHIP') group by c.id`);

  expect(found).toEqual(Array(6).fill({ n: 20 }));
});

test('three years have sixteen winners, and those of 2023 are in the order of their worth', async () => {
  const winners = await rows(sql<{ year: number; tier: string; title: string }>`
    select c.year, t.key as tier, i.title from award a join award_decision d on d.id = a.decision_id and d.state = 'PUBLISHED'
    join contest c on c.id = d.contest_id join prize_tier t on t.id = a.tier_id join initiative i on i.id = a.initiative_id
    order by c.year, t."order", a.rank, i.receipt_number`);
  const tiers = prizePlan2023.flatMap(({ key, quantity }) => Array<string>(quantity).fill(key));
  const titles = winnerKeys2023.map((key) => initiatives2023.find((one) => one.key === key)!.title);

  expect(winners).toEqual([
    ...pastWinners.map(({ year, prize, title }) => ({ year, tier: prize, title })),
    ...titles.map((title, at) => ({ year: 2023, tier: tiers[at], title })),
  ]);
  expect(winners).toHaveLength(16);
});

test('both rounds of 2023 are closed with all cards signed, and there is a final standing for each initiative', async () => {
  const cards = await rows(sql`
    select r.key, r.state, count(*)::int as cards, (count(*) filter (where s.state = 'SIGNED'))::int as signed
    from scorecard s join round r on r.id = s.round_id join contest c on c.id = r.contest_id and c.year = 2023 group by r.key, r.state, r.ordinal order by r.ordinal`);

  expect(cards).toEqual([
    { key: 'dossier', state: 'CLOSED', cards: 105, signed: 105 },
    { key: 'presentation', state: 'CLOSED', cards: 84, signed: 84 },
  ]);
  expect(
    await count(
      sql`final_standing f join contest_result v on v.id = f.result_id and v.superseded_at is null join contest c on c.id = v.contest_id and c.year = 2023`,
    ),
  ).toBe(35);
});

test('three roll-outs reach twenty communes each, and the two sources for 21,325 stand side by side', async () => {
  expect(await rows(sql`select count(*)::int as communes from adoption group by rollout_id`)).toEqual(Array(3).fill({ communes: 20 }));
  expect(await rows(sql`select starts_on::text, ends_on::text, source, verified from figure where value = 21325 order by ends_on`)).toEqual(
    [
      { starts_on: '2023-11-01', ends_on: '2023-11-30', source: 'Báo Kinh tế & Đô thị', verified: false },
      { starts_on: '2023-11-01', ends_on: '2024-11-30', source: 'Báo Lao động Thủ đô', verified: false },
    ],
  );
});

test('what is invented says so: contests, roll-outs, papers and all figures but those of the press', async () => {
  expect(await count(sql`contest where not illustrative`)).toBe(0);
  expect(await count(sql`rollout where not illustrative`)).toBe(0);
  expect(await count(sql`contest_document where not illustrative`)).toBe(0);
  expect(await rows(sql`select distinct source from figure where not illustrative order by 1`)).toEqual([
    { source: 'Báo Kinh tế & Đô thị' },
    { source: 'Báo Lao động Thủ đô' },
  ]);
});

test('on the day of loading one contest takes initiatives, in another the first round is judged, of a third the prizes wait for the leader', async () => {
  const now = await rows(sql`
    select c.phase, (select json_object_agg(state, n) from (select i.state, count(*)::int as n from initiative i where i.contest_id = c.id group by 1) s) as initiatives
    from contest c where c.year = 2026 order by c.phase`);
  const cards = await rows(
    sql<{ state: string }>`select distinct s.state from scorecard s join round r on r.id = s.round_id and r.state = 'OPEN' order by 1`,
  );

  expect(now).toEqual([
    { phase: 'DELIBERATION', initiatives: { ELIGIBLE: 5 } },
    { phase: 'JUDGING', initiatives: { ELIGIBLE: 14 } },
    { phase: 'OPEN', initiatives: { DRAFT: 4, SUBMITTED: 5, RETURNED: 1 } },
  ]);
  expect(cards).toEqual([{ state: 'DRAFT' }, { state: 'EXCUSED' }, { state: 'SIGNED' }]);
});

test('there is an account for each role, and its published password opens it', async () => {
  const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;
  for (const { email, password } of demoAccounts) {
    const reply = await contest.client().send(SIGN_IN, { input: { email, password } });
    expect([email, reply.data?.signIn?.__typename ?? reply.errors]).toEqual([email, 'Session']);
  }
});

test('whoever signs in has something to do', async () => {
  const as = async (role: string) => {
    const email = demoAccounts.find((one) => one.role === role)!.email;
    const [person] = await rows(sql<{ id: string }>`select id from person where email = ${email}`);
    return contest.as(person!.id);
  };
  const idOf = async (phase: string) => (await rows(sql<{ id: string }>`select id from contest where phase = ${phase}`))[0]!.id;
  const organiser = await as('ORGANISER');
  const judge = await (await as('JUDGE')).ask('{ myAssignments(first: 50) { edges { node { state canAttest canMark } } } }');
  const reports = await (await as('COMMUNE_OFFICER')).ask('{ myReports { edges { node { state canReport } } } }');
  const own = await (await as('SUBMITTER')).ask('{ myInitiatives(states: [RETURNED]) { edges { node { title returnDueAt } } } }');
  const decision = await (
    await as('LEADER')
  ).ask('query ($id: ID!) { awardDecision(contestId: $id) { state canApprove } }', { id: await idOf('DELIBERATION') });

  expect(await organiser.ask('{ reports(state: SUBMITTED) { totalCount } }')).toEqual({ totalCount: 4 });
  expect(
    await organiser.ask('query ($id: ID!) { initiatives(contestId: $id, states: [SUBMITTED]) { totalCount } }', { id: await idOf('OPEN') }),
  ).toEqual({ totalCount: 5 });
  expect(
    await organiser.ask('query ($id: ID!) { rounds(contestId: $id) { state progress { due signed } } }', { id: await idOf('JUDGING') }),
  ).toMatchObject([{ state: 'OPEN', progress: { due: 42, signed: 18 } }, { state: 'PLANNED' }]);
  expect(judge.edges.filter(({ node }: any) => node.state === 'DRAFT' && node.canAttest)).not.toEqual([]);
  expect(judge.edges.filter(({ node }: any) => node.state === 'DRAFT' && node.canMark)).not.toEqual([]);
  expect(reports.edges).toContainEqual({ node: { state: null, canReport: true } });
  expect(own.edges).toHaveLength(1);
  expect(decision).toEqual({ state: 'SUBMITTED', canApprove: true });
  expect(await (await as('ADMIN')).ask('{ people { totalCount } }')).toEqual({
    totalCount: people.length + extraAuthors.length + HEADS_OF_LETTERS,
  });
});

test('the matrix of the three roll-outs is read on the twenty and on what they became, with the totals kept', async () => {
  const MATRIX =
    'query ($reading: UnitReading!) { rolloutMatrix(reading: $reading) { units { statisticsCode } rows { expected exempt inUse } } }';
  const [secretary] = await rows(sql<{ id: string }>`select id from person where email = 'secretary@hoaiduc.demo'`);
  const client = await contest.as(secretary!.id);
  const old = await client.ask(MATRIX, { reading: 'OLD' });
  const now = await client.ask(MATRIX, { reading: 'NEW' });

  expect(old.units).toHaveLength(20);
  expect(now.units.length).toBeLessThan(20);
  expect(old.rows.map(({ expected, exempt }: any) => Number(expected) + Number(exempt))).toEqual([20, 20, 20]);
  expect(now.rows).toEqual(old.rows);
});

test('the office reads of the communes of today what citizens report, and of what is signalled', async () => {
  const [secretary] = await rows(sql<{ id: string }>`select id from person where email = 'secretary@hoaiduc.demo'`);
  const client = await contest.as(secretary!.id);
  const { edges } = await client.ask('{ reportedCases { edges { node { kind finding unit { nameVi } } } } }');
  const cases = edges.map(({ node: { kind, finding, unit } }: any) => [unit.nameVi, kind, finding]);

  expect(cases).toEqual(
    expect.arrayContaining([
      ['Xã An Khánh', 'ATTITUDE', null],
      ['Xã An Khánh', 'EXTRA_COST', null],
      ['Xã An Khánh', 'ATTITUDE', 'FOUND'],
    ]),
  );
  expect((await client.ask('{ signals { totalCount } }')).totalCount).toBeGreaterThan(0);
});

test('nothing of the past waits to be told or mailed, and nothing was told before its day', async () => {
  expect(await count(sql`outbox_event where done_at is null and available_at <= ${NOW}`)).toBe(0);
  expect(await count(sql`mail where sent_at is null`)).toBe(0);
  expect(await count(sql`notice where created_at > ${NOW}`)).toBe(0);
  expect(await count(sql`notice where created_at < '2024-01-01'`)).toBeGreaterThan(0);
});

test('the audit chain of it holds', async () => {
  const verdict = await verifyAudit(contest.em().getKysely() as never, null);

  expect(verdict.fault).toBeNull();
  expect(verdict.entries).toBeGreaterThan(2000);
});

test('loaded again, it changes nothing', async () => {
  const before = await count(sql`audit_entry`);

  expect(await loadDemoSeason(contest.app, contest.clock)).toBe(false);
  expect(await count(sql`audit_entry`)).toBe(before);
});
