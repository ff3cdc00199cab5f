import { SYSTEM } from '#lib/kernel';
import { ProcedureService } from '#lib/procedure';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aSheet, applied, brought, rowsOfImport } from './support/importing.js';
import { A_PROCEDURE, aProcedure } from './support/procedures.js';
import { mutation } from './support/sign-in.js';

const SHOWN = `procedureCode name fieldName level sourceUrl checkedOn unchecked versions { decisionText startsOn endsOn inForce steps
  ways { way amount countedIn fee } items { name originals copies form } legalBases }`;
const CHECK = mutation('checkProcedure', 'CheckProcedureInput', `... on Procedure { version checkedOn unchecked }`);
const HEADS = [
  ...['Mã thủ tục *', 'Tên thủ tục *', 'Lĩnh vực *', 'Cấp thực hiện *', 'Địa chỉ trên Cổng *', 'Đối chiếu ngày *', 'Quyết định công bố *'],
  ...['Áp dụng từ ngày *', 'Đến hết ngày', 'Trình tự thực hiện *', 'Cách thức, thời hạn, phí *', 'Thành phần hồ sơ', 'Căn cứ pháp lý'],
];
const OF_ONE = [
  '1.012379.H13',
  'Cấp giấy phép bán lẻ rượu',
  'Lưu thông hàng hóa',
  'Cấp xã',
  'https://dichvucong.gov.vn/p/1.012379',
  '05/01/2026',
];
const ROWS = [
  [
    ...OF_ONE,
    'QĐ 8',
    '01/07/2025',
    '',
    'Nộp hồ sơ\nNhận kết quả',
    'Trực tiếp | 15 ngày làm việc | 1.100.000 đồng',
    'Đơn đề nghị | 1 | 0 | Mẫu 01',
    'NĐ 105/2017',
  ],
  [...OF_ONE, 'QĐ 12', '01/01/2026', '', 'Nộp hồ sơ', 'Trực tuyến | 10 ngày', '', ''],
];

let contest: RunningContest;
let district: District;
let organiser: Client;

beforeEach(async () => {
  contest = await startContest('2026-03-02T02:00:00Z');
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
});
afterEach(() => contest.stop());

const rows = (query: string): Promise<any[]> => contest.em().getConnection().execute(query);
const bring = async (given: readonly (readonly string[])[]) =>
  brought(contest, organiser, { kind: 'procedures', unitId: district.units.district, content: await aSheet([HEADS, ...given]) });
const catalogue = async (args = '') =>
  (await contest.client().ask(`{ procedures(first: 10${args}) { edges { node { ${SHOWN} } } } }`)).edges.map(({ node }: any) => node);

test('a sheet of procedures is looked at, then applied; a later version ends the one before it; the same file again changes nothing', async () => {
  const looked = await bring(ROWS);
  expect(looked).toMatchObject({ state: 'CHECKED', makeCount: 2, problemCount: 0 });
  expect(await rows('select 1 from procedure')).toEqual([]);
  await applied(contest, organiser, looked);
  expect(await catalogue()).toEqual([
    {
      ...{ procedureCode: '1.012379.H13', name: 'Cấp giấy phép bán lẻ rượu', fieldName: 'Lưu thông hàng hóa', level: 'COMMUNE' },
      ...{ sourceUrl: 'https://dichvucong.gov.vn/p/1.012379', checkedOn: '2026-01-05', unchecked: false },
      versions: [
        {
          ...{
            decisionText: 'QĐ 12',
            startsOn: '2026-01-01',
            endsOn: null,
            inForce: true,
            steps: ['Nộp hồ sơ'],
            items: [],
            legalBases: [],
          },
          ways: [{ way: 'Trực tuyến', amount: 10, countedIn: 'DAY', fee: null }],
        },
        {
          ...{ decisionText: 'QĐ 8', startsOn: '2025-07-01', endsOn: '2025-12-31', inForce: false, steps: ['Nộp hồ sơ', 'Nhận kết quả'] },
          ways: [{ way: 'Trực tiếp', amount: 15, countedIn: 'WORKING_DAY', fee: '1.100.000 đồng' }],
          ...{ items: [{ name: 'Đơn đề nghị', originals: 1, copies: 0, form: 'Mẫu 01' }], legalBases: ['NĐ 105/2017'] },
        },
      ],
    },
  ]);
  expect(await bring(ROWS)).toMatchObject({ makeCount: 0, changeCount: 0, leaveCount: 2, problemCount: 0 });
});

test('every problem of every row is said with its column, and nothing is applied', async () => {
  const wrong = (at: number, value: string, row = ROWS[0]!) => row.map((cell, place) => (place === at ? value : cell));
  const found = await bring([
    wrong(0, '12379'),
    ['1.000002', ...wrong(4, 'https://example.com/').slice(1)],
    ['1.000003', ...wrong(10, 'Trực tiếp | sớm\nTrực tuyến | 0 ngày').slice(1)],
    ['1.000004', ...wrong(8, '01/01/2025').slice(1)],
    ROWS[0]!,
    wrong(1, 'Tên khác', ROWS[1]),
  ]);
  const problems = (await rowsOfImport(organiser, found.id)).map(({ number, problems: of }) => [
    number,
    ...of.map(({ column, code }: any) => `${String(column)} ${String(code)}`),
  ]);
  expect(problems).toEqual([
    [2, 'code PROCEDURE_CODE'],
    [3, 'sourceUrl PROCEDURE_SOURCE'],
    [4, 'ways PROCEDURE_WAY_UNREAD', 'ways PROCEDURE_WAY_UNREAD'],
    [5, 'endsOn PROCEDURE_WINDOW'],
    [6],
    [7, 'name PROCEDURE_ROWS_DIFFER'],
  ]);
  expect(await rows('select 1 from procedure')).toEqual([]);
});

test('two versions of one time are refused, by the act and by the database', async () => {
  await aProcedure(contest, { startsOn: '2026-01-01' });
  await expect(aProcedure(contest, { startsOn: '2025-07-01' })).rejects.toMatchObject({
    code: 'PROCEDURE_VERSIONS_OVERLAP',
    path: 'startsOn',
  });
  await aProcedure(contest, { startsOn: '2025-07-01', endsOn: '2025-12-31' });
  await expect(rows(`update procedure_version set ends_on = '2026-06-30' where ends_on is not null`)).rejects.toMatchObject({
    constraint: 'procedure_version_one_at_a_time',
  });
});

test('a sheet from before the last check writes nothing over what was found since, and may say the same', async () => {
  await aProcedure(contest, { checkedOn: '2026-01-20' });
  await aProcedure(contest, { checkedOn: '2026-01-05' });
  await expect(aProcedure(contest, { checkedOn: '2026-01-05', name: 'Tên trong tệp cũ' })).rejects.toMatchObject({
    code: 'PROCEDURE_CHECKED_SINCE',
    path: 'checkedOn',
  });
  expect(await rows('select name, checked_on::text as day from procedure')).toEqual([{ name: A_PROCEDURE.name, day: '2026-01-20' }]);
});

test('two who enter a procedure at once leave one of it', async () => {
  const said = { ...A_PROCEDURE, illustrative: false };
  const service = contest.get(ProcedureService);
  await Promise.allSettled([service.writeProcedure(SYSTEM, said), service.writeProcedure(SYSTEM, said)]);
  expect(await rows('select count(*)::int as n from procedure_version')).toEqual([{ n: 1 }]);
});

test('after twelve months it is said that nobody checked it, until somebody who keeps the catalogue does', async () => {
  const { procedureId, version } = await aProcedure(contest, { checkedOn: '2025-03-03' });
  expect(await catalogue(', unchecked: true')).toEqual([]);
  contest.clock.set('2026-03-03T02:00:00Z');
  expect(await catalogue(', unchecked: true')).toMatchObject([{ unchecked: true }]);
  const officer = await contest.as(district.people.communeOfficer);
  const { errors } = await officer.send(CHECK, { input: { procedureId, version } });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  expect(await organiser.ask(CHECK, { input: { procedureId, version } })).toMatchObject({ checkedOn: '2026-03-03', unchecked: false });
  expect(await organiser.ask(CHECK, { input: { procedureId, version } })).toMatchObject({ code: 'STALE' });
});

test('anyone finds a procedure by part of its name without tone marks, by its code and by its field', async () => {
  await aProcedure(contest);
  await aProcedure(contest, { code: '1.000001', name: 'Đăng ký khai sinh', field: 'Hộ tịch' });
  const names = async (args: string) => (await catalogue(args)).map(({ name }: any) => name);
  expect(await names('')).toEqual(['Cấp giấy phép bán lẻ rượu', 'Đăng ký khai sinh']);
  expect(await names(', search: "khai sinh"')).toEqual(['Đăng ký khai sinh']);
  expect(await names(', search: "1.012379"')).toEqual(['Cấp giấy phép bán lẻ rượu']);
  expect(await names(', search: "ban le ruou"')).toEqual(['Cấp giấy phép bán lẻ rượu']);
  expect(await names(', search: "1.000001"')).toEqual(['Đăng ký khai sinh']);
  expect(await names(', fieldName: "Hộ tịch"')).toEqual(['Đăng ký khai sinh']);
  expect(await contest.client().ask('{ procedureFields { fieldName procedureCount } }')).toEqual([
    { fieldName: 'Hộ tịch', procedureCount: 1 },
    { fieldName: 'Lưu thông hàng hóa', procedureCount: 1 },
  ]);
});
