import { Unit, UnitLineage, nameKey } from '#domain/units';
import { SYSTEM } from '#lib/kernel';
import { UnitService, UnitsImportService } from '#lib/units';
import { type District, aDistrict, aUnit } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { mutation } from './support/sign-in.js';

const REFUSAL = '... on Refusal { problems { code path message } }';
const of = (name: string, fields: string, on: string) =>
  mutation(name, `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, `... on ${on} { ${fields} } ${REFUSAL}`);
const CREATE = of('createUnit', 'id statisticsCode nameVi version validTo', 'Unit');
const EDIT = of('editUnit', 'id statisticsCode nameVi version', 'Unit');
const CLOSE = of('closeUnit', 'id validTo', 'Unit');
const RECORD = of('recordLineage', 'id kind', 'UnitLineage');
const REMOVE = of('removeLineage', 'id nameVi', 'Unit');

let contest: RunningContest;
let district: District;
let organiser: Client;
let serial = 0;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
});
afterAll(() => contest.stop());

const unitInput = (changes: Record<string, unknown>) => ({
  kind: 'COMMUNE',
  nameVi: `Xã ${String((serial += 1))}`,
  nameEn: 'A commune',
  parentId: district.units.district,
  validFrom: '2021-01-01',
  ...changes,
});
const create = (changes: Record<string, unknown> = {}) => organiser.ask(CREATE, { input: unitInput(changes) });
const made = async (changes: Record<string, unknown> = {}): Promise<string> => (await create(changes)).id;
const old = (changes: Record<string, unknown> = {}) => made({ validTo: '2025-06-30', ...changes });
const successor = (changes: Record<string, unknown> = {}) => made({ validFrom: '2025-07-01', ...changes });
const record = (fromId: string, toId: string, kind: string, effectiveOn = '2025-07-01') =>
  organiser.ask(RECORD, { input: { fromId, toId, kind, effectiveOn } });
const problems = (reply: any): [string, string | null][] => reply.problems.map(({ code, path }: any) => [code, path]);
const written = async (): Promise<number[]> => [await contest.em().count(Unit), await contest.em().count(UnitLineage)];
const execute = <T extends object[]>(statement: string, ...values: unknown[]) => contest.em().getConnection().execute<T>(statement, values);

test.each([
  ['another case', 'xã AN khánh'],
  ['other blanks', ' Xã\u00a0An   Khánh '],
  ['no blanks', 'XãAnKhánh'],
  ['another width', 'Ｘã Ａｎ Khánh'],
  ['another composition', 'Xã An Khánh'.normalize('NFD')],
])('a name that is taken under the parent is taken in %s too', async (_, nameVi) => {
  const before = await written();
  expect(problems(await create({ nameVi, validFrom: '2024-01-01' }))).toEqual([['UNIT_NAME_TAKEN', 'nameVi']]);
  expect(await written()).toEqual(before);
});

test('names differ by tone marks, and not by where a syllable carries its mark or by the kind of dash', () => {
  const same = (a: string, b: string) => nameKey(a) === nameKey(b);
  expect([same('Xã Vi', 'Xã Vy'), same('Xã Vỹ', 'Xã Vy'), same('Xã Đông La', 'Xã Đồng La'), same('Xã Đa', 'Xã Da')]).toEqual(
    Array(4).fill(false),
  );
  expect([
    same('Phường Hoà', 'Phường Hòa'),
    same('Xã Thuý', 'Xã Thúy'),
    same('Phòng Tài chính – Kế hoạch', 'Phòng Tài chính-Kế hoạch'),
  ]).toEqual(Array(3).fill(true));
  expect([same('Xã Của', 'Xã Cuả'), same('Xã Hoài', 'Xã Hòai')]).toEqual([false, false]);
});

test('the database has the same key of a name', async () => {
  const names = [
    'Xã Vi',
    'Xã Vỹ',
    'PHƯỜNG HOÀ',
    'Xã  Thuý',
    'Quý',
    'Phòng Tài chính – Kế hoạch',
    'Ｘã Đắc\u00a0Sở',
    'Thị trấn Trạm Trôi'.normalize('NFD'),
    'Hoài Đức',
    'ỦY BAN',
    'Uỷ ban',
  ];
  const rows = await execute(
    `select name, name_key(name) as key from unnest(?::text[]) as name`,
    `{${names.map((name) => `"${name}"`).join(',')}}`,
  );
  expect(rows).toEqual(names.map((name) => ({ name, key: nameKey(name) })));
});

test('one name after the other, under another parent, or told apart by its marks, is no double', async () => {
  const name = `Xã Vi ${String((serial += 1))}`;
  await old({ nameVi: name });
  expect(await successor({ nameVi: name })).toEqual(expect.any(String));
  expect(await made({ nameVi: name, parentId: district.units.anKhanh })).toEqual(expect.any(String));
  expect(await made({ nameVi: name.replace('Vi', 'Vy') })).toEqual(expect.any(String));
});

test('a code is kept plain, and is one unit’s of the tree at a time, wherever it stands in it', async () => {
  expect(await create({ statisticsCode: ' ０９９ 0１ ' })).toMatchObject({ __typename: 'Unit', statisticsCode: '09901' });
  const before = await written();
  for (const code of ['0990 1', '０９９０１', '09901'])
    expect(problems(await create({ statisticsCode: code, parentId: district.units.anKhanh, validFrom: '2025-07-01' }))).toEqual([
      ['UNIT_CODE_TAKEN', 'statisticsCode'],
    ]);
  expect(await written()).toEqual(before);
  const ended = await create({ statisticsCode: '0990 2', validTo: '2025-06-30' });
  expect(await create({ statisticsCode: '09902', validFrom: '2025-07-01' })).toMatchObject({ __typename: 'Unit', statisticsCode: '09902' });
  expect(ended).toMatchObject({ statisticsCode: '09902', validTo: '2025-06-30' });
});

test('a unit is not renamed into a double, and all that is wrong is said at once', async () => {
  const unit = await create({});
  const input = { unitId: unit.id, version: 1, kind: 'COMMUNE', nameVi: 'XÃ LA  PHÙ', nameEn: 'X', statisticsCode: '0988 9' };
  expect(problems(await organiser.ask(EDIT, { input }))).toEqual([
    ['UNIT_NAME_TAKEN', 'nameVi'],
    ['UNIT_CODE_TAKEN', 'statisticsCode'],
  ]);
  const own = await organiser.ask(EDIT, { input: { ...input, nameVi: String(unit.nameVi).toUpperCase(), statisticsCode: '09 999' } });
  expect(own).toMatchObject({ __typename: 'Unit', nameVi: String(unit.nameVi).toUpperCase(), statisticsCode: '09999' });
});

test('no unit goes on after the one above it', async () => {
  const parentId = await old();
  const before = await written();
  expect(problems(await create({ parentId, validFrom: '2025-07-01' }))).toEqual([['UNIT_OUTLIVES_PARENT', 'parentId']]);
  expect(problems(await create({ parentId }))).toEqual([['UNIT_OUTLIVES_PARENT', 'validTo']]);
  expect(problems(await create({ parentId, validTo: '2025-07-01' }))).toEqual([['UNIT_OUTLIVES_PARENT', 'validTo']]);
  expect(problems(await create({ parentId, nameVi: 'A', validFrom: '2025-08-01', validTo: '2025-07-01' }))).toEqual([
    ['UNIT_ENDS_BEFORE_IT_BEGINS', 'validTo'],
    ['UNIT_OUTLIVES_PARENT', 'parentId'],
  ]);
  expect(await written()).toEqual(before);
  expect(await create({ parentId, validTo: '2025-06-30' })).toMatchObject({ __typename: 'Unit' });
});

test('of a parent that ends and a child that is made at once one is refused', async () => {
  const parentId = await made();
  const close = organiser.ask(CLOSE, { input: { unitId: parentId, version: 1, validTo: '2025-06-30', reason: 'Sáp nhập' } });
  const replies = await Promise.all([close, ...Array.from({ length: 5 }, () => create({ parentId }))]);
  const [closed, ...children] = replies.map(({ __typename }) => __typename as string);
  const born = children.filter((type) => type === 'Unit').length;
  expect(born === 0 ? closed : 'Refusal').toBe(closed);
  expect(born === 0 || born === 5).toBe(true);
});

test('of six who take one name at once one has it', async () => {
  const nameVi = `Xã Đua ${String((serial += 1))}`;
  const replies = await Promise.all(
    Array.from({ length: 6 }, (_, at) => create({ nameVi, validFrom: `2022-01-${String(at + 1).padStart(2, '0')}` })),
  );
  expect(replies.filter(({ __typename }) => __typename === 'Unit')).toHaveLength(1);
  expect(new Set(replies.filter(({ __typename }) => __typename === 'Refusal').map(({ code }) => code))).toEqual(
    new Set(['UNIT_NAME_TAKEN']),
  );
});

test.each<[string, string[], string, string]>([
  ['a second whole', ['WHOLE'], 'WHOLE', 'LINEAGE_WHOLE_GONE'],
  ['a strip beside the whole', ['WHOLE'], 'PART_AREA', 'LINEAGE_WHOLE_GONE'],
  ['a rest beside the whole', ['WHOLE'], 'REST', 'LINEAGE_WHOLE_GONE'],
  ['the whole beside a strip', ['PART_AREA'], 'WHOLE', 'LINEAGE_PART_GONE'],
  ['a second rest', ['REST', 'PART_AREA'], 'REST', 'LINEAGE_REST_GONE'],
  ['a rest of what was split', ['SPLIT'], 'REST', 'LINEAGE_REST_OR_SPLIT'],
  ['a part of a split beside the rest', ['REST'], 'SPLIT', 'LINEAGE_REST_OR_SPLIT'],
])('%s is refused, by the rule and by the database', async (_, recorded, kind, code) => {
  const fromId = await old();
  for (const known of recorded) expect(await record(fromId, await successor(), known)).toMatchObject({ __typename: 'UnitLineage' });
  const toId = await successor();
  const before = await written();
  expect(problems(await record(fromId, toId, kind))).toEqual([[code, 'kind']]);
  expect(await written()).toEqual(before);
  await expect(
    execute(
      `insert into unit_lineage (id, from_id, to_id, kind, effective_on) values (gen_random_uuid(), ?, ?, ?, '2025-07-01')`,
      fromId,
      toId,
      kind,
    ),
  ).rejects.toThrow(/unit_lineage_(one_bearer|whole_is_all|rest_or_split)/);
});

test('a strip and the rest, or several parts and a strip, go together, as on 1/7/2025', async () => {
  const [cut, split] = [await old(), await old()];
  for (const [fromId, kind] of [
    [cut, 'PART_AREA'],
    [cut, 'REST'],
    [cut, 'PART_AREA'],
    [split, 'SPLIT'],
    [split, 'SPLIT'],
    [split, 'SPLIT'],
    [split, 'PART_AREA'],
  ] as const)
    expect(await record(fromId, await successor(), kind)).toMatchObject({ __typename: 'UnitLineage', kind });
});

test('of six whole successors at once one stands', async () => {
  const fromId = await old();
  const heirs = [];
  for (let at = 0; at < 6; at += 1) heirs.push(await successor());
  const replies = await Promise.all(heirs.map((toId) => record(fromId, toId, 'WHOLE')));
  expect(replies.filter(({ __typename }) => __typename === 'UnitLineage')).toHaveLength(1);
  expect(new Set(replies.filter(({ __typename }) => __typename === 'Refusal').map(({ code }) => code))).toEqual(
    new Set(['LINEAGE_WHOLE_GONE']),
  );
  expect(await contest.em().count(UnitLineage, { from: fromId })).toBe(1);
});

test('a unit becomes another on the day after its last, when the other is there, and never itself', async () => {
  const [fromId, living, later] = [await old(), await made(), await successor({ validFrom: '2025-07-02' })];
  const toId = await successor();
  const gone = await made({ validFrom: '2022-01-01', validTo: '2024-12-31' });
  const before = await written();
  expect(problems(await record(fromId, fromId, 'WHOLE'))).toEqual([['LINEAGE_TO_ITSELF', 'toId']]);
  expect(problems(await record(living, toId, 'WHOLE'))).toEqual([['LINEAGE_BACKWARDS', 'effectiveOn']]);
  expect(problems(await record(fromId, later, 'WHOLE'))).toEqual([['LINEAGE_BACKWARDS', 'effectiveOn']]);
  expect(problems(await record(fromId, gone, 'WHOLE'))).toEqual([['LINEAGE_BACKWARDS', 'effectiveOn']]);
  expect(problems(await record(fromId, toId, 'WHOLE', '2025-06-30'))).toEqual([['LINEAGE_BACKWARDS', 'effectiveOn']]);
  expect(problems(await record(fromId, toId, 'WHOLE', '2026-07-01'))).toEqual([['LINEAGE_GAP', 'effectiveOn']]);
  expect(await written()).toEqual(before);
  const insert = `insert into unit_lineage (id, from_id, to_id, kind, effective_on) values (gen_random_uuid(), ?, ?, 'WHOLE', ?)`;
  await expect(execute(insert, living, toId, '2025-07-01')).rejects.toThrow('is dated otherwise');
  await expect(execute(insert, fromId, later, '2025-07-01')).rejects.toThrow('is dated otherwise');
});

test('29 February is a last day like another', async () => {
  const fromId = await made({ validTo: '2024-02-29' });
  const toId = await made({ validFrom: '2024-03-01' });
  expect(await record(fromId, toId, 'WHOLE', '2024-03-01')).toMatchObject({ __typename: 'UnitLineage' });
});

test('more than one thing wrong with a link is said at once', async () => {
  const fromId = await old();
  await record(fromId, await successor(), 'WHOLE');
  expect(problems(await record(fromId, await successor(), 'REST', '2025-08-01'))).toEqual([
    ['LINEAGE_GAP', 'effectiveOn'],
    ['LINEAGE_WHOLE_GONE', 'kind'],
  ]);
});

test('a unit that took another over does not end before that day', async () => {
  const [fromId, toId] = [await old(), await made()];
  await record(fromId, toId, 'WHOLE');
  const close = (validTo: string) => organiser.ask(CLOSE, { input: { unitId: toId, version: 1, validTo, reason: 'Sáp nhập' } });
  expect(problems(await close('2025-06-30'))).toEqual([['UNIT_RECEIVES', 'validTo']]);
  await expect(execute(`update unit set valid_to = '2025-06-30' where id = ?`, toId)).rejects.toThrow('is dated otherwise');
  expect(await close('2025-07-01')).toMatchObject({ __typename: 'Unit', validTo: '2025-07-01' });
});

test('a link that was recorded by mistake is taken away with its reason, and the log keeps what it was', async () => {
  const [fromId, wrong, right] = [await old({ nameVi: 'Xã Ghi Nhầm' }), await successor(), await successor()];
  const link = await record(fromId, wrong, 'WHOLE');
  const input = { lineageId: link.id, reason: 'Ghi nhầm đơn vị mới.' };
  const commune = await contest.as(district.people.communeOfficer);
  expect(await commune.send(REMOVE, { input })).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  const other = await contest.as((await aDistrict(contest)).people.organiser);
  expect(problems(await other.ask(REMOVE, { input }))).toEqual([['NOT_FOUND', 'fromId']]);
  expect(await contest.em().count(UnitLineage, { from: fromId })).toBe(1);

  expect(await organiser.ask(REMOVE, { input })).toEqual({ __typename: 'Unit', id: fromId, nameVi: 'Xã Ghi Nhầm' });
  expect(await organiser.ask(REMOVE, { input })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await record(fromId, right, 'WHOLE')).toMatchObject({ __typename: 'UnitLineage' });
  const [entry] = await execute<{ body: string }[]>(
    `select body from audit_entry where subject_id = ? and operation = 'removeLineage'`,
    link.id,
  );
  expect(JSON.parse(entry!.body)).toMatchObject({
    before: { from: fromId, to: wrong, kind: 'WHOLE', effectiveOn: '2025-07-01' },
    reason: 'Ghi nhầm đơn vị mới.',
  });
});

test('what recorded a link answers the same when it is sent again after the link was taken away, and brings nothing back', async () => {
  const [fromId, toId] = [await old(), await successor()];
  const input = { fromId, toId, kind: 'WHOLE', effectiveOn: '2025-07-01', clientMutationId: `link-${fromId}` };
  const document = of('recordLineage', 'id kind removedAt', 'UnitLineage');
  const link = await organiser.ask(document, { input });
  expect(link).toEqual({ __typename: 'UnitLineage', id: expect.any(String), kind: 'WHOLE', removedAt: null });
  await organiser.ask(REMOVE, { input: { lineageId: link.id, reason: 'Ghi nhầm đơn vị mới.' } });
  const stands = await written();
  expect(await organiser.ask(document, { input })).toEqual({ ...link, removedAt: contest.clock.now().toISOString() });
  expect(await organiser.ask('query ($id: ID!) { unitLineage(unitId: $id) { totalCount } }', { id: fromId })).toEqual({ totalCount: 0 });
  expect(await written()).toEqual(stands);
});

test('an import makes no doubles and no links that do not go together, and writes nothing of a file that does', async () => {
  const imports = contest.get(UnitsImportService);
  const parentId = await made();
  const before = await written();
  const csv = 'gso_code,type,name,valid_to\n77701,COMMUNE,Xã Bảy,2025-06-30\n7770 2,COMMUNE,xã  bảy,2025-06-30';
  await expect(imports.importUnits(SYSTEM, { parentId, csv, validFrom: '2021-01-01' })).rejects.toMatchObject({ code: 'UNIT_NAME_TAKEN' });
  expect(await written()).toEqual(before);

  await imports.importUnits(SYSTEM, { parentId, csv: csv.replace('xã  bảy', 'Xã Tám'), validFrom: '2021-01-01' });
  await imports.importUnits(SYSTEM, {
    parentId,
    csv: 'gso_code,type,name\n77703,COMMUNE,Xã Chín\n77704,COMMUNE,Xã Mười',
    validFrom: '2025-07-01',
  });
  const links = await contest.em().count(UnitLineage);
  const lines = 'old_code,new_code,kind\n777 01,77703,WHOLE\n77701,77704,WHOLE';
  await expect(imports.importLineage(SYSTEM, { csv: lines, effectiveOn: '2025-07-01' })).rejects.toMatchObject({
    code: 'LINEAGE_WHOLE_GONE',
  });
  expect(await contest.em().count(UnitLineage)).toBe(links);
});

test('one code in two trees is two units', async () => {
  const root = await aUnit(contest, 'Huyện Khác', { kind: 'DISTRICT', parentId: null, code: '274' });
  expect(
    await contest.get(UnitService).createUnit(SYSTEM, { ...unitInput({ parentId: root, statisticsCode: '09877' }), kind: 'COMMUNE' }),
  ).toMatchObject({ code: '09877', rootId: root });
});
