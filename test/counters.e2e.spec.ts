import sharp from 'sharp';
import decodeQR from 'qr/decode.js';
import { pictureOf } from '../libs/documents/src/counter-sheet/counter-sheet.js';
import { baseOf } from './support/uploads.js';
import { SYSTEM } from '#lib/kernel';
import { UnitService } from '#lib/units';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aRollout, adoptionOf } from './support/rollouts.js';
import { mutation } from './support/sign-in.js';

const SHOWN = 'id version counterCode name fieldName adoptionId openFrom openTo open address canManage unit { nameVi }';
const onCounter = (name: string) => mutation(name, `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, `... on Counter { ${SHOWN} }`);
const [OPEN, EDIT, CLOSE] = ['openCounter', 'editCounter', 'closeCounter'].map(onCounter) as [string, string, string];
const PUBLIC = 'query ($code: String!) { publicCounter(counterCode: $code) { counterCode name fieldName open unit { nameVi } } }';
const SHEET = 'query ($id: ID!, $paper: SheetPaper!) { counterSheet(counterId: $id, paper: $paper) { url } }';

let contest: RunningContest;
let district: District;
let organiser: Client;

beforeEach(async () => {
  contest = await startContest('2025-03-03T02:00:00Z', { PUBLIC_URL: 'https://sangkien.example.vn' });
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
});
afterEach(() => contest.stop());

const open = (more: Record<string, unknown> = {}) =>
  organiser.ask(OPEN, { input: { unitId: district.units.anKhanh, name: 'Quầy số 1', openFrom: '2024-01-02', ...more } });
const publicly = async (code: string) => (await contest.client().ask(PUBLIC, { code })) ?? null;
const count = async () => Number((await contest.em().getConnection().execute('select count(*)::int as n from counter'))[0]?.n);

test('a counter is opened with a code of its own, which anyone looks up, whatever its case', async () => {
  const counter = await open({ fieldName: 'Hộ tịch' });
  expect(counter).toMatchObject({ name: 'Quầy số 1', fieldName: 'Hộ tịch', openTo: null, open: true, canManage: true, version: 1 });
  expect(counter.counterCode).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
  expect(counter.address).toBe(`https://sangkien.example.vn/q/${String(counter.counterCode)}`);
  const told = { counterCode: counter.counterCode, name: 'Quầy số 1', fieldName: 'Hộ tịch', open: true, unit: { nameVi: 'Xã An Khánh' } };
  expect(await publicly(counter.counterCode.toLowerCase())).toEqual(told);
  expect(await publicly('ZZZZ9999')).toBeNull();
});

test('what it is called and where it leads changes, its code never', async () => {
  const { id: counterId, version, counterCode } = await open();
  const edited = await organiser.ask(EDIT, { input: { counterId, version, name: 'Quầy Hộ tịch', fieldName: 'Hộ tịch' } });
  expect(edited).toMatchObject({ name: 'Quầy Hộ tịch', fieldName: 'Hộ tịch', counterCode, version: 2 });
  expect(await organiser.ask(EDIT, { input: { counterId, version, name: 'Khác' } })).toMatchObject({ code: 'STALE' });
});

test('it is closed for good with a reason; who scans its code from the day after on is told so', async () => {
  const { id: counterId, version, counterCode } = await open();
  const close = (openTo: string, seen: number) =>
    organiser.ask(CLOSE, { input: { counterId, version: seen, openTo, reason: 'Ghép quầy.' } });
  expect(await close('2023-12-31', version)).toMatchObject({ code: 'COUNTER_TURNED', path: 'openTo' });
  expect(await close('2025-03-03', version)).toMatchObject({ openTo: '2025-03-03', open: true, canManage: false });
  expect(await close('2025-03-04', 2)).toMatchObject({ code: 'COUNTER_CLOSED' });
  contest.clock.set('2025-03-03T17:00:00Z');
  expect(await publicly(counterCode)).toMatchObject({ open: false });
});

test('counters are found by a part of their name without marks, by their whole code, and by whether they are open', async () => {
  const first = await open({ name: 'Quầy Hộ tịch' });
  const second = await open({ name: 'Quầy Đất đai', openFrom: '2025-03-04' });
  const found = async (filter: string) => {
    const { edges } = await organiser.ask(`{ counters(first: 9, ${filter}) { edges { node { id } } } }`);
    return edges.map(({ node }: any) => node.id);
  };
  expect(await found('search: "ho tich"')).toEqual([first.id]);
  expect(await found(`search: "${String(second.counterCode).toLowerCase()}"`)).toEqual([second.id]);
  expect(await found(`search: "${String(second.counterCode).slice(0, 4)}"`)).toEqual([]);
  expect([await found('open: true'), await found('open: false')]).toEqual([[first.id], [second.id]]);
});

test('it closes with its unit, and no counter of a unit that is gone is opened', async () => {
  const { id, counterCode } = await open();
  await contest
    .get(UnitService)
    .closeUnit(SYSTEM, { unitId: district.units.anKhanh, version: 1, validTo: '2025-06-30', reason: 'Sắp xếp.' });
  expect(await organiser.ask(`query ($id: ID!) { counter(id: $id) { openTo open } }`, { id })).toEqual({
    openTo: '2025-06-30',
    open: true,
  });
  contest.clock.set('2025-07-01T02:00:00Z');
  expect(await publicly(counterCode)).toMatchObject({ open: false });
  expect(await open({ name: 'Quầy số 2', openFrom: '2025-07-01' })).toMatchObject({ code: 'COUNTER_OUTSIDE_UNIT', path: 'openFrom' });
  expect(await count()).toBe(1);
});

test('a unit has one counter of a name at a time, also where two open it at once', async () => {
  const replies = await Promise.all([open(), open()]);
  expect(replies.map(({ __typename, code }) => code ?? __typename).sort()).toEqual(['COUNTER_NAME_TAKEN', 'Counter']);
  expect(await open({ unitId: district.units.sonDong })).toMatchObject({ name: 'Quầy số 1' });
  expect(await count()).toBe(2);
});

test('the adopted initiative that it is of is one of its own unit', async () => {
  const { id: rolloutId } = await aRollout(contest, district, organiser);
  const [ours, theirs] = await Promise.all(
    [district.units.anKhanh, district.units.sonDong].map((unitId) => adoptionOf(organiser, rolloutId, unitId)),
  );
  expect(await open({ adoptionId: theirs!.id })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await open({ adoptionId: ours!.id })).toMatchObject({ adoptionId: ours!.id });
});

test('a commune reads of its own counters and manages none', async () => {
  const { id } = await open();
  const read = async (unitId: string) => {
    const officer = await contest.as(await aPerson(contest, { unitId, role: 'COMMUNE_OFFICER' }));
    return officer.ask(`{ counters(first: 5) { edges { node { id canManage } } } }`);
  };
  expect(await read(district.units.anKhanh)).toEqual({ edges: [{ node: { id, canManage: false } }] });
  expect(await read(district.units.sonDong)).toEqual({ edges: [] });
});

test('the picture of its sheet read back is its address, and the sheet is a PDF of either paper', async () => {
  const { id, address } = await open();
  const { data, info } = await sharp(Buffer.from(pictureOf(address)), { density: 600 })
    .raw()
    .ensureAlpha()
    .toBuffer({ resolveWithObject: true });
  expect(decodeQR({ width: info.width, height: info.height, data: new Uint8ClampedArray(data) })).toBe(address);
  for (const paper of ['A4', 'A5']) {
    const { url } = await organiser.ask(SHEET, { id, paper });
    const answer = await fetch(new URL(url as string, baseOf(contest)));
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  }
});
