import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { sql } from 'kysely';
import { aCriterion, aRound } from './support/contests.js';
import { aDistrict } from './support/factories.js';
import { type Client, type Reply, type RunningContest, startContest } from './support/harness.js';
import { CLOSE_ROUND, EXCUSE, type Judging, SAVE, SIGN, aJudging, attestedCards, openRound } from './support/judging.js';

/** Values that stand nowhere else: marks, the sums they make, a comment, and marks that are refused. */
const DRAFTED = ['17.3391', '11.8467'];
const SIGNED = ['13.5713', '19.7261', '8.4159'];
const TOTAL = '41.7133';
const REFUSED = ['31.6673', '12.99887', '23.1117'];
const COMMENT = 'Lời bình niêm phong zq7';
const SEALED = [...DRAFTED, ...SIGNED, TOTAL, ...REFUSED, COMMENT];

const KEYS = ['novelty', 'applicability', 'effect'];
const marks = (points: readonly string[]) => points.map((given, at) => ({ criterion: KEYS[at], points: given, comment: COMMENT }));

let contest: RunningContest;
let judging: Judging;
/** What was answered to acts that were refused, and to those who are not the card's judge. */
const told: Reply[] = [];
let nonces: string[];

beforeAll(async () => {
  contest = await startContest();
  const district = await aDistrict(contest);
  const rubric = KEYS.map((key) => aCriterion(key, '30', { step: '0.0001' }));
  judging = await aJudging(contest, district, { ruleBook: { rounds: [aRound('dossier', { rubric })], tieBreak: [] } });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const clients = await Promise.all(judging.judges.map((personId) => contest.as(personId)));
  const [judge, other] = clients as [Client, Client];
  const [first, second] = await attestedCards(judge, roundId);
  await judge.ask(SAVE, { input: { scorecardId: second!.id, version: second!.version, marks: marks(DRAFTED) } });
  await judge.ask(SAVE, { input: { scorecardId: first!.id, version: first!.version, marks: marks(DRAFTED) } });
  const version = first!.version + 1;
  const refused = async (client: Client, mutation: string, input: object) => told.push(await client.send(mutation, { input }));
  const card = { scorecardId: first!.id, version };

  await refused(judge, SIGN, { ...card, marks: marks([...SIGNED.slice(0, 2), REFUSED[0]!]) });
  await refused(judge, SAVE, { ...card, marks: marks([REFUSED[1]!]) });
  await refused(judge, SAVE, { ...card, marks: [{ criterion: 'style', points: REFUSED[2] }] });
  await refused(judge, SIGN, { ...card, marks: marks(SIGNED.slice(0, 2)) });
  await refused(judge, SIGN, { ...card, version: first!.version, marks: marks(SIGNED) });
  const key = { clientMutationId: 'signed-under-seal' };
  const signed = await judge.ask(SIGN, { input: { ...card, ...key, marks: marks(SIGNED) } });
  expect(signed).toMatchObject({ total: TOTAL });
  await refused(judge, SIGN, { ...card, version: version + 1, marks: marks(SIGNED) });
  await refused(judge, SIGN, { ...card, ...key, marks: marks(DRAFTED) });
  await refused(other, SIGN, { ...card, marks: marks(SIGNED) });
  await refused(judging.organiser, CLOSE_ROUND, { roundId });
  await refused(judging.organiser, EXCUSE, { scorecardId: first!.id, reason: 'Nhầm phiếu' });
  expect(told.map(({ errors, data }) => errors?.[0]?.extensions.code ?? Object.values(data ?? {})[0].code)).not.toContain(undefined);

  await contest.tick();
  const { rows } = await sql<{ nonce: string }>`select nonce from scorecard where nonce is not null`.execute(contest.em().getKysely());
  nonces = rows.map(({ nonce }) => nonce);
}, 120_000);
afterAll(() => contest.stop());

/** Every row of the database that has one of these texts in it, as table and column. */
async function placesOf(texts: readonly string[]): Promise<string[]> {
  const db = contest.em().getKysely();
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and data_type in ('text', 'jsonb', 'json', 'numeric', 'tsvector', 'ARRAY', 'character varying') order by 1, 2`.execute(
    db,
  );
  const found: string[] = [];
  for (const { table, column } of columns) {
    const { rows } =
      await sql`select 1 from ${sql.table(table)} t where exists (select 1 from unnest(${texts}::text[]) x where position(x in t.${sql.ref(column)}::text) > 0) limit 1`.execute(
        db,
      );
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  return found;
}

test('marks, comments and totals under seal stand on the card, and in no other column of the database', async () => {
  expect(await placesOf(SEALED)).toEqual(['scorecard.marks', 'scorecard.total']);
  expect(nonces).toHaveLength(1);
  expect(await placesOf(nonces)).toEqual(['scorecard.nonce']);
});

test('the log, the outbox and the notices tell of the judging all the same', async () => {
  const counts = await sql<{ n: number }>`select count(*)::int as n from audit_entry where operation = 'signScorecard'
    union all select count(*)::int from audit_entry where operation = 'saveScorecard'
    union all select count(*)::int from outbox_event where type = 'scorecard.signed'
    union all select count(*)::int from notice`.execute(contest.em().getKysely());
  expect(counts.rows.map(({ n }) => n > 0)).toEqual([true, true, true, true]);
});

test('no mail and no refusal says what was given', async () => {
  const folder = join(contest.config.dataDir, 'mail');
  const mails = await Promise.all((await readdir(folder)).map(async (file) => simpleParser(await readFile(join(folder, file)))));
  expect(mails.length).toBeGreaterThan(0);
  const said = [...mails.map(({ subject, text, html }) => [subject, text, html]), ...told].map((one) => JSON.stringify(one)).join('\n');
  expect(SEALED.filter((value) => said.includes(value))).toEqual([]);
});
