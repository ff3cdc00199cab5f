import { localDate } from '#lib/kernel';
import { aDeliberated } from './support/awards.js';
import { type District, aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { DRAFT_PAPER, FREEZE_PAPER, PAPER, REDRAFT_PAPER, SAVE_TEMPLATE, aTemplate, wordsOfDocx, wordsOfPaper } from './support/papers.js';

const READ = `query ($id: ID!) { paper(id: $id) { ${PAPER} } }`;
const PREPARATION =
  'query ($kind: PaperKind!, $id: ID!) { paperPreparation(kind: $kind, aboutId: $id) { lacking hasTemplate gaps bases { text standing successorMissing replacedBy } } }';
const TEMPLATES =
  'query ($unitId: ID!) { paperTemplates(unitId: $unitId) { number bases { text from to replacedBy standing successorMissing } } }';

const OLD = 'Căn cứ Quyết định số 112/QĐ-UBND về quy chế Cuộc thi';
const NEW = 'Căn cứ Quyết định số 245/QĐ-UBND về quy chế Cuộc thi';

let contest: RunningContest;
let district: District;

beforeEach(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterEach(() => contest.stop());

const today = (after = 0): string => localDate(new Date(contest.clock.now().getTime() + after * 86_400_000));
const old = (to: string) => ({ text: OLD, from: '2020-01-01', to, replacedBy: 'Quyết định số 245/QĐ-UBND' });
const successor = (from: string) => ({ text: NEW, from, to: null, replacedBy: null });

/** An office of whose round there can be minutes, by a template with these bases, of the day on which it was closed. */
async function anOffice(bases: () => readonly Record<string, unknown>[]) {
  const judging = await aDeliberated(contest, district, { novelty: ['25', '20'] });
  const template = aTemplate(district.units.district, 'ROUND_MINUTES', { symbol: 'BB-BGK', bases: bases() });
  const saved = await judging.organiser.ask(SAVE_TEMPLATE, { input: template });
  const draft = () => judging.organiser.ask(DRAFT_PAPER, { input: { kind: 'ROUND_MINUTES', aboutId: judging.rounds[0] } });
  return { ...judging, template, saved, draft };
}

test('a paper names the bases that are in force on its day, and what it leaves out is said before', async () => {
  const { organiser, rounds, draft } = await anOffice(() => [old(today(-1)), successor(today())]);
  expect(await organiser.ask(PREPARATION, { kind: 'ROUND_MINUTES', id: rounds[0] })).toEqual({
    lacking: [],
    hasTemplate: true,
    gaps: [],
    bases: [
      { text: OLD, standing: 'ENDED', successorMissing: false, replacedBy: 'Quyết định số 245/QĐ-UBND' },
      { text: NEW, standing: 'IN_FORCE', successorMissing: false, replacedBy: null },
    ],
  });
  const paper = await draft();
  for (const text of [
    await wordsOfPaper(contest, organiser, paper.id as string),
    await wordsOfDocx(contest, organiser, paper.id as string),
  ]) {
    expect(text).toContain(`${NEW}.`);
    expect(text).not.toContain(OLD);
  }
});

test('that a template lacks what replaced a basis, and what else a paper would lack, is said before it is drafted', async () => {
  const { organiser, template, rounds } = await anOffice(() => [old(today(-1)), successor(today(1))]);
  await organiser.ask(SAVE_TEMPLATE, { input: { ...template, number: 1, recipients: [], signers: [] } });
  expect(await organiser.ask(PREPARATION, { kind: 'ROUND_MINUTES', id: rounds[0] })).toMatchObject({
    gaps: ['NO_SIGNER', 'NO_RECIPIENTS'],
    bases: [
      { standing: 'ENDED', successorMissing: true },
      { standing: 'NOT_YET', successorMissing: false },
    ],
  });
});

test('a draft whose bases are not those in force any more is filled anew before it is frozen', async () => {
  const { organiser, draft } = await anOffice(() => [old(today()), successor(today(1))]);
  const paper = await draft();
  expect(paper.gaps).toEqual([]);
  contest.clock.set(new Date(contest.clock.now().getTime() + 86_400_000));
  const freeze = (version: number) => organiser.ask(FREEZE_PAPER, { input: { paperId: paper.id, version } });

  expect(await organiser.ask(READ, { id: paper.id })).toMatchObject({ gaps: ['BASES_CHANGED'] });
  expect(await freeze(paper.version as number)).toMatchObject({ code: 'PAPER_BASES_CHANGED' });
  expect(await organiser.ask(READ, { id: paper.id })).toMatchObject({ state: 'DRAFT', version: paper.version, frozenHash: null });

  const anew = await organiser.ask(REDRAFT_PAPER, { input: { paperId: paper.id, version: paper.version } });
  expect(anew.gaps).toEqual([]);
  expect(await wordsOfPaper(contest, organiser, paper.id as string)).toContain(`${NEW}.`);
  expect(await freeze(anew.version as number)).toMatchObject({ state: 'FROZEN', gaps: [] });
});

test('unsound bases are refused where they stand, and nothing is written; days and successors may be left out', async () => {
  const { organiser, template } = await anOffice(() => [{ text: OLD, from: '2020-01-01' }]);
  const save = (bases: readonly unknown[]) => organiser.ask(SAVE_TEMPLATE, { input: { ...template, number: 1, bases } });
  const templates = () => organiser.ask(TEMPLATES, { unitId: district.units.district });

  expect(await save([{ ...old('2019-12-31') }])).toMatchObject({ code: 'PAPER_BASIS_TURNED', path: 'bases.0.to' });
  expect(await save([{ ...old(today()), to: null }])).toMatchObject({ code: 'PAPER_BASIS_NO_END', path: 'bases.0.to' });
  expect(await save([successor('2020-01-01'), successor('2025-01-01')])).toMatchObject({ code: 'PAPER_BASIS_TWICE', path: 'bases.1.text' });
  expect(await templates()).toEqual([
    { number: 1, bases: [{ text: OLD, from: '2020-01-01', to: null, replacedBy: null, standing: 'IN_FORCE', successorMissing: false }] },
  ]);
});

test('the database keeps no basis that ends before it begins, nor one that is replaced without an end', async () => {
  await anOffice(() => [old(today())]);
  const put = (key: string, value: string) =>
    contest.em().getConnection().execute(`update paper_template set bases = jsonb_set(bases, '{0,${key}}', '${value}')`);
  await expect(put('to', '"2019-12-31"')).rejects.toThrow(/paper_template_bases_forward/);
  await expect(put('to', 'null')).rejects.toThrow(/paper_template_replaced_ended/);
});
