import { extractText, getDocumentProxy } from 'unpdf';
import { type Page } from 'playwright-core';
import { aContest } from '../support/contests.js';
import { type District, aDistrict, aPerson, aUnit } from '../support/factories.js';
import { UNITS_OF_HANOI, theUnitsOfHanoi } from '../support/hanoi.js';
import { type Client, type RunningContest, startContest } from '../support/harness.js';
import { aPastContest, aRollout, takeThrough } from '../support/rollouts.js';
import { type Browsing, type Screen, browse, sidewaysScroll } from './browsing.js';

/** Far above what a page takes, on a machine that does much else meanwhile: only what grows out of hand is over it. */
const SANE_MS = 25_000;
const ROLLOUTS = 20;
const OPEN_PERIOD =
  'mutation ($input: OpenReportingPeriodInput!) { openReportingPeriod(input: $input) { ... on ReportingPeriod { id } ... on Refusal { code path } } }';

let contest: RunningContest;
let hanoi: District;
let communes: string[];
let organiser: Client;
let browsing: Browsing;
let periodId: string;
let rolloutId: string;
let contestId: string;
let pastId: string;

/** A unit of 126 communes and wards with its office, beside the little district. */
beforeAll(async () => {
  contest = await startContest(new Date().toISOString());
  const little = await aDistrict(contest);
  const host = await aUnit(contest, 'Thành phố Hà Nội', { kind: 'DISTRICT', parentId: null });
  const department = (name: string) => aUnit(contest, name, { kind: 'DEPARTMENT', parentId: host });
  communes = await theUnitsOfHanoi(contest, host);
  const units = { ...little.units, district: host, interior: await department('Sở Nội vụ'), finance: await department('Sở Tài chính') };
  const office = { unitId: units.interior, roleUnitId: host };
  const [first = ''] = communes;
  const people = {
    ...little.people,
    organiser: await aPerson(contest, { fullName: 'Lê Thị Minh', ...office, role: 'ORGANISER' }),
    leader: await aPerson(contest, { fullName: 'Đỗ Đức Trung', unitId: host, role: 'LEADER' }),
    admin: await aPerson(contest, { fullName: 'Ngô Quang Huy', ...office, role: 'ADMIN' }),
    communeOfficer: await aPerson(contest, { fullName: 'Vương Thị Lan', unitId: first, role: 'COMMUNE_OFFICER' }),
  };
  hanoi = { units, people };
  organiser = await contest.as(people.organiser);
  for (let at = 0; at < ROLLOUTS; at += 1) {
    const titleVi = `Nhân rộng ${String(at + 1)}: tra cứu tình trạng hồ sơ và nhắc hạn trả kết quả cho người dân bằng mã QR`;
    rolloutId = (await aRollout(contest, hanoi, organiser, { titleVi })).id;
  }
  await takeThrough(await contest.as(people.communeOfficer), { rolloutId, unitId: first }, [['PREPARING', '2024-01-08']]);
  const period = {
    key: '2024-H1',
    nameVi: '6 tháng đầu năm 2024',
    nameEn: 'First half of 2024',
    startsOn: '2024-01-02',
    endsOn: '2024-06-14',
  };
  const opened = await organiser.ask(OPEN_PERIOD, { input: { hostUnitId: host, ...period, dueOn: '2024-06-20' } });
  periodId = opened.id as string;
  contestId = (await aContest(contest, hanoi, { year: 2033 })).id;
  pastId = (await aPastContest(contest, hanoi)).id;
  browsing = await browse(contest);
}, 600_000);

afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});

afterEach(() => {
  expect(browsing.faults()).toEqual([]);
});

const shortName = (name: string) => name.replace(/^(Xã|Phường) /, '');

/** The pages of what a printer is given. */
async function printed(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  await page.emulateMedia({ media: null });
  const document = await getDocumentProxy(new Uint8Array(pdf));
  return (await extractText(document, { mergePages: false })).text.map((text) => text.replace(/\s+/g, ' ').normalize('NFC'));
}

test('the matrix of 126 communes is printed in six parts of 24 columns at most, each page with its head, the names of the initiatives and its number', async () => {
  const page = await browsing.visit('/matrix', { as: hanoi.people.organiser });
  await page.getByRole('grid').waitFor();
  const pages = await printed(page);
  const parts = [1, 2, 3, 4, 5, 6].map((part) => pages.filter((text) => text.includes(`Phần ${String(part)}/6`)));

  expect(parts.every((of) => of.length >= 1)).toBe(true);
  expect(parts.flat().length).toBe(pages.length);
  expect(pages.filter((text) => /Nhân rộng \d+:/.test(text) && text.includes('Sáng kiến') && text.includes('Đang dùng')).length).toBe(
    pages.length,
  );
  expect(pages.map((text, at) => text.includes(`${String(at + 1)} / ${String(pages.length)}`))).toEqual(pages.map(() => true));
  const squeezed = pages.map((text) => text.replaceAll(' ', ''));
  const wanting = UNITS_OF_HANOI.filter((name) => !squeezed.some((text) => text.includes(shortName(name).replaceAll(' ', ''))));
  expect(wanting).toEqual([]);
  const times = Array.from({ length: ROLLOUTS }, (_, at) => pages.filter((text) => text.includes(`Nhân rộng ${String(at + 1)}:`)).length);
  expect(times).toEqual(times.map(() => 6));
}, 200_000);

interface Shown {
  readonly path: string;
  readonly as: keyof District['people'] | null;
}

const places = (): readonly Shown[] => [
  { path: '/matrix', as: 'organiser' },
  { path: '/matrix?view=tiles', as: 'organiser' },
  { path: '/matrix?view=curves', as: 'organiser' },
  { path: '/matrix?view=list', as: 'organiser' },
  { path: '/matrix?units=today', as: 'organiser' },
  { path: '/rollouts', as: 'organiser' },
  { path: `/rollouts/${rolloutId}`, as: 'organiser' },
  { path: `/rollouts/${rolloutId}/edit`, as: 'organiser' },
  { path: `/rollouts/${rolloutId}/figures`, as: 'organiser' },
  { path: '/rollouts/adopt', as: 'organiser' },
  { path: '/overdue', as: 'organiser' },
  { path: '/reporting-periods', as: 'organiser' },
  { path: `/reports/${periodId}`, as: 'organiser' },
  { path: '/rollouts/own', as: 'organiser' },
  { path: '/adoptions', as: 'organiser' },
  { path: '/dashboard', as: 'leader' },
  { path: '/dashboard?by=UNIT', as: 'leader' },
  { path: '/dossiers', as: 'leader' },
  { path: '/contests/new', as: 'organiser' },
  { path: `/contests/${contestId}/setup`, as: 'organiser' },
  { path: `/contests/${contestId}/dossiers`, as: 'organiser' },
  { path: `/contests/${contestId}/paper`, as: 'organiser' },
  { path: `/contests/${contestId}/paper?mode=on-behalf`, as: 'organiser' },
  { path: `/contests/${contestId}/without-submission`, as: 'organiser' },
  { path: `/contests/${contestId}/invitations`, as: 'organiser' },
  { path: `/contests/${contestId}/jury`, as: 'organiser' },
  { path: `/register/${pastId}`, as: 'organiser' },
  { path: '/register/new-contest', as: 'organiser' },
  { path: '/units', as: 'admin' },
  { path: '/units/new', as: 'admin' },
  { path: `/units/${hanoi.units.district}`, as: 'admin' },
  { path: `/units/${communes[0] ?? ''}`, as: 'admin' },
  { path: '/people', as: 'admin' },
  { path: '/people/new', as: 'admin' },
  { path: '/grants', as: 'admin' },
  { path: '/imports?kind=units', as: 'admin' },
  { path: '/reports', as: 'communeOfficer' },
  { path: '/in-use', as: null },
  { path: '/in-use?units=today', as: null },
  { path: '/winners', as: null },
];

/** Whether something in the page is wider than the place it has, and has no way to be scrolled to. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *:not(input, select, textarea)')].flatMap((element) => {
      const { overflowX } = getComputedStyle(element);
      const hides = overflowX === 'hidden' || overflowX === 'clip';
      const box = element as HTMLElement;
      const isLine = getComputedStyle(element).textOverflow === 'ellipsis' || element.closest('.visually-hidden') !== null;
      return hides && !isLine && box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 1 ? [`${box.tagName} ${box.className}`] : [];
    }),
  );

test.each(['desktop', 'phone'] as const satisfies readonly Screen[])(
  'on a %s every page that shows communes bears 126 of them',
  async (screen) => {
    const found: Record<string, unknown> = {};
    for (const { path, as } of places()) {
      const began = Date.now();
      const page = await browsing.visit(path, { as: as ? hanoi.people[as] : undefined, screen });
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.locator('[class*="skeleton"]').first().waitFor({ state: 'hidden' });
      const ms = Date.now() - began;
      const faults = { scroll: await sidewaysScroll(page), cut: await cutOff(page), tooSlow: ms > SANE_MS && ms };
      if (faults.scroll > 0 || faults.cut.length > 0 || faults.tooSlow !== false) found[path] = faults;
      await page.context().close();
    }
    expect(found).toEqual({});
  },
  400_000,
);
