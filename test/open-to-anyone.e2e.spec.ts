import { SYSTEM, localDate } from '#lib/kernel';
import { UnitService } from '#lib/units';
import { PROPOSE_AWARDS, aDeliberated, published } from './support/awards.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aRollout, takeThrough } from './support/rollouts.js';

let contest: RunningContest;
let district: District;
let visitor: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  visitor = contest.client();
});
afterAll(() => contest.stop());

/** A published contest of three, the first and the second with a prize. */
async function aPublished(publicRanking: boolean, number = '1234/QĐ-UBND') {
  const made = await aDeliberated(contest, district, { novelty: ['30', '20', '10'], ruleBook: { publicRanking } });
  const decision = await made.organiser.ask(PROPOSE_AWARDS, { input: { contestId: made.contestId } });
  await published(contest, made.organiser, { leader: await contest.as(district.people.leader), decision, number });
  return made;
}

const RANKING = `query ($id: ID!) { publicRanking(contestId: $id) { totalCount edges { node { place rank rounded initiative { id receiptNumber } owner { nameVi } track trackRank } } } }`;

test('the final ranking is everybody’s once it is published, where the rule book lets it be public, and only then', async () => {
  const before = await aDeliberated(contest, district, { novelty: ['30', '20'], ruleBook: { publicRanking: true } });
  const shut = await aPublished(false);
  const open = await aPublished(true);
  const rankingOf = async ({ contestId }: { contestId: string }) => visitor.ask(RANKING, { id: contestId });

  expect([await rankingOf(before), await rankingOf(shut)]).toEqual(Array(2).fill({ totalCount: 0, edges: [] }));
  const shown = await rankingOf(open);
  expect(shown.totalCount).toBe(3);
  expect(shown.edges.map(({ node }: any) => node)).toEqual(
    ['85', '75', '65'].map((rounded, at) => ({
      ...{ place: at + 1, rank: at + 1, rounded, initiative: { id: open.initiatives[at], receiptNumber: expect.any(String) } },
      ...{ owner: { nameVi: expect.any(String) }, track: null, trackRank: null },
    })),
  );
  await contest
    .em()
    .getConnection()
    .execute(`update initiative set state = 'DISQUALIFIED', end_reason = 'Sao chép.' where id = ?`, [open.initiatives[0]]);
  expect((await rankingOf(open)).edges.map(({ node }: any) => node.rank)).toEqual([2, 3]);
});

const WINNERS = (by: string) =>
  `{ winners(first: 100, ${by}) { totalCount edges { node { initiative { id title } contest { year } tier { ordinal } } } } }`;

test('winners are found by contest, author, receipt number and decision, each alone, and stand in the order that is chosen', async () => {
  const one = await aPublished(false, '77/QĐ-UBND');
  const other = await aPublished(false, '78/QĐ-UBND');
  const rows = await contest
    .em()
    .getConnection()
    .execute<{ code: string }[]>('select * from initiative where id = ?', [one.initiatives[0]]);
  const { code } = rows[0]!;
  const [author] = await contest
    .em()
    .getConnection()
    .execute<{ full_name: string }[]>(`select full_name from person where id = ?`, [district.people.submitter]);
  const found = async (by: string) => (await visitor.ask(WINNERS(by))).edges.map(({ node }: any) => node);
  const ids = async (by: string) => (await found(by)).map(({ initiative }: any) => initiative.id);

  const own = await ids(`contestId: "${one.contestId}"`);
  expect(own.length).toBeGreaterThan(1);
  expect(await ids(`contestId: "${one.contestId}", receiptNumber: " ${code.toLowerCase()} "`)).toEqual([one.initiatives[0]]);
  expect((await ids('decision: "77/qđ-ubnd"')).sort()).toEqual([...own].sort());
  expect(await ids(`contestId: "${one.contestId}", author: "${author!.full_name.toUpperCase()}"`)).toEqual(own);
  expect(await ids('author: "Không Có Ai Tên Thế"')).toEqual([]);
  expect(await ids(`contestId: "${other.contestId}", decision: "77/QĐ-UBND"`)).toEqual([]);
  const titles = (await found('order: TITLE')).map(({ initiative }: any) => initiative.title);
  expect(titles).toEqual([...titles].sort((a: string, b: string) => a.localeCompare(b, 'vi')));
  const prizes = (await found('order: PRIZE')).map(({ tier }: any) => tier.ordinal);
  expect(prizes).toEqual([...prizes].sort((a: number, b: number) => a - b));
  const years = (await found('order: OLDEST')).map(({ contest }: any) => contest.year);
  expect(years).toEqual([...years].sort());
});

test('winners can be narrowed to every unit whose initiatives have won, once the prizes are published, and to no other', async () => {
  const sql = contest.em().getConnection();
  const units = async () => (await visitor.ask('{ winningUnits { id nameVi nameEn validTo } }')) as { id: string; nameVi: string }[];
  const won = await aPublished(false, '79/QĐ-UBND');
  const [before, later] = [await units(), await aDeliberated(contest, district, { novelty: ['30', '20'] })];
  await sql.execute('update initiative set owner_id = ? where id = any(?::uuid[])', [
    district.units.laPhu,
    `{${later.initiatives.join(',')}}`,
  ]);
  expect(await units()).toEqual(before);
  await sql.execute('update initiative set owner_id = ? where id = ?', [district.units.laPhu, won.initiatives[0]]);
  const [laPhu] = (await units()).filter(({ id }) => !before.some((one) => one.id === id));
  expect(laPhu).toEqual({ id: district.units.laPhu, nameVi: expect.stringMatching(/La Phù/), nameEn: expect.any(String), validTo: null });
});

test('a chosen order is kept from page to page', async () => {
  const PAGE = `query ($after: String, $order: WinnerOrder!) { winners(first: 1, after: $after, order: $order) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }`;
  for (const order of ['NEWEST', 'OLDEST', 'PRIZE', 'TITLE', 'UNIT']) {
    const seen: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const page: any = await visitor.ask(PAGE, { after, order });
      seen.push(...page.edges.map(({ node }: any) => node.id));
      total = page.totalCount;
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect([order, seen.length, new Set(seen).size]).toEqual([order, total, total]);
  }
});

const UNITS =
  '{ publicUnits { id kind nameVi validFrom validTo cameFrom { unitId kind effectiveOn } became { unitId kind effectiveOn } } }';
const MATRIX = `query ($reading: UnitReading! = OLD, $asOf: LocalDate, $first: Int! = 50, $after: String) { publicMatrix(reading: $reading, asOf: $asOf, first: $first, after: $after) {
  asOf totalCount pageInfo { hasNextPage endCursor } units { nameVi }
  rows { rollout { id } expected inUse cells { unitId state since confirmed counts { state count } } } } }`;

test('anyone reads which commune is how far, as of a day, in its old units and in what they became, and nothing else of it', async () => {
  const organiser = await contest.as(district.people.organiser);
  const { anKhanh, sonDong, laPhu } = district.units;
  const rollout = await aRollout(contest, district, organiser);
  const officer = await contest.as(district.people.communeOfficer);
  await takeThrough(officer, { rolloutId: rollout.id, unitId: anKhanh }, [['IN_USE', '2024-02-12', 'Đã thí điểm tại xã bạn.']]);
  const units = contest.get(UnitService);
  const order = { kind: 'COMMUNE', code: '09876', abbreviation: null, nameVi: 'Xã An Khánh mới', nameEn: 'New An Khánh' } as const;
  const { id: newId } = await units.createUnit(SYSTEM, { ...order, parentId: district.units.district, validFrom: '2025-07-01' });
  for (const unitId of [anKhanh, sonDong]) {
    await units.closeUnit(SYSTEM, { unitId, version: 1, validTo: '2025-06-30', reason: 'Sắp xếp đơn vị hành chính.' });
    await units.recordLineage(SYSTEM, { fromId: unitId, toId: newId, kind: 'WHOLE', effectiveOn: '2025-07-01' });
  }

  const old = await visitor.ask(MATRIX);
  expect(old).toMatchObject({ asOf: localDate(contest.clock.now()), totalCount: 1, pageInfo: { hasNextPage: false } });
  expect(old.rows[0]).toMatchObject({ rollout: { id: rollout.id }, expected: 3, inUse: 1 });
  expect(Object.fromEntries(old.rows[0].cells.map((cell: any) => [cell.unitId, cell.state]))).toEqual({
    [anKhanh]: 'IN_USE',
    [sonDong]: 'NOT_STARTED',
    [laPhu]: 'NOT_STARTED',
  });
  const then = await visitor.ask(MATRIX, { asOf: '2024-02-01' });
  expect(then.rows[0]).toMatchObject({ inUse: 0 });
  const now = await visitor.ask(MATRIX, { reading: 'NEW' });
  expect(now.rows[0].cells.find(({ unitId }: any) => unitId === newId)).toEqual({
    ...{ unitId: newId, state: null, since: null, confirmed: null },
    counts: [
      { state: 'IN_USE', count: 1 },
      { state: 'NOT_STARTED', count: 1 },
    ],
  });
  expect((await visitor.send(MATRIX.replace('unitId state', 'unitId overdue state'))).errors?.[0]?.extensions.code).toBe(
    'GRAPHQL_VALIDATION_FAILED',
  );

  const all: any[] = await visitor.ask(UNITS);
  const link = { unitId: newId, kind: 'WHOLE', effectiveOn: '2025-07-01' };
  expect(all.find(({ id }) => id === anKhanh)).toMatchObject({ validTo: '2025-06-30', cameFrom: [], became: [link] });
  expect(all.find(({ id }) => id === newId)).toMatchObject({ validTo: null, became: [] });
  expect(
    all
      .find(({ id }) => id === newId)
      .cameFrom.map(({ unitId }: any) => unitId)
      .sort(),
  ).toEqual([anKhanh, sonDong].sort());
  expect(all.filter(({ kind }) => kind === 'DEPARTMENT' || kind === 'DISTRICT')).toEqual([]);
  const many = await organiser.ask(`{ unitLineages(unitIds: ["${anKhanh}", "${sonDong}", "${laPhu}"]) { kind from { id } to { id } } }`);
  expect(many.map(({ from, to }: any) => [from.id, to.id]).sort()).toEqual(
    [
      [anKhanh, newId],
      [sonDong, newId],
    ].sort(),
  );
  expect((await visitor.send('{ unitLineages(unitIds: []) { id } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('the public matrix goes on from page to page', async () => {
  const organiser = await contest.as(district.people.organiser);
  await aRollout(contest, district, organiser, { startedOn: '2024-01-03' });
  const first = await visitor.ask(MATRIX, { first: 1 });
  const second = await visitor.ask(MATRIX, { first: 1, after: first.pageInfo.endCursor });

  expect([first.totalCount, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([2, true, false]);
  expect(new Set([...first.rows, ...second.rows].map((row: any) => row.rollout.id)).size).toBe(2);
});

test('a winner leads to its roll-out, and to none where it is not rolled out', async () => {
  const { contestId, initiatives, organiser } = await aPublished(false, '83/QĐ-UBND');
  const LINKED = `{ winners(contestId: "${contestId}") { edges { node { initiative { id } rollout { id titleVi byDecision } } } } }`;
  const linked = async () => (await visitor.ask(LINKED)).edges.map(({ node }: any) => [node.initiative.id, node.rollout]);
  expect(await linked()).toEqual(initiatives.map((one) => [one, null]));
  const { id } = await aRollout(contest, district, organiser);
  await contest.em().getConnection().execute('update rollout set initiative_id = ? where id = ?', [initiatives[0], id]);
  const named = { id, titleVi: 'Nhân rộng mã QR', byDecision: true };
  expect(await linked()).toEqual(initiatives.map((one, at) => [one, at === 0 ? named : null]));
});
