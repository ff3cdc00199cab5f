import { globSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { Exports, projectFile } from '#lib/platform';
import { type DemoWorld, demoWorld } from './support/demo-world.js';
import { exported, rowsOf } from './support/exporting.js';

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
}, 300_000);
afterAll(() => world.contest.stop());

type Row = Record<string, any>;
const JUDGED = sql`(select contest_id from round where state = 'OPEN' order by id limit 1)`;
const contestId = sql<{ id: string }>`select ${JUDGED} as id`;
const ROUND = sql<{ id: string }>`select id from round where state = 'OPEN' order by id limit 1`;
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
  jury: { who: 'ORGANISER', of: ['contestId', contestId], ask: 'person { fullName }', first: ({ person }) => person.fullName },
  juryInvitations: { who: 'ORGANISER', of: ['contestId', contestId], ask: 'person { fullName }', first: ({ person }) => person.fullName },
  mails: { who: 'ADMIN', ask: 'recipientName', first: ({ recipientName }) => recipientName },
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
  // Winners are anyone's: who keeps the register has them with what was paid.
  const unoffered = ['winners'];
  const known = world.contest
    .get(Exports)
    .all()
    .flatMap(({ name, isList }) => (isList && !unoffered.includes(name) ? [name] : []));
  expect([...new Set(offered)].sort()).toEqual([...known].sort());
});
