import { readFileSync } from 'node:fs';
import * as content from '../prisma-free-schema/seeds/content/index.js';

const CONTENT = new URL('../prisma-free-schema/seeds/content/', import.meta.url);

/** Officials whom the sources name; the people of the demo season must be none of them. */
const REAL_OFFICIALS = ['Nguyễn Hoàng Trường', 'Nguyễn Xuân Lý', 'Đồng Thị Nga'];

const initiatives = [...content.initiatives2023, ...content.initiativesOpen, ...content.initiativesJudging];
const authored = [...initiatives, ...content.pastWinners];
const communeCodes = content.communes.map((commune) => commune.gsoCode);
const unitCodes = new Set([...communeCodes, ...content.departments.map((department) => department.code), content.district.code]);

/** Rows of a CSV file of the content, the header left out. */
const csv = (name: string): string[][] =>
  readFileSync(new URL(name, CONTENT), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));

/** Every string anywhere in a value. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  if (value && typeof value === 'object') return Object.values(value).flatMap(strings);
  return [];
}

const repeated = (values: readonly string[]): string[] => values.filter((value, at) => values.indexOf(value) !== at);

test('every text is NFC, without control characters or stray spaces', () => {
  const texts = strings({ ...content });

  expect(texts.length).toBeGreaterThan(1000);
  expect(texts.filter((text) => text !== text.normalize('NFC') || /\p{Cc}/u.test(text))).toEqual([]);
  expect(texts.filter((text) => text !== text.trim() || text.includes('  '))).toEqual([]);
});

test('the twenty communes and their lineage are those of the tables', () => {
  const after = new Set(csv('units-2025.csv').map(([code]) => code));

  expect(csv('units-2021.csv').map(([code, , name]) => [code, name])).toEqual(
    content.communes.map(({ gsoCode, name }) => [gsoCode, name.vi]),
  );
  expect(communeCodes).toHaveLength(20);
  expect(content.departments).toHaveLength(12);
  expect(csv('units-lineage-2025.csv').filter(([old, , next]) => !communeCodes.includes(old!) || !after.has(next))).toEqual([]);
});

test('people have unique keys, names and addresses, a known unit, and are no real officials', () => {
  const everybody = [...content.people, ...content.extraAuthors];

  expect(repeated(everybody.map((person) => person.key))).toEqual([]);
  expect(repeated(everybody.map((person) => person.fullName))).toEqual([]);
  expect(repeated(content.people.map((person) => person.email))).toEqual([]);
  expect(content.people.filter(({ email }) => !/^[a-z0-9.]+@hoaiduc\.demo$/.test(email))).toEqual([]);
  expect(everybody.filter(({ unitCode }) => unitCode !== null && !unitCodes.has(unitCode))).toEqual([]);
  expect(strings({ ...content }).filter((text) => REAL_OFFICIALS.some((name) => text.includes(name)))).toEqual([]);
});

test('every unit has its submitter and someone who confirms; the jury has nine', () => {
  const units = [...unitCodes].filter((code) => code !== content.district.code).sort();
  const submitters = [...content.departmentSubmitters, ...content.communeSubmitters];
  const confirming = content.people.filter((person) => person.confirms);

  expect(submitters.map((person) => person.unitCode).sort()).toEqual(units);
  expect(confirming.map((person) => person.unitCode).sort()).toEqual(units);
  expect(content.communeOfficers).toHaveLength(20);
  expect(content.judges).toHaveLength(9);
});

test('shares sum to 100 and every author exists', () => {
  const known = new Set([...content.people, ...content.extraAuthors].map((person) => person.key));

  expect(authored.filter(({ authors }) => authors.reduce((sum, { share }) => sum + share, 0) !== 100)).toEqual([]);
  expect(authored.flatMap(({ authors }) => authors).filter(({ person, share }) => !known.has(person) || share <= 0)).toEqual([]);
  expect(authored.filter(({ authors }) => repeated(authors.map(({ person }) => person)).length > 0)).toEqual([]);
});

test('nobody with a seat is an author', () => {
  const seats = new Set([...content.staff, ...content.judges].map((person) => person.key));

  expect(authored.flatMap(({ authors }) => authors).filter(({ person }) => seats.has(person))).toEqual([]);
});

test('titles and keys are unique, owners and areas known', () => {
  const areas = new Set<string>(content.areas.map((area) => area.code));

  expect(repeated(authored.map((one) => one.title.toLocaleLowerCase('vi')))).toEqual([]);
  expect(repeated(authored.map((one) => one.key))).toEqual([]);
  expect(authored.filter((one) => !unitCodes.has(one.ownerCode) || !areas.has(one.areaCode))).toEqual([]);
  expect(areas.size).toBe(7);
});

test('2023 draws one initiative from each of the 35 rows, and every department and commune has one', () => {
  const owners = new Set(content.initiatives2023.map((one) => one.ownerCode));

  expect(content.initiatives2023.map((one) => one.row)).toEqual(Array.from({ length: 35 }, (_, at) => at + 1));
  expect(content.departments.filter(({ code }) => !owners.has(code))).toEqual([]);
  expect(communeCodes.filter((code) => !owners.has(code))).toEqual([]);
  expect(content.initiatives2023.filter((one) => one.illustrative !== one.row! > 6)).toEqual([]);
});

test('2021 to 2023 have sixteen winners, and those of 2023 stand clear', () => {
  const best = [...content.initiatives2023].sort((a, b) => b.quality - a.quality).map((one) => one.key);

  expect(best.slice(0, content.winnerKeys2023.length).sort()).toEqual([...content.winnerKeys2023].sort());
  expect(content.prizePlan2023.reduce((sum, tier) => sum + tier.quantity, 0)).toBe(content.winnerKeys2023.length);
  expect(content.pastWinners.length + content.winnerKeys2023.length).toBe(16);
});

test('an open initiative resembles one that exists', () => {
  const keys = new Set(content.initiatives2023.map((one) => one.key));
  const resembled = content.initiativesOpen.flatMap((one) => one.resembles ?? []);

  expect(resembled).toHaveLength(2);
  expect(resembled.filter((key) => !keys.has(key))).toEqual([]);
});

test('what is invented says so, and only fixture years have the placeholder', () => {
  const contests = [content.contest2021, content.contest2022, content.contest2023, content.contestOpen, content.contestJudging];
  const marked = [...authored, ...contests, ...contests.flatMap((contest) => contest.documents)];

  expect(marked.filter((one) => one.illustrative && !/minh họa/i.test(one.note))).toEqual([]);
  expect(contests.filter((contest) => contest.title.vi.includes('{year}') !== (contest.year === null))).toEqual([]);
});

test('each rubric sums to 100 and the bands of novelty leave no whole mark out', () => {
  for (const rubric of [content.dossierRubric, content.presentationRubric]) {
    expect(rubric.reduce((sum, criterion) => sum + criterion.max, 0)).toBe(100);
    expect(rubric.filter(({ max, children }) => children && children.reduce((sum, child) => sum + child.max, 0) !== max)).toEqual([]);
  }
  const covered = content.dossierRubric[0]!.bands!.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at));

  expect(covered.sort((a, b) => a - b)).toEqual(Array.from({ length: 31 }, (_, at) => at));
});

test.each(content.rollouts)('$key covers the twenty, and its steps go forward in time with their reasons', ({ adoptions, startedOn }) => {
  const steps = adoptions.flatMap((adoption) => adoption.steps);
  const reasoned = ['PAUSED', 'NOT_SUITABLE', 'DROPPED'];

  expect(adoptions.map((adoption) => adoption.communeCode)).toEqual(communeCodes);
  expect(adoptions.filter((adoption) => adoption.steps.some(({ on }, at) => at > 0 && on <= adoption.steps[at - 1]!.on))).toEqual([]);
  expect(steps.filter(({ on }) => on < startedOn || on > '2025-06-30')).toEqual([]);
  expect(steps.filter(({ state, reason }) => reasoned.includes(state) && !reason)).toEqual([]);
  expect(adoptions.filter(({ basis, exemptReason }) => (basis === 'EXEMPT') !== Boolean(exemptReason))).toEqual([]);
});

test.each(content.rollouts)('$key has figures of indicators, periods and communes that exist', ({ indicators, figures, tables }) => {
  const aggregation = new Map(indicators.map((indicator) => [indicator.key, indicator.aggregation]));
  const periods = new Set(content.periods.map((period) => period.key));

  expect(figures.filter(({ indicatorKey, unitCode }) => !aggregation.has(indicatorKey) || !unitCodes.has(unitCode))).toEqual([]);
  expect(tables.filter(({ indicatorKey, periodKey }) => !aggregation.has(indicatorKey) || !periods.has(periodKey))).toEqual([]);
  expect(tables.flatMap(({ values }) => Object.keys(values)).filter((code) => !communeCodes.includes(code))).toEqual([]);
  for (const { indicatorKey, values } of tables) {
    const all = Object.values(values);
    const ratios = all.filter((value) => typeof value !== 'number');
    expect(ratios).toHaveLength(aggregation.get(indicatorKey) === 'RATIO' ? all.length : 0);
    expect(ratios.filter(([part, whole]) => part > whole || part < 0)).toEqual([]);
  }
});

test('the published figures stand as their sources have them', () => {
  const published = content.rollouts.flatMap((rollout) => rollout.figures).filter((figure) => !figure.illustrative);

  expect(published.map(({ value, source, from, to }) => [value, source, from, to])).toEqual([
    [21_325, 'Báo Kinh tế & Đô thị', '2023-11-01', '2023-11-30'],
    [21_325, 'Báo Lao động Thủ đô', '2023-11-01', '2024-11-30'],
    [1_355, 'Báo Kinh tế & Đô thị', '2023-01-01', '2023-10-31'],
  ]);
});
