import { randomId } from '#lib/kernel';
import { type District } from './factories.js';
import { type RunningContest } from './harness.js';
import { aHead } from './heads.js';
import { mutation } from './sign-in.js';
import { type Twice } from './twice.js';

const inputOf = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
export const SCHEME = `id version state total maximaSum fields { id criterionCode maximum criteria { id criterionCode maximum comparableWith comparableWithId } }
  whyNotEdit { code } whyNotPutInForce { code }`;
export const SHEET = `id version year state unit { id } selfTotal assessedTotal finalTotal finalPercent unscored submittedByName
  fields { criterionCode scores { id criterionCode maximum selfPoints evidence assessedPoints assessedReason finalPoints finalReason } }
  whyNotScore { code } whyNotSubmit { code } whyNotAssess { code } whyNotSettle { code }`;
const LISTED = 'id year units settled scheme { id total }';
export const YEAR = `${LISTED} fields { id criterionCode maximum } rows { id unit { id } state selfTotal assessedTotal finalTotal total sharePercent rank
  fields { fieldId points sharePercent } }`;
export const schemeAct = (name: string): string => mutation(name, inputOf(name), `... on IndexScheme { ${SCHEME} }`);
export const sheetAct = (name: string): string => mutation(name, inputOf(name), `... on IndexSheet { ${SHEET} }`);
export const OPEN_YEAR = mutation('openIndexYear', 'OpenIndexYearInput', `... on IndexYear { ${YEAR} }`);
export const SHEET_OF = `query ($id: ID!) { indexSheet(id: $id) { ${SHEET} } }`;
export const YEAR_OF = `query ($yearId: ID!) { indexYear(yearId: $yearId) { ${YEAR} } }`;
export const PUBLIC_YEAR = `query ($yearId: ID!) { publicIndexYear(yearId: $yearId) { ${YEAR} } }`;
export const PUBLIC_YEARS = `{ publicIndexYears { edges { node { ${LISTED} } } } }`;
export const YEARS = `{ indexYears { edges { node { ${LISTED} } } } }`;
export const UNIT_OVER_YEARS = 'query ($unitId: ID!) { unitIndex(unitId: $unitId) { id year total sharePercent } }';
export const COMPARISON = `query ($yearId: ID!, $withId: ID!) { indexComparison(yearId: $yearId, withId: $withId) {
  before { year } now { year } common { criterionCode codeBefore maximum maximumBefore } whyNotTotals { code message }
  units { unit { id } before { points maximum sharePercent } now { points maximum sharePercent } change totalChange } } }`;

const criterion = (criterionCode: string, maximum: string, comparableWithId: string | null = null): object => ({
  ...{ criterionCode, nameVi: `Tiêu chí ${criterionCode}`, nameEn: `Criterion ${criterionCode}`, maximum, comparableWithId },
});
const field = (criterionCode: string, criteria: readonly object[]): object => ({
  ...{ criterionCode, nameVi: `Lĩnh vực ${criterionCode}`, nameEn: `Field ${criterionCode}`, criteria },
});

/** Of 100 points, 60 of them in the criteria that the next one takes over. */
export const A_SCHEME = {
  ...{ nameVi: 'Bộ tiêu chí thứ nhất', nameEn: 'The first scheme', decisionNumber: '1/QĐ', decidedOn: '2020-01-02', issuer: 'Bộ Nội vụ' },
  ...{ fromYear: 2021, total: '100', step: '0.25' },
  fields: [field('1', [criterion('1.1', '35'), criterion('1.2', '25')]), field('2', [criterion('2.1', '40')])],
};

/** Of 58 points in what it takes over from the first, and 42 that are new. */
export const nextScheme = ([plan, staff]: readonly string[]): typeof A_SCHEME => ({
  ...A_SCHEME,
  ...{ nameVi: 'Bộ tiêu chí thứ hai', nameEn: 'The second scheme', decisionNumber: '2/QĐ', fromYear: 2024 },
  fields: [field('I', [criterion('I.1', '34', plan), criterion('I.2', '24', staff)]), field('II', [criterion('II.1', '42')])],
});

/** The points of a sheet by the codes of its criteria, as an input has them. */
export const pointsOf = (sheet: any, points: Readonly<Record<string, string>>, note: string | null = null): object[] =>
  sheet.fields
    .flatMap(({ scores }: any) => scores)
    .flatMap(({ id, criterionCode }: any) =>
      points[criterionCode] === undefined ? [] : [{ scoreId: id, points: points[criterionCode], note }],
    );

/** A scheme in force and a year that is open for a commune; ids by the names of the API. */
export async function theirIndex(
  contest: RunningContest,
  { units }: District,
): Promise<Readonly<Record<'schemeId' | 'draftSchemeId' | 'yearId' | 'sheetId' | 'scoreId', string>>> {
  const [schemeId, draftSchemeId, yearId, sheetId] = [randomId(), randomId(), randomId(), randomId()];
  const [scoreId, fieldId, criterionId] = [randomId(), randomId(), randomId()];
  const rows = (statement: string, values: unknown[]) => contest.em().getConnection().execute(statement, values);
  for (const [id, fromYear] of [
    [schemeId, 2020],
    [draftSchemeId, 2029],
  ])
    await rows(
      `insert into index_scheme (id, host_id, name_vi, name_en, decision_number, decided_on, issuer, from_year, total, step, state, illustrative)
       values (?, ?, 'Bộ tiêu chí', 'Scheme', '1/QĐ', '2020-01-02', 'Bộ Nội vụ', ?, 100, 0.5, 'DRAFT', false)`,
      [id, units.district, fromYear],
    );
  await rows(`insert into index_criterion (id, scheme_id, place, code, name_vi, name_en) values (?, ?, 1, '1', 'Chỉ đạo', 'Steering')`, [
    ...[fieldId, schemeId],
  ]);
  await rows(
    `insert into index_criterion (id, scheme_id, group_id, place, code, name_vi, name_en, maximum, comparable_key)
     values (?, ?, ?, 2, '1.1', 'Kế hoạch', 'Plan', 100, ?)`,
    [criterionId, schemeId, fieldId, criterionId],
  );
  await rows(`update index_scheme set state = 'IN_FORCE', put_in_force_at = now() where id = ?`, [schemeId]);
  await rows(
    `insert into index_year (id, host_id, scheme_id, year, self_due_on, opened_at) values (?, ?, ?, 2020, '2021-01-15', '2021-01-02')`,
    [...[yearId, units.district, schemeId]],
  );
  await rows(`insert into index_sheet (id, year_id, unit_id, state) values (?, ?, ?, 'OPEN')`, [sheetId, yearId, units.anKhanh]);
  await rows(`insert into index_score (id, sheet_id, criterion_id, maximum, step) values (?, ?, ?, 100, 0.5)`, [
    scoreId,
    sheetId,
    criterionId,
  ]);
  return { schemeId, draftSchemeId, yearId, sheetId, scoreId };
}

/** Every mutation on the index, each sent twice: a scheme, a year by it, and the sheet of a commune until it is settled. */
export async function playIndex(contest: RunningContest, twice: Twice, { units, people }: District): Promise<void> {
  const send = (name: string, input: Record<string, unknown>, by = people.organiser): Promise<any> => twice.send(by, name, input, 10);
  const head = await aHead(contest, units.laPhu);
  const draft = await send('enterIndexScheme', A_SCHEME);
  const edited = await send('editIndexScheme', { ...A_SCHEME, schemeId: draft.id, version: draft.version, issuer: 'Ủy ban nhân dân' });
  await send('putIndexSchemeInForce', { schemeId: draft.id, version: edited.version });
  const selfDueOn = contest.clock.now().toISOString().slice(0, 10);
  const year = await send('openIndexYear', { schemeId: draft.id, year: 2025, selfDueOn, unitIds: [units.laPhu] });
  const rows = (statement: string) => contest.em().getConnection().execute(statement);
  const [sheet]: any[] = await rows(`select id from index_sheet where year_id = '${String(year.id)}'`);
  const found: any[] = await rows(`select id, maximum from index_score where sheet_id = '${String(sheet.id)}' order by id`);
  const scores = found.map(({ id, maximum }) => ({ scoreId: id, points: maximum }));
  const of = (version: number) => ({ sheetId: sheet.id as string, version });
  const saved = await send('saveIndexScores', { ...of(1), scores }, head.id);
  const submitted = await send('submitIndexSheet', of(saved.version as number), head.id);
  const judged = await send('saveIndexScores', { ...of(submitted.version as number), scores });
  const assessed = await send('assessIndexSheet', of(judged.version as number));
  await send('settleIndexSheet', of(assessed.version as number));
}
