import { type Ending } from '../apps/walkthrough/src/ending.js';
import { play } from '../apps/walkthrough/src/play.js';
import { readSettings } from '../apps/walkthrough/src/settings.js';
import { Worker, verifyAudit } from '#lib/platform';
import { DEMO_PASSWORD } from '../prisma-free-schema/seeds/demo-accounts.js';
import { loadPeople } from '../prisma-free-schema/seeds/demo/people.js';
import { Season } from '../prisma-free-schema/seeds/demo/season.js';
import { loadUnits } from '../prisma-free-schema/seeds/demo/units.js';
import { type RunningContest, startContest } from './support/harness.js';
import { expectYear } from './support/year-ending.js';

let contest: RunningContest;

beforeAll(async () => {
  // The accounts of the demo have no second factors, which nobody is asked for there.
  contest = await startContest('2026-11-23T02:00:00Z', { DEMO: '1' });
  const season = new Season(contest.app, contest.clock);
  await loadUnits(season);
  await loadPeople(season);
  contest.get(Worker).start();
});

afterAll(() => contest.stop());

/** A year over HTTP; waiting moves the server's clock. */
async function playYear(): Promise<{ ending: Ending; told: string[] }> {
  const told: string[] = [];
  const until = (moment: Date): Promise<void> => {
    contest.clock.set(moment);
    return Promise.resolve();
  };
  const settings = { url: await contest.app.getUrl(), password: DEMO_PASSWORD };
  const ending = await play(settings, (line) => told.push(line), { now: () => contest.clock.now(), until });
  return { ending, told };
}

function expectEnding({ ending, told }: { ending: Ending; told: string[] }, year: number): void {
  const code = (number: number): string => `${String(year)}-00${String(number)}`;

  expectYear(ending, year);

  const refused = told.flatMap((line) => /bị từ chối \[(\w+)/.exec(line)?.[1] ?? []);
  expect(refused).toEqual([
    ...['SHARES_NOT_100', 'FILE_TYPE_FALSE', 'SUBMISSION_CLOSED', 'PERSON_IS_AUTHOR'],
    ...['CALIBRATION_DUE', 'CONFLICT_OF_INTEREST', 'SHEET_OTHER_JUDGE', 'SECOND_PERSON_DUE'],
    ...['ROUND_NOT_CLOSED', 'ROUND_INCOMPLETE', 'MARK_OUT_OF_RANGE', 'ROUND_INCOMPLETE'],
    ...['ASSIGNMENT_SHORT', 'PRESENTATION_OUT_OF_ORDER', 'PRESENTATION_NOT_BEGUN', 'NOT_CHAIR', 'SECOND_PERSON_DUE'],
    'AWARD_TIE_UNDECIDED',
  ]);
  expectJudging(told, code);
  expectTie(told, code);
  expect(told.map((line) => line.trim())).toEqual(
    expect.arrayContaining([`Đề nghị bổ sung sáng kiến ${code(2)}`, `Sáng kiến ${code(2)} hợp lệ`]),
  );
  const end = told.slice(told.findLastIndex((line) => line.startsWith('━━')));
  expect(end.filter((line) => line.includes('┼'))).toHaveLength(3);
  expect(end.filter((line) => line.includes('Xã An Khánh') && line.endsWith('đang sử dụng'))).toHaveLength(1);
  expect(told.filter((line) => line !== line.normalize('NFC'))).toEqual([]);
}

/** The invitation declined, the further judge, who is short in the final, the correction with both versions, and the pack computed again. */
function expectJudging(told: string[], code: (number: number) => string): void {
  const lines = told.map((line) => line.trim());
  const having = (start: string): string[] => lines.filter((line) => line.startsWith(start));
  expect(having('Đoàn Thị Lan Phương từ chối: ')).toHaveLength(1);
  expect(having('theo thể lệ, phiếu thêm thay cho phiếu lệch xa nó nhất')).toHaveLength(1);
  expect(lines.filter((line) => / thiếu 1 giám khảo: .*vắng mặt \(/.test(line))).toHaveLength(3);
  expect(lines.filter((line) => line.includes('kết quả vòng chung khảo có bản thứ 2'))).toHaveLength(1);
  expect(having(`${code(3)}: `)).toEqual([`${code(3)}: hạng 5 → 4, điểm 78,1 → 80,1`, `${code(3)}: Giải Khuyến khích → Giải Ba`]);
  expect(having(`${code(2)}: `)).toEqual([`${code(2)}: hạng 4 → 5, điểm 78,8 → 78,8`, `${code(2)}: Giải Ba → Giải Khuyến khích`]);
  const first = `1. ${code(1)}, 2. ${code(4)} (87,00), 2. ${code(5)} (87,00)`;
  // Who of six judges has the first one is the solver’s to choose; all others can be judged by five only, or are marked alike.
  expect(having('bản ').map((line) => line.replace(/(1\. \S+) \(94,\d\d\)/, '$1'))).toEqual([
    'bản thảo vẫn được giữ nguyên',
    `bản 1: ${first}, 4. ${code(2)} (78,80), 5. ${code(3)} (78,10)`,
    `bản 2: ${first}, 4. ${code(3)} (80,10), 5. ${code(2)} (78,80)`,
  ]);
  expect(having('npm run verify-result: ')).toEqual(['npm run verify-result: KHỚP']);
  expect(having('sau khi sửa một điểm trong tệp: KHÔNG KHỚP. ')).toHaveLength(1);
  expect(lines.filter((line) => line.endsWith('tải gói kết quả và tự tính lại: KHỚP'))).toHaveLength(1);
}

/** Equals of one track, of whom one gets the first prize by a decision with its reason. */
function expectTie(told: string[], code: (number: number) => string): void {
  const lines = told.map((line) => line.trim());
  const from = lines.findIndex((line) => line.startsWith(`✔ Hệ thống: ${code(6)} và ${code(9)} đồng hạng 1 ở bảng cá nhân`));
  expect(lines.slice(from + 3, from + 6).map((line) => line.replace(/^✔ .*: quyết định/, 'quyết định'))).toEqual([
    expect.stringMatching(/^quyết định, có nêu lý do: \S/),
    `${code(9)}: Giải Nhất, bảng cá nhân`,
    `${code(6)}: Giải Nhì, bảng cá nhân`,
  ]);
}

test('the demo accounts are what it signs in with', () => {
  expect(readSettings({})).toEqual({ url: 'http://localhost:3000', password: DEMO_PASSWORD });
  expect(readSettings({ WALKTHROUGH_URL: 'http://127.0.0.1:4000/', WALKTHROUGH_PASSWORD: 'khac-di-nhe' })).toEqual({
    url: 'http://127.0.0.1:4000',
    password: 'khac-di-nhe',
  });
});

test('a whole year is played, after it the next, and everybody has signed out', async () => {
  expectEnding(await playYear(), 2026);
  expectEnding(await playYear(), 2027);

  const kysely = contest.em().getKysely();
  expect(await verifyAudit(kysely as never, null)).toMatchObject({ fault: null });
  expect(await contest.em().getConnection().execute('select count(*)::int as open from session where revoked_at is null')).toEqual([
    { open: 0 },
  ]);
}, 240_000);

test('a wrong password ends it before anything is written', async () => {
  const before = await contest.em().getConnection().execute('select count(*)::int as n from contest');
  await expect(play({ url: await contest.app.getUrl(), password: 'khong-dung-dau' }, () => undefined)).rejects.toThrow(
    'signIn organiser@hoaiduc.demo: [SIGN_IN_FAILED]',
  );
  expect(await contest.em().getConnection().execute('select count(*)::int as n from contest')).toEqual(before);
});
