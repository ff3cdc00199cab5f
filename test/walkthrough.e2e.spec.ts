import { type Ending } from '../apps/walkthrough/src/ending.js';
import { play } from '../apps/walkthrough/src/play.js';
import { readSettings } from '../apps/walkthrough/src/settings.js';
import { Worker, verifyAudit } from '#lib/platform';
import { DEMO_PASSWORD, loadPeople } from '../prisma-free-schema/seeds/demo/people.js';
import { Season } from '../prisma-free-schema/seeds/demo/season.js';
import { loadUnits } from '../prisma-free-schema/seeds/demo/units.js';
import { type RunningContest, startContest } from './support/harness.js';

let contest: RunningContest;

beforeAll(async () => {
  contest = await startContest('2026-11-23T02:00:00Z');
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

  expect(ending.year).toBe(year);
  expect(ending.ranking.map((row) => [row.rank, row.code, row.state])).toEqual([
    [1, code(1), 'FINALIST'],
    [2, code(4), 'FINALIST'],
    [3, code(5), 'FINALIST'],
    [4, code(3), 'FINALIST'],
    [5, code(2), 'FINALIST'],
    [6, code(9), 'BELOW_FINAL'],
    [7, code(6), 'BELOW_FINAL'],
    [8, code(7), 'BELOW_FINAL'],
  ]);
  expect(ending.winners.map(({ tierNameVi, initiativeCode, amount }) => [tierNameVi, initiativeCode, amount])).toEqual([
    ['Giải Nhất', code(1), 3_000_000],
    ['Giải Nhì', code(4), 2_000_000],
    ['Giải Ba', code(5), 1_000_000],
    ['Giải Khuyến khích', code(3), 500_000],
    ['Giải Khuyến khích', code(2), 500_000],
  ]);
  expect(ending.matrix.units).toHaveLength(20);
  expect(
    ending.matrix.rows.map(({ cells, expected, exempt, inUse, coverage }) => ({ cells: cells.length, expected, exempt, inUse, coverage })),
  ).toEqual([
    { cells: 20, expected: 19, exempt: 1, inUse: 8, coverage: '42.1' },
    { cells: 20, expected: 19, exempt: 1, inUse: 13, coverage: '68.4' },
  ]);

  const refused = told.flatMap((line) => /bị từ chối \[(\w+)/.exec(line)?.[1] ?? []);
  expect(refused).toEqual(['SHARES_NOT_100', 'FILE_TYPE_FALSE', 'SUBMISSION_CLOSED', 'ROUND_INCOMPLETE', 'MARK_OUT_OF_RANGE']);
  expect(told.map((line) => line.trim())).toEqual(
    expect.arrayContaining([`Đề nghị bổ sung sáng kiến ${code(2)}`, `Sáng kiến ${code(2)} hợp lệ`]),
  );
  const end = told.slice(told.findLastIndex((line) => line.startsWith('━━')));
  expect(end.filter((line) => line.includes('┼'))).toHaveLength(3);
  expect(end.filter((line) => line.includes('Xã An Khánh') && line.endsWith('đang sử dụng'))).toHaveLength(1);
  expect(told.filter((line) => line !== line.normalize('NFC'))).toEqual([]);
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
}, 120_000);

test('a wrong password ends it before anything is written', async () => {
  const before = await contest.em().getConnection().execute('select count(*)::int as n from contest');
  await expect(play({ url: await contest.app.getUrl(), password: 'khong-dung-dau' }, () => undefined)).rejects.toThrow(
    'signIn organiser@hoaiduc.demo: [SIGN_IN_FAILED]',
  );
  expect(await contest.em().getConnection().execute('select count(*)::int as n from contest')).toEqual(before);
});
