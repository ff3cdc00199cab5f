import fc from 'fast-check';
import { sql } from 'kysely';
import { kindsAbout } from '#domain/paperwork';
import { type DemoWorld, demoWorld } from './support/demo-world.js';
import { type Client, type Reply } from './support/harness.js';
import { attestedCards } from './support/judging.js';
import { ISSUE_SHEET } from './support/offline-sheets.js';
import { type Operation, variablesOf } from './support/operations.js';

let world: DemoWorld;
let readers: Map<string, Client>;
let ids: Map<string, string[]>;
let cards: Card[];

interface Card {
  readonly id: string;
  readonly judge: string;
  readonly state: string;
  readonly marks: string;
  readonly criteria: string[];
}

const OPEN_ROUND = sql`(select id from round where state = 'OPEN')`;
const JUDGED = sql`(select contest_id from round where state = 'OPEN')`;
const IN_JUDGING = sql`(select id from initiative where contest_id = ${JUDGED})`;

const CARDS = sql<{ id: string }>`select c.id from scorecard c join person p on p.id = c.judge_id
  where c.round_id = ${OPEN_ROUND} order by p.email, c.signed_at desc nulls last, c.id`;

/** What the arguments of queries may be: what judging is about first, so that the first example asks for that. */
const POOLS: Readonly<Record<string, ReturnType<typeof sql<{ id: string }>>>> = {
  contestId: sql`select id from contest order by id = ${JUDGED} desc, year = 2023 desc, id`,
  roundId: sql`select id from round order by id = ${OPEN_ROUND} desc, state = 'CLOSED' desc, id`,
  fileId: sql`select file_id as id from offline_sheet order by id`,
  initiativeId: sql`select id from initiative where contest_id = ${JUDGED} order by id`,
  ownerId: sql`select owner_id as id from stored_file where owner_id in ${IN_JUDGING} order by owner_id`,
  judgeId: sql`select distinct judge_id as id from scorecard where round_id = ${OPEN_ROUND} order by 1`,
  personId: sql`select distinct judge_id as id from scorecard order by 1`,
  unitId: sql`select id from unit order by kind, id limit 40`,
  ownerUnitId: sql`select distinct owner_id as id from initiative where contest_id = ${JUDGED} order by 1`,
  proposalId: sql`select id from assignment_proposal order by round_id = ${OPEN_ROUND} desc, id`,
  correctionId: sql`select id from correction order by id`,
  belowId: sql`select id from unit where kind = 'DISTRICT'`,
  areaId: sql`select id from reform_area order by id`,
  indicatorId: sql`select id from indicator order by id`,
  rolloutId: sql`select id from rollout order by id`,
  periodId: sql`select id from reporting_period order by id`,
  rosterId: sql`select id from roster order by id`,
  'id of adoption': sql`select id from adoption order by id limit 40`,
  'id of assignmentProposal': sql`select id from assignment_proposal order by round_id = ${OPEN_ROUND} desc, id`,
  'id of award': sql`select id from award order by id`,
  'id of certificate': sql`select id from certificate order by id`,
  certificateCode: sql`select code as id from certificate order by id`,
  'id of contest': sql`select id from contest order by id = ${JUDGED} desc, id`,
  'id of counter': sql`select id from counter order by id`,
  counterId: sql`select id from counter order by id`,
  counterCode: sql`select code as id from counter order by id`,
  'id of slipBatch': sql`select id from slip_batch order by id`,
  batchId: sql`select id from slip_batch order by id`,
  'id of correction': sql`select id from correction order by id`,
  'id of figure': sql`select id from figure order by id limit 40`,
  'id of fileDownload': sql`select id from stored_file where owner_id in ${IN_JUDGING} order by id`,
  'id of fileText': sql`select id from stored_file where owner_id in ${IN_JUDGING} order by id`,
  'id of fileView': sql`select id from stored_file where owner_id in ${IN_JUDGING} order by id`,
  'id of initiative': sql`select id from initiative order by contest_id = ${JUDGED} desc, id`,
  'id of initiativeReceipt': sql`select id from initiative where contest_id = ${JUDGED} and submitted_at is not null order by id`,
  'id of initiativeWay': sql`select id from initiative order by contest_id = ${JUDGED} desc, id`,
  'id of initiativeVersion': sql`select id from initiative_version where initiative_id in ${IN_JUDGING} order by id`,
  'id of job': sql`select id from job order by id`,
  'id of paper': sql`select id from paper order by id`,
  paperId: sql`select id from paper order by id`,
  templateId: sql`select id from paper_template order by id`,
  'id of person': sql`select distinct judge_id as id from scorecard where round_id = ${OPEN_ROUND} order by 1`,
  'id of pilot': sql`select id from pilot order by id`,
  'id of indexScheme': sql`select id from index_scheme order by id`,
  'id of indexSheet': sql`select id from index_sheet order by id`,
  yearId: sql`select id from index_year order by id`,
  withId: sql`select id from index_year order by id`,
  'initiativeId of publicCitizensVoice': sql`select initiative_id as id from rollout where service = 'COUNTER_RATINGS'`,
  'initiativeId of publicRecognition': sql`select initiative_id as id from recognition where recognised_on is not null`,
  'id of publicPilot': sql`select id from pilot order by id`,
  letterTemplateId: sql`select id from letter_template order by id`,
  'id of inspection': sql`select id from inspection order by kind = 'SURPRISE' and state = 'ORDERED', id`,
  'id of achievement': sql`select id from achievement order by id`,
  kindId: sql`select id from title_kind order by id`,
  'id of recognition': sql`select id from recognition order by id`,
  'id of licence': sql`select l.id from licence l join unit u on u.id = l.unit_id where u.code = '09877' order by l.id limit 40`,
  'id of procedure': sql`select id from procedure order by id`,
  'id of publicContest': sql`select id from contest where announced_at is not null or recorded order by id`,
  'id of publicDocument': sql`select id from contest_document where file_id is not null order by id`,
  'id of publicInitiative': sql`select w.initiative_id as id from award w join award_decision d on d.id = w.decision_id where d.state = 'PUBLISHED' order by w.id`,
  fromId: sql`select id from initiative_version where initiative_id in ${IN_JUDGING} order by id`,
  toId: sql`select id from initiative_version where initiative_id in ${IN_JUDGING} order by id`,
  'id of report': sql`select id from report order by id limit 40`,
  'id of reportingPeriod': sql`select id from reporting_period order by id`,
  'id of rollout': sql`select id from rollout order by id`,
  'id of roster': sql`select id from roster order by id`,
  'id of round': sql`select id from round order by id = ${OPEN_ROUND} desc, id`,
  'id of scorecard': CARDS,
  'id of similarToCard': CARDS,
  'id of unit': sql`select id from unit order by kind, id limit 40`,
};
const TEXTS: Readonly<Record<string, string[]>> = { search: ['nguyen', 'ho so', '2026'], ownerType: ['initiative'] };

const JUDGE = 'JUDGE';
const OTHER_JUDGE = 'judge2@hoaiduc.demo';

beforeAll(async () => {
  world = await demoWorld();
  const { contest } = world;
  const db = contest.em().getKysely();
  readers = new Map([['nobody', contest.client()]]);
  for (const who of [JUDGE, OTHER_JUDGE, 'SUBMITTER', 'ORGANISER', 'LEADER', 'COMMUNE_OFFICER', 'ADMIN']) {
    readers.set(who, await contest.as(await world.person(who)));
  }
  await anOfflineSheet(readers.get(JUDGE)!);
  await aPublicPack();
  await aPaper();
  await aDrawnOrder();
  await aCorrection();
  await aSurprise();
  await aJob();
  await aReading();
  ids = new Map(Object.entries(TEXTS));
  for (const [name, pool] of Object.entries(POOLS))
    ids.set(
      name,
      (await pool.execute(db)).rows.map(({ id }) => id),
    );
  const { rows } = await sql<Card>`
    select c.id, c.judge_id as judge, c.state, c.marks::text as marks,
      (select jsonb_agg(distinct m->>'criterion') from scorecard s, jsonb_array_elements(s.marks) m where s.round_id = c.round_id) as criteria
    from scorecard c where c.round_id = ${OPEN_ROUND} and c.state <> 'EXCUSED' order by c.id`.execute(db);
  cards = rows;
}, 300_000);
afterAll(() => world.contest.stop());

/** What the worker reads of files after they were kept. */
async function aReading(): Promise<void> {
  await sql`update content_reading set text = 'Nội dung', read_at = now()`.execute(world.contest.em().getKysely());
}

/** An order of presentations for the round that is open: no round of the season is both open and presented. */
async function aDrawnOrder(): Promise<void> {
  const db = world.contest.em().getKysely();
  await sql`insert into presentation_draw (id, round_id, number, seed, drawn_at) select gen_random_uuid(), id, 1, 7, now() from ${OPEN_ROUND} r`.execute(
    db,
  );
  await sql`insert into presentation_slot (id, draw_id, initiative_id, drawn_place, place)
    select gen_random_uuid(), d.id, c.initiative_id, row_number() over (), row_number() over ()
    from presentation_draw d, (select distinct initiative_id from scorecard where round_id = ${OPEN_ROUND}) c`.execute(db);
}

/** A judge's sheet with their drafts, so that there is something to ask about. */
async function anOfflineSheet(judge: Client): Promise<void> {
  const roundId = await world.one(sql`select id from ${OPEN_ROUND} r`);
  await attestedCards(judge, roundId);
  const sheet = await judge.ask(ISSUE_SHEET, { input: { roundId } });
  if (sheet.__typename !== 'OfflineSheet') throw new Error(JSON.stringify(sheet));
}

/** The pack of the past, which anyone may have: the worker that makes it does not run here. */
async function aPublicPack(): Promise<void> {
  const db = world.contest.em().getKysely();
  const past = sql`(select id from contest where year = 2023)`;
  await sql`insert into result_pack (id, contest_id, file_id, format, sha256, size, rounds, final_number, made_at)
    select gen_random_uuid(), v.contest_id, (select id from stored_file where kept_at is not null and removed_at is null order by id limit 1), 1,
      repeat('0', 64), 1, '[{"key": "final", "number": 1}]', v.number, now()
    from contest_result v where v.contest_id = ${past} and v.superseded_at is null`.execute(db);
}

/** A paper of a contest that everybody may download. */
async function aPaper(): Promise<void> {
  await sql`update contest_document set file_id = (select id from stored_file where kept_at is not null and removed_at is null order by id limit 1)
    where id = (select d.id from contest_document d join contest c on c.id = d.contest_id where c.announced_at is not null order by d.id limit 1)`.execute(
    world.contest.em().getKysely(),
  );
}

/** One of the past that waits for a second person. */
async function aCorrection(): Promise<void> {
  await sql`insert into correction (id, round_id, scorecard_id, kind, reason, proposed_by_id, proposed_at, state)
    select gen_random_uuid(), c.round_id, c.id, 'CARD_EXCUSED', 'Cộng nhầm.', c.judge_id, now(), 'READY' from scorecard c join round r on r.id = c.round_id
    join contest ct on ct.id = r.contest_id where ct.year = 2023 and r.state = 'CLOSED' and c.state = 'SIGNED' order by c.id limit 1`.execute(
    world.contest.em().getKysely(),
  );
}

/** A surprise inspection of a commune that one of the readers ordered, and that has not begun. */
async function aSurprise(): Promise<void> {
  const organiser = await world.person('ORGANISER');
  const db = world.contest.em().getKysely();
  await sql`insert into inspection (id, kind, unit_id, decision_number, decided_on, ordered_by_id, ordered_at, state, salt, illustrative)
    select gen_random_uuid(), 'SURPRISE', u.id, '12/QĐ', current_date, ${organiser}::uuid, now(), 'ORDERED', repeat('0', 32), true
    from unit u where u.code = '09877'`.execute(db);
  await sql`insert into inspection_member (id, inspection_id, person_id, leads, place) select gen_random_uuid(), id, ordered_by_id, true, 1 from inspection where decision_number = '12/QĐ'`.execute(
    db,
  );
  await sql`insert into inspection_item (id, inspection_id, place, question) select gen_random_uuid(), id, 1, 'Niêm yết đủ' from inspection where decision_number = '12/QĐ'`.execute(
    db,
  );
}

/** A proposal that an organiser waits for: no worker runs here. */
async function aJob(): Promise<void> {
  const organiser = await world.person('ORGANISER');
  await sql`insert into job (id, kind, requested_by, subject_type, subject_id, input, state, created_at, attempts)
    select gen_random_uuid(), 'scoring.proposeAssignment', ${organiser}::uuid, 'Round', id, '{}', 'QUEUED', now(), 0 from ${OPEN_ROUND} r`.execute(
    world.contest.em().getKysely(),
  );
}

/** Other marks and comments on every sealed card but one judge's, as if the others had thought otherwise. Their own stay as they were. */
async function remark(points: readonly number[], exceptJudge: string): Promise<void> {
  const db = world.contest.em().getKysely();
  for (const [at, { id, judge, state, marks, criteria }] of cards.entries()) {
    const given = points[at % points.length] ?? 0;
    // A draft has marks for some of the criteria, for none or for all; a signed card for all.
    const marked = state === 'SIGNED' ? criteria : criteria.slice(0, given % (criteria.length + 1));
    const other = marked.map((criterion) => ({ criterion, points: String(given / 2), comment: `Nhận xét ${String(given)}` }));
    const written = judge === exceptJudge ? marks : JSON.stringify(other);
    const seal = String(given).padStart(64, '0');
    const total = (given / 2) * criteria.length;
    await sql`update scorecard set marks = ${written}::jsonb where id = ${id}`.execute(db);
    if (judge !== exceptJudge && state === 'SIGNED') {
      await sql`update scorecard set total = ${total}, nonce = ${seal}, hash = ${seal} where id = ${id}`.execute(db);
    }
  }
}

/** Which of the things there are each argument names, by the place in its pool; one left out where it may be. */
interface Choice {
  readonly places: readonly number[];
  readonly optional: boolean;
}

/** What is written of a round's cards. */
const ROUND_PAPERS = kindsAbout('ROUND');

function variablesFor(operation: Operation, { places, optional }: Choice): Record<string, unknown> {
  let asked = 0;
  const named = variablesOf(operation, (name, query) => {
    const pool = ids.get(`${name} of ${query}`) ?? ids.get(name) ?? [];
    const place = places[asked % places.length] ?? 0;
    asked += 1;
    return pool[place % Math.max(1, pool.length)];
  });
  // Asking adds to the log, but not to what was done with cards.
  if (operation.name === 'auditEntries') return { first: 50, subjectType: 'Scorecard' };
  if (operation.name === 'paperPreparation') {
    const rounds = ids.get('roundId') ?? [];
    const [kind, round] = [ROUND_PAPERS[(places.at(-1) ?? 0) % ROUND_PAPERS.length], rounds[(places[0] ?? 0) % rounds.length]];
    return { kind, aboutId: round };
  }
  const required = new Set(operation.args.filter(({ type }) => String(type).endsWith('!')).map(({ name }) => name));
  return Object.fromEntries(Object.entries(named).filter(([name]) => optional || required.has(name)));
}

/** How many entries of the log are one's own: asking adds to them, since the reading of a dossier is logged. */
const OWN_ACTS = /\\n *\\"acts\\": \d+/g;

const answered = new Set<string>();

/** What each query answers to somebody. */
async function answersTo(client: Client, choice: Choice): Promise<Map<string, Reply>> {
  const replies = await Promise.all(
    world.queries.map(async (query): Promise<[string, Reply]> => {
      const reply = JSON.stringify(await client.send(query.document, variablesFor(query, choice)));
      return [query.name, JSON.parse(reply.replace(OWN_ACTS, '')) as Reply];
    }),
  );
  for (const [name, { data, errors }] of replies) {
    if (data?.[name]) answered.add(name);
    const code = String(errors?.[0]?.extensions.code ?? '');
    expect([name, ['INTERNAL', 'BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED'].includes(code) ? errors : code]).toEqual([name, code]);
  }
  return new Map(replies);
}

const judgeOf = (who: string): Promise<string> => world.person(who === OTHER_JUDGE ? OTHER_JUDGE : JUDGE);

const choices = fc.record({ places: fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 4 }), optional: fc.boolean() });
const points = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 8 });

test('the round that is being judged has cards of every kind, of several judges', () => {
  expect(new Set(cards.map(({ state }) => state))).toEqual(new Set(['DRAFT', 'SIGNED']));
  expect(new Set(cards.map(({ judge }) => judge)).size).toBeGreaterThan(5);
  expect([...ids].filter(([, pool]) => pool.length === 0)).toEqual([]);
});

test("no query of the schema answers anybody differently when only others' sealed marks and comments differ", async () => {
  await fc.assert(
    fc.asyncProperty(choices, points, points, async (choice, some, others) => {
      for (const [who, client] of readers) {
        const own = await judgeOf(who);
        await remark(some, own);
        const before = await answersTo(client, choice);
        await remark(others, own);
        const after = await answersTo(client, choice);
        for (const [name, reply] of before) expect([who, name, after.get(name)]).toEqual([who, name, reply]);
      }
    }),
    {
      numRuns: 5,
      endOnFailure: true,
      includeErrorInReport: true,
      examples: [0, 1].map((place) => [{ places: [place], optional: false }, [1, 2, 3], [40, 7, 19, 3]]),
    },
  );
  // In the demo season nobody has a file on its way, a sheet to bring in, a new address, two records or slips that are still good, its jobs are the
  // system's own, of letters nobody has the link, no prize with a certificate is that of one of these people, none writes what is over,
  // no rule says what a title asks for, and a letter is made of names that somebody types.
  const nobodys = new Set([
    'upload',
    'job',
    'import',
    'myCertificateFile',
    'myEmailChange',
    'mergeOutlook',
    'slipSheet',
    'publicLicence',
    'reminderDay',
    'reminderLetters',
    'initiativeRecognition',
    'titleEligibility',
    'letter',
  ]);
  const unanswered = world.queries.filter(({ name }) => !answered.has(name) && !nobodys.has(name)).map(({ name }) => name);
  expect(unanswered).toEqual([]);
}, 600_000);

test('the judge alone sees what stands on a card', async () => {
  const card = cards.find(({ judge, state }) => judge === ids.get('judgeId')?.[0] && state === 'SIGNED');
  const own = await world.contest.as(card?.judge ?? '');
  const query = 'query ($id: ID!) { scorecard(id: $id) { total marks { points comment } problems { code path } } }';
  await remark([3], '');
  const before = await own.ask(query, { id: card?.id });
  await remark([4], '');
  expect(await own.ask(query, { id: card?.id })).not.toEqual(before);
});
