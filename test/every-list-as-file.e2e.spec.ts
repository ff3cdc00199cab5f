import { globSync, readFileSync } from 'node:fs';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType } from 'graphql';
import { sql } from 'kysely';
import { Exports, projectFile } from '#lib/platform';
import { type DemoWorld, demoWorld } from './support/demo-world.js';
import { askForList, exported, fetchFile, rowsOf } from './support/exporting.js';
import { NOT_A_FILE } from './support/not-a-file.js';

let world: DemoWorld;

beforeAll(async () => {
  world = await demoWorld();
  const db = world.contest.em().getKysely();
  await sql`insert into jury_invitation (id, contest_id, person_id, chair, state, conflicts_found, reason, invited_at, answered_at)
    select gen_random_uuid(), ${JUDGED}, p.id, false, 'DECLINED', 0, '=HYPERLINK("x")', now(), now()
    from person p join role_grant g on g.person_id = p.id and g.role = 'JUDGE' limit 3`.execute(db);
  await sql`update outbox_event set done_at = null, failed_at = now(), last_error = '+1' where id in (select id from outbox_event limit 3)`.execute(
    db,
  );
  await sql`insert into person_double (first_id, second_id, same_name, same_mailbox, version)
    select min(p.id::text)::uuid, max(p.id::text)::uuid, true, false, 1 from person p join role_grant g on g.person_id = p.id and g.role = 'SUBMITTER'`.execute(
    db,
  );
}, 300_000);
afterAll(() => world.contest.stop());

type Row = Record<string, any>;
const JUDGED = sql`(select contest_id from round where state = 'OPEN' order by id limit 1)`;
const contestId = sql<{ id: string }>`select ${JUDGED} as id`;
const ROUND = sql<{ id: string }>`select id from round where state = 'OPEN' order by id limit 1`;
const CLOSED = sql<{ id: string }>`select id from round where state = 'CLOSED' order by id limit 1`;
const CERTIFIED = sql<{ id: string }>`select contest_id as id from certificate group by contest_id order by count(*) desc limit 1`;
const ROLLOUT = sql<{ id: string }>`select id from rollout order by id limit 1`;
const INDICATOR = sql<{
  id: string;
}>`select indicator_id as id from figure group by indicator_id order by count(*) desc, indicator_id limit 1`;

interface Listed {
  readonly who: 'ORGANISER' | 'ADMIN';
  readonly of?: readonly [argument: string, id: ReturnType<typeof sql<{ id: string }>>];
  readonly ask: string;
  /** What the first column has. */
  readonly first: (row: Row) => unknown;
}

/** Lists of which each has a small table of its own, with what the page asks for and what stands first in its file. */
const LISTS: Readonly<Record<string, Listed>> = {
  adoptions: { who: 'ORGANISER', of: ['rolloutId', ROLLOUT], ask: 'unit { nameVi }', first: ({ unit }) => unit.nameVi },
  certificates: {
    who: 'ORGANISER',
    of: ['contestId', CERTIFIED],
    ask: 'certificateCode',
    first: ({ certificateCode }) => certificateCode,
  },
  correctiveActions: { who: 'ORGANISER', ask: 'remedy', first: ({ remedy }) => remedy },
  assignments: {
    who: 'ORGANISER',
    of: ['roundId', ROUND],
    ask: 'initiative { receiptNumber }',
    first: ({ initiative }) => initiative.receiptNumber,
  },
  awardRegister: { who: 'ORGANISER', ask: 'contest { year }', first: ({ contest }) => contest.year },
  conflicts: { who: 'ORGANISER', of: ['contestId', contestId], ask: 'person { fullName }', first: ({ person }) => person.fullName },
  contests: { who: 'ORGANISER', ask: 'year', first: ({ year }) => year },
  counters: { who: 'ORGANISER', ask: 'name', first: ({ name }) => name },
  figures: { who: 'ORGANISER', of: ['indicatorId', INDICATOR], ask: 'unit { nameVi }', first: ({ unit }) => unit.nameVi },
  grants: { who: 'ADMIN', ask: 'person { fullName }', first: ({ person }) => person.fullName },
  judgeStatistics: { who: 'ORGANISER', of: ['roundId', CLOSED], ask: 'judge { fullName }', first: ({ judge }) => judge.fullName },
  jury: { who: 'ORGANISER', of: ['contestId', contestId], ask: 'person { fullName }', first: ({ person }) => person.fullName },
  juryInvitations: { who: 'ORGANISER', of: ['contestId', contestId], ask: 'person { fullName }', first: ({ person }) => person.fullName },
  mails: { who: 'ADMIN', ask: 'recipientName', first: ({ recipientName }) => recipientName },
  personDoubles: { who: 'ADMIN', ask: 'first { fullName }', first: ({ first }) => first.fullName },
  publicRollouts: { who: 'ORGANISER', ask: 'titleVi', first: ({ titleVi }) => titleVi },
  reportingPeriods: { who: 'ORGANISER', ask: 'nameVi', first: ({ nameVi }) => nameVi },
  stability: { who: 'ORGANISER', of: ['roundId', CLOSED], ask: 'rank', first: ({ rank }) => rank },
  rollouts: { who: 'ORGANISER', ask: 'titleVi', first: ({ titleVi }) => titleVi },
  undelivered: { who: 'ADMIN', ask: 'kind', first: () => 'Sự kiện' },
  units: { who: 'ADMIN', ask: 'nameVi', first: ({ nameVi }) => nameVi },
  unitsWithoutSubmission: { who: 'ORGANISER', of: ['contestId', contestId], ask: 'unit { nameVi }', first: ({ unit }) => unit.nameVi },
};

test.each(Object.entries(LISTS))(
  '%s as a file has the rows that its page shows, in the same order',
  async (list, { who, of, ask, first }) => {
    const client = await world.contest.as(await world.person(who));
    const filter = of ? { [of[0]]: await world.one(of[1]) } : {};
    const given = Object.entries(filter).map(([name, id]) => `, ${name}: "${id}"`);
    const page = await client.ask(`{ ${list}(first: 100${given.join('')}) { edges { node { ${ask} } } pageInfo { hasNextPage } } }`);
    const shown = page.edges.map(({ node }: { node: Row }) => first(node));
    const { content } = await exported(world.contest, client, { list, filter });
    const [, ...rows] = await rowsOf(content);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.slice(0, 100).map(([cell]) => cell)).toEqual(shown);
    expect(rows.length > 100).toBe(page.pageInfo.hasNextPage);
  },
);

test('numbers are numbers, days are days, and what was typed is text and no formula', async () => {
  const organiser = await world.contest.as(await world.person('ORGANISER'));
  const rowOf = async (list: string, filter: object) => {
    const [heads = [], row = []] = await rowsOf((await exported(world.contest, organiser, { list, filter })).content);
    return Object.fromEntries(heads.map((head, at) => [head, row[at]]));
  };
  expect(await rowOf('rollouts', {})).toMatchObject({
    Năm: expect.any(Number),
    'Bắt đầu': expect.any(Date),
    'Số xã đang sử dụng': expect.any(Number),
  });
  expect(await rowOf('awardRegister', { order: 'OLDEST' })).toMatchObject({
    'Tiền thưởng (đồng)': expect.any(Number),
    'Ngày quyết định': expect.any(Date),
  });
  expect(await rowOf('juryInvitations', { contestId: await world.one(contestId) })).toMatchObject({
    'Lý do từ chối': '=HYPERLINK("x")',
    'Mời lúc': expect.any(Date),
  });
});

test('every list that a page offers as a file is registered, and every list that is registered is offered by a page', () => {
  const pages = globSync('apps/web/src/**/*.tsx', { cwd: projectFile('.') }).map((file) => readFileSync(projectFile(file), 'utf8'));
  const offered = pages.flatMap((text) =>
    [...text.matchAll(/(?:<ExportButton\s+list="|file=\{(?:may\(me, '[\w:]+'\) \? )?\{ list: ')(\w+)/g)].map(([, list]) => list),
  );
  // What is anyone's is read where nobody is signed in: whose work it is has the register, and what is rolled out, with more in them.
  const unoffered = ['publicRollouts', 'winners'];
  const known = world.contest
    .get(Exports)
    .all()
    .flatMap(({ name, isList }) => (isList && !unoffered.includes(name) ? [name] : []));
  expect([...new Set(offered)].sort()).toEqual([...known].sort());
});

test('every list of the schema can be had as a file, or there is a reason why not', () => {
  const { schema } = world.contest.get(GraphQLSchemaHost);
  const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ name, type }) =>
    getNamedType(type).name.endsWith('Connection') ? [name] : [],
  );
  const files = world.contest
    .get(Exports)
    .all()
    .map(({ name }) => name);
  expect(lists.filter((list) => !files.includes(list)).sort()).toEqual(Object.keys(NOT_A_FILE).sort());
});

test('how firm places are is in a file though nobody has looked at it before, and is reckoned for it as for the page', async () => {
  const organiser = await world.contest.as(await world.person('ORGANISER'));
  const roundId = await world.one(CLOSED);
  await sql`update round_result set stability_of = null where round_id = ${roundId}`.execute(world.contest.em().getKysely());
  const { content } = await exported(world.contest, organiser, {
    list: 'stability',
    filter: { roundId },
    columns: ['receiptNumber', 'best', 'worst'],
  });
  const { edges } = await organiser.ask(
    `{ stability(first: 100, roundId: "${roundId}") { edges { node { initiative { receiptNumber } best worst } } } }`,
  );
  const shown = edges.map(({ node }: { node: Row }) => [node['initiative'].receiptNumber, node['best'], node['worst']]);
  expect((await rowsOf(content)).slice(1)).toEqual(shown);
});

test('what is looked at beside a result is a file of a closed round alone, and of none for who is shut out since', async () => {
  const organiser = await world.contest.as(await world.person('ORGANISER'));
  const filter = { roundId: await world.one(CLOSED) };
  const lists = ['judgeStatistics', 'stability'];
  const made: string[] = [];
  for (const list of lists) made.push((await exported(world.contest, organiser, { list, filter })).job.export.fileId);
  const open = { roundId: await world.one(ROUND) };
  expect(await Promise.all(lists.map(async (list) => (await askForList(organiser, { list, filter: open })).code))).toEqual([
    'ROUND_NOT_CLOSED',
    'ROUND_NOT_CLOSED',
  ]);

  const db = world.contest.em().getKysely();
  const contestOf = sql`(select contest_id from round where id = ${filter.roundId})`;
  await sql`update contest set phase = 'JUDGING' where id = ${contestOf}`.execute(db);
  await sql`update initiative_author set person_id = ${await world.person('ORGANISER')} where id = (select a.id from initiative_author a
    join initiative i on i.id = a.initiative_id where i.contest_id = ${contestOf} and i.state = 'ELIGIBLE' order by a.id limit 1)`.execute(
    db,
  );
  expect(await Promise.all(made.map((fileId) => fetchFile(world.contest, organiser, fileId)))).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  expect(await Promise.all(lists.map(async (list) => (await askForList(organiser, { list, filter })).code))).toEqual([
    'NOT_FOUND',
    'NOT_FOUND',
  ]);
});
