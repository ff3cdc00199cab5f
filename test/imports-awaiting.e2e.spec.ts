import { aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aSheet, brought, readImport, send } from './support/importing.js';

const UNIT_HEADS = [
  'Mã thống kê',
  'Loại đơn vị *',
  'Tên đơn vị *',
  'Đơn vị cấp trên',
  'Hoạt động từ ngày *',
  'Hoạt động đến ngày',
  'Đơn vị kế thừa',
  'Phần kế thừa',
];
let contest: RunningContest;

beforeAll(async () => {
  contest = await startContest();
}, 120_000);
afterAll(() => contest.stop());

test('a sheet that was checked waits for who brought it until it is applied or given up; one with problems, or that changes nothing, waits for nobody', async () => {
  const district = await aDistrict(contest);
  const [admin, other] = [await contest.as(district.people.admin), await contest.as(district.people.organiser)];
  const waits = async (client: Client): Promise<any[]> =>
    (await client.ask('{ awaiting(kinds: [importApply]) { edges { node { id act subject count due link who } } } }')).edges.map(
      ({ node }: any) => node,
    );
  const unitId = district.units.district;
  const aUnitNamed = (name: string) => aSheet([UNIT_HEADS, ['', 'Phòng, ban', name, '', '01/07/2025', '', '', '']]);
  await brought(contest, admin, {
    kind: 'units',
    unitId,
    content: await aSheet([UNIT_HEADS, ['', 'Phòng, ban', '', '', '01/07/2025', '', '', '']]),
  });
  expect(await waits(admin)).toEqual([]);

  const [looked, left] = [
    await brought(contest, admin, { kind: 'units', unitId, content: await aUnitNamed('Phòng Chờ ghi'), fileName: 'Phòng ban.xlsx' }),
    await brought(contest, admin, { kind: 'units', unitId, content: await aUnitNamed('Phòng Không ghi') }),
  ];
  const found = await waits(admin);
  expect(found.map(({ id }) => id).sort()).toEqual([looked, left].map(({ id }) => `import.apply:${id as string}`).sort());
  expect(found.find(({ id }) => id.endsWith(looked.id))).toMatchObject({
    ...{ act: 'applyImport', count: 1, who: null, link: `/imports/${looked.id as string}` },
    subject: expect.stringMatching(/: Phòng ban\.xlsx$/),
  });
  expect(await waits(other)).toEqual([]);
  expect(await readImport(other, looked.id)).toMatchObject({ own: false });

  await send(admin, 'giveUpImport', { importId: left.id });
  expect((await waits(admin)).map(({ link }) => link)).toEqual([`/imports/${looked.id as string}`]);
  expect(await send(admin, 'applyImport', { importId: looked.id, version: looked.version })).toMatchObject({ running: true });
  expect(await waits(admin)).toEqual([]);
  await contest.drain();
  expect(await readImport(admin, looked.id)).toMatchObject({ state: 'APPLIED' });
  expect(await waits(admin)).toEqual([]);

  const again = await brought(contest, admin, { kind: 'units', unitId, content: await aUnitNamed('Phòng Chờ ghi') });
  expect([again.whyNotApply.code, await waits(admin)]).toEqual(['IMPORT_CHANGES_NOTHING', []]);
});
