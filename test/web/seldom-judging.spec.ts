import { Person } from '#domain/identity';
import { Initiative } from '#domain/initiative';
import { Conflict, JuryPair } from '#domain/jury';
import { Reopening, Scorecard } from '#domain/scoring';
import { PersonService } from '#lib/identity';
import { SYSTEM } from '#lib/kernel';
import { aRound } from '../support/contests.js';
import { type District, aDistrict, aPerson } from '../support/factories.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { SIGN, aJudging, attestedCards, marksOf, openRound } from '../support/judging.js';
import { type Browsing, accessibilityFaults, browse, sidewaysScroll } from './browsing.js';

let contest: RunningContest;
let district: District;
let browsing: Browsing;

beforeAll(async () => {
  contest = await startContest(new Date().toISOString());
  district = await aDistrict(contest);
  browsing = await browse(contest);
});

afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});

afterEach(() => {
  expect(browsing.faults()).toEqual([]);
});

const nameOf = async (id: string): Promise<string> => (await contest.em().findOneOrFail(Person, { id })).fullName;

test('the office writes down a conflict that nobody declared, pins one that was found, and lifts what it has set, each with its reason', async () => {
  const { contestId, initiatives, judges } = await aJudging(contest, district, { initiatives: 1, judges: 1 });
  const [judge = ''] = judges;
  const { code } = await contest.em().findOneOrFail(Initiative, { id: initiatives[0] ?? '' });
  const name = await nameOf(judge);
  const position = { personId: judge, unitId: district.units.finance, titleVi: 'Chuyên viên', titleEn: 'Official', from: '2021-01-01' };
  await contest.get(PersonService).addPosition(SYSTEM, position);
  await contest.drain();
  const page = await browsing.visit(`/contests/${contestId}/conflicts`, { as: district.people.organiser });

  await page.getByRole('button', { name: 'Ghi xung đột…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Ai', { exact: true }).fill(name);
  await dialog.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await dialog.getByLabel('Với sáng kiến nào').fill(code ?? '');
  await dialog.getByRole('button', { name: /^Rút ngắn thời gian/ }).click();
  await dialog.getByRole('radio', { name: 'lợi ích tài chính' }).check();
  await dialog.getByLabel('Vì sao').fill('Góp vốn cùng tác giả.');
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Ghi xung đột', exact: true }).click();
  const set = page.getByRole('listitem').filter({ hasText: 'Góp vốn cùng tác giả.' });
  await set.getByText('Ban Tổ chức xác định').waitFor();
  expect(await contest.em().findOneOrFail(Conflict, { initiative: initiatives[0], person: judge, source: 'SET' })).toMatchObject({
    ...{ type: 'FINANCIAL', active: true },
  });

  await set.getByRole('button', { name: 'Gỡ…' }).click();
  await dialog.getByLabel('Lý do').fill('Đã rút vốn từ 2024.');
  await dialog.getByRole('button', { name: 'Gỡ xung đột' }).click();
  await page.locator('section').getByText('không còn hiệu lực').waitFor();

  const found = page.getByRole('listitem').filter({ hasText: 'hệ thống phát hiện' }).filter({ hasText: name });
  await found.getByRole('button', { name: 'Giữ cố định…' }).click();
  await dialog.getByLabel('Lý do').fill('Vẫn sinh hoạt chung với phòng.');
  await dialog.getByRole('button', { name: 'Giữ cố định', exact: true }).click();
  await found.getByText('giữ cố định', { exact: true }).waitFor();
  const kept = await contest.em().find(Conflict, { initiative: initiatives[0], person: judge }, { orderBy: { source: 'asc' } });
  expect(kept.map(({ source, active, pinned }) => [source, active, pinned])).toEqual([
    ['DETECTED', true, true],
    ['SET', false, expect.any(Boolean)],
  ]);
});

test('two judges are kept apart with a reason, and let together again with another', async () => {
  const { contestId, judges } = await aJudging(contest, district, { initiatives: 1, judges: 2 });
  const [one, other] = await Promise.all(judges.map(nameOf));
  const page = await browsing.visit(`/contests/${contestId}/jury`, { as: district.people.organiser });
  await page.getByRole('button', { name: 'Tách một cặp…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Giám khảo thứ nhất').selectOption({ label: one! });
  await dialog.getByLabel('Giám khảo thứ hai').selectOption({ label: other! });
  await dialog.getByLabel('Lý do').fill('Vợ chồng.');
  await dialog.getByRole('button', { name: 'Tách cặp này' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Vợ chồng.').waitFor();
  expect(await contest.em().count(JuryPair, { contest: contestId, active: true })).toBe(1);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByRole('button', { name: /^Bỏ tách/ }).click();
  await dialog.getByLabel('Lý do').fill('Ghi nhầm người.');
  await dialog.getByRole('button', { name: 'Bỏ tách cặp này' }).click();
  await page.getByText('Chưa tách cặp nào').waitFor();
  expect(await contest.em().count(JuryPair, { contest: contestId, active: true })).toBe(0);
});

test('the office asks for a signed card to be reopened, a second person agrees with its words in sight, and the card is a draft again', async () => {
  const judging = await aJudging(contest, district, {
    initiatives: 1,
    judges: 1,
    ruleBook: { rounds: [aRound('dossier', { judgesPerInitiative: 1, minimumCards: 1 })], tieBreak: [] },
  });
  const [roundId = ''] = judging.rounds;
  const [judgeId = ''] = judging.judges;
  await openRound(contest, judging, roundId);
  const judge = await contest.as(judgeId);
  const [card] = await attestedCards(judge, roundId);
  await judge.ask(SIGN, { input: { scorecardId: card?.id, version: card?.version, marks: marksOf('17', '26', '38') } });
  contest.clock.advance(60_000);
  const second = await aPerson(contest, {
    fullName: 'Bùi Thị Thanh',
    unitId: district.units.interior,
    role: 'ORGANISER',
    roleUnitId: district.units.district,
  });
  await contest.drain();
  const assignments = `/contests/${judging.contestId}/rounds/${roundId}/assignments`;

  const page = await browsing.visit(assignments, { as: district.people.organiser, screen: 'phone' });
  await page.getByRole('button', { name: /Rút ngắn thời gian/ }).click();
  const drawer = page.getByRole('complementary', { name: /Rút ngắn thời gian/ });
  await drawer.getByRole('button', { name: /^Đề nghị mở lại…/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lý do (không nêu điểm)').fill('Giám khảo báo nhập nhầm tiêu chí.');
  await dialog.getByRole('button', { name: 'Gửi đề nghị mở lại' }).click();
  await dialog.waitFor({ state: 'detached' });
  await drawer.getByText('Giám khảo báo nhập nhầm tiêu chí.').waitFor();
  await drawer.getByRole('button', { name: /^Đề nghị mở lại…/ }).waitFor({ state: 'detached' });
  expect({ faults: await accessibilityFaults(page), sideways: await sidewaysScroll(page) }).toEqual({ faults: [], sideways: 0 });
  expect(await contest.em().findOneOrFail(Reopening, { scorecard: card?.id ?? '' })).toMatchObject({ state: 'REQUESTED' });

  const other = await browsing.visit(`/contests/${judging.contestId}/rounds/${roundId}`, { as: second });
  await other.getByText('Giám khảo báo nhập nhầm tiêu chí.').waitFor();
  await other.getByRole('button', { name: /^Cho mở lại phiếu/ }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Cho mở lại phiếu' }).click();
  await other.getByText(/^đã cho mở lại, Bùi Thị Thanh/).waitFor();
  expect((await contest.em().findOneOrFail(Scorecard, { id: card?.id ?? '' })).state).toBe('DRAFT');
});
