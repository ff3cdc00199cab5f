import { readFile } from 'node:fs/promises';
import { Roster, RosterUnit, Unit } from '#domain/units';
import { SYSTEM } from '#lib/kernel';
import { RosterService, UnitsImportService } from '#lib/units';
import { aDistrict, aPerson, aUnit, type District } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { mutation } from './support/sign-in.js';

const content = (name: string) => readFile(new URL(`../prisma-free-schema/seeds/content/${name}`, import.meta.url), 'utf8');
const UNITS = `query ($asOf: LocalDate, $belowId: ID, $kind: UnitKind, $search: String, $first: Int!) {
  units(asOf: $asOf, belowId: $belowId, kind: $kind, search: $search, first: $first) { totalCount edges { node { id statisticsCode nameVi nameEn validTo canEdit } } } }`;
const LINEAGE =
  'query ($unitId: ID!) { unitLineage(unitId: $unitId, first: 50) { edges { node { kind effectiveOn from { nameVi } to { nameVi } } } } }';
const UNIT = '... on Unit { id nameVi validTo version }';
const LINK = '... on UnitLineage { id kind }';

let contest: RunningContest;
/** Hà Nội, with Hoài Đức's 20 of 2021–2025 and the 8 that they went into. */
let hoaiDuc: { city: string; district: string; before: ReadonlyMap<string, string>; after: ReadonlyMap<string, string> };
let reader: Client;
let district: District;
let organiser: Client;

beforeAll(async () => {
  contest = await startContest();
  const city = await aUnit(contest, 'Thành phố Hà Nội', { kind: 'CITY', parentId: null });
  const id = await aUnit(contest, 'Huyện Hoài Đức (cũ)', { kind: 'DISTRICT', parentId: city });
  const imports = contest.get(UnitsImportService);
  const before = await imports.importUnits(SYSTEM, { parentId: id, csv: await content('units-2021.csv'), validFrom: '2021-01-01' });
  const after = await imports.importUnits(SYSTEM, { parentId: city, csv: await content('units-2025.csv'), validFrom: '2025-07-01' });
  hoaiDuc = { city, district: id, before, after };
  await imports.importLineage(SYSTEM, { csv: await content('units-lineage-2025.csv'), effectiveOn: '2025-07-01' });
  reader = await contest.as(await aPerson(contest, { unitId: city, role: 'LEADER' }));
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
});

afterAll(() => contest.stop());

const names = (page: any): string[] => page.edges.map(({ node }: any) => node.nameVi);

test('on 30/6/2025 the district has its 20 communes and town, on the next day none of them', async () => {
  const before = await reader.ask(UNITS, { asOf: '2025-06-30', belowId: hoaiDuc.district, first: 50 });
  const after = await reader.ask(UNITS, { asOf: '2025-07-01', belowId: hoaiDuc.district, first: 50 });

  expect(before.totalCount).toBe(20);
  expect(before.edges[0].node).toMatchObject({
    nameVi: 'Thị trấn Trạm Trôi',
    nameEn: 'Tram Troi Township',
    statisticsCode: '09832',
    validTo: '2025-06-30',
  });
  expect(after.totalCount).toBe(0);
  expect(names(await reader.ask(UNITS, { asOf: '2025-07-01', belowId: hoaiDuc.city, kind: 'WARD', first: 50 }))).toEqual([
    'Phường Dương Nội',
    'Phường Tây Mỗ',
    'Phường Tây Tựu',
    'Phường Xuân Phương',
  ]);
});

test('a code is an attribute: 09871 was Tiền Yên and is Sơn Đồng', async () => {
  const withCode = async (asOf: string) =>
    (await reader.ask(UNITS, { asOf, belowId: hoaiDuc.city, first: 100 })).edges
      .filter(({ node }: any) => node.statisticsCode === '09871')
      .map(({ node }: any) => node.nameVi);

  expect(await withCode('2025-06-30')).toEqual(['Xã Tiền Yên']);
  expect(await withCode('2025-07-01')).toEqual(['Xã Sơn Đồng']);
  expect(hoaiDuc.before.get('09871')).not.toBe(hoaiDuc.after.get('09871'));
});

test('what became of Kim Chung: the rest to Hoài Đức, a strip of land to Tây Tựu', async () => {
  const { edges } = await reader.ask(LINEAGE, { unitId: hoaiDuc.before.get('09853') });

  expect(edges.map(({ node }: any) => node)).toEqual(
    expect.arrayContaining([
      { kind: 'REST', effectiveOn: '2025-07-01', from: { nameVi: 'Xã Kim Chung' }, to: { nameVi: 'Xã Hoài Đức' } },
      { kind: 'PART_AREA', effectiveOn: '2025-07-01', from: { nameVi: 'Xã Kim Chung' }, to: { nameVi: 'Phường Tây Tựu' } },
    ]),
  );
  expect(edges).toHaveLength(2);
});

test('an import made twice changes nothing', async () => {
  const before = await contest.em().count(Unit);

  const again = await contest
    .get(UnitsImportService)
    .importUnits(SYSTEM, { parentId: hoaiDuc.district, csv: await content('units-2021.csv'), validFrom: '2021-01-01' });
  const lineage = await contest
    .get(UnitsImportService)
    .importLineage(SYSTEM, { csv: await content('units-lineage-2025.csv'), effectiveOn: '2025-07-01' });

  expect([...again]).toEqual([...hoaiDuc.before]);
  expect(lineage).toBe(0);
  expect(await contest.em().count(Unit)).toBe(before);
});

test('an import with one bad row writes none', async () => {
  const before = await contest.em().count(Unit);

  await expect(
    contest.get(UnitsImportService).importUnits(SYSTEM, {
      parentId: hoaiDuc.district,
      csv: 'gso_code,type,name\n1,COMMUNE,Xã Một\n2,VILLAGE,Làng Hai',
      validFrom: '2021-01-01',
    }),
  ).rejects.toMatchObject({ code: 'IMPORT_ROW', detail: { row: 2, problem: 'type' } });
  expect(await contest.em().count(Unit)).toBe(before);
});

test('a roster keeps the units of its day, whatever becomes of them', async () => {
  const rosters = contest.get(RosterService);

  const roster = await rosters.draw(SYSTEM, { hostUnitId: hoaiDuc.district, asOf: '2025-06-30' });

  expect(await reader.ask('query ($id: ID!) { roster(id: $id) { asOf unitCount hostUnitId } }', { id: roster.id })).toEqual({
    asOf: '2025-06-30',
    unitCount: 20,
    hostUnitId: hoaiDuc.district,
  });
  const units = await reader.ask(
    'query ($rosterId: ID!) { rosterUnits(rosterId: $rosterId, first: 100) { totalCount edges { node { statisticsCode } } } }',
    { rosterId: roster.id },
  );
  expect(new Set(units.edges.map(({ node }: any) => node.statisticsCode))).toEqual(new Set(hoaiDuc.before.keys()));
  await expect(rosters.draw(SYSTEM, { hostUnitId: hoaiDuc.district, asOf: '2025-07-01' })).rejects.toMatchObject({ code: 'ROSTER_EMPTY' });
  expect([await contest.em().count(Roster), await contest.em().count(RosterUnit)]).toEqual([1, 20]);
});

test('units are found without tone marks, and a per cent sign is only itself', async () => {
  expect(names(await reader.ask(UNITS, { search: 'dac so', asOf: '2025-01-01', first: 10 }))).toEqual(['Xã Đắc Sở']);
  expect((await reader.ask(UNITS, { search: '%', first: 10 })).totalCount).toBe(0);
});

test('a unit is made, renamed and closed, each by its version', async () => {
  const made = await organiser.ask(mutation('createUnit', 'CreateUnitInput', UNIT), {
    input: { kind: 'COMMUNE', nameVi: 'Xã Mới', nameEn: 'Moi Commune', parentId: district.units.district, validFrom: '2024-01-01' },
  });
  const CLOSE = mutation('closeUnit', 'CloseUnitInput', UNIT);
  const close = (validTo: string, version: number) =>
    organiser.ask(CLOSE, { input: { unitId: made.id, version, validTo, reason: 'Sáp nhập' } });

  expect(await close('2023-12-31', 1)).toMatchObject({ code: 'UNIT_ENDS_BEFORE_IT_BEGINS', path: 'validTo' });
  expect(await close('2025-06-30', 1)).toMatchObject({ __typename: 'Unit', validTo: '2025-06-30', version: 2 });
  expect(await close('2025-06-30', 1)).toMatchObject({ code: 'UNIT_CLOSED' });
  expect(await close('2025-06-30', 2)).toMatchObject({ code: 'UNIT_CLOSED' });
  expect(
    await organiser.ask(mutation('closeUnit', 'CloseUnitInput', UNIT), {
      input: { unitId: district.units.district, version: 1, validTo: '2025-06-30', reason: 'Bỏ cấp huyện' },
    }),
  ).toMatchObject({ code: 'UNIT_HAS_CHILDREN' });
});

test("another district's unit is not found, and stays as it was", async () => {
  const unitId = hoaiDuc.before.get('09832');

  const reply = await organiser.ask(mutation('editUnit', 'EditUnitInput', UNIT), {
    input: { unitId, version: 1, kind: 'TOWNSHIP', nameVi: 'Thị trấn Khác', nameEn: 'Other' },
  });

  expect(reply).toMatchObject({ code: 'NOT_FOUND' });
  expect((await contest.em().findOneOrFail(Unit, unitId!)).nameVi).toBe('Thị trấn Trạm Trôi');
  expect((await organiser.ask(UNITS, { belowId: hoaiDuc.district, asOf: '2025-01-01', first: 1 })).edges[0].node.canEdit).toBe(false);
  expect((await organiser.ask(UNITS, { belowId: district.units.district, first: 1 })).edges[0].node.canEdit).toBe(true);
});

test('lineage runs from what has ended to what is there, once', async () => {
  const make = (nameVi: string, validFrom: string, validTo?: string) =>
    organiser
      .ask(mutation('createUnit', 'CreateUnitInput', UNIT), {
        input: { kind: 'COMMUNE', nameVi, nameEn: nameVi, parentId: district.units.district, validFrom },
      })
      .then(async (unit) => {
        if (validTo)
          await organiser.ask(mutation('closeUnit', 'CloseUnitInput', UNIT), {
            input: { unitId: unit.id, version: 1, validTo, reason: 'Sáp nhập' },
          });
        return unit.id as string;
      });
  const fromId = await make('Xã Cũ', '2021-01-01', '2025-06-30');
  const toId = await make('Xã Thay', '2025-07-01');
  const RECORD = mutation('recordLineage', 'RecordLineageInput', LINK);
  const input = { fromId, toId, kind: 'WHOLE', effectiveOn: '2025-07-01' };

  expect(await organiser.ask(RECORD, { input: { ...input, fromId: toId, toId: fromId } })).toMatchObject({ code: 'LINEAGE_BACKWARDS' });
  expect(await organiser.ask(RECORD, { input })).toMatchObject({ __typename: 'UnitLineage', kind: 'WHOLE' });
  expect(await organiser.ask(RECORD, { input })).toMatchObject({ code: 'LINEAGE_EXISTS' });
});
