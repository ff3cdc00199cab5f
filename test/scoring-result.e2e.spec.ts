import { readFileSync } from 'node:fs';
import { RuleBook } from '#domain/contest';
import { Round } from '#domain/scoring';
import { SYSTEM } from '#lib/kernel';
import { AuditEntry, UnitOfWork, projectFile } from '#lib/platform';
import { StandingsService } from '../libs/result/src/application/result/standings.service.js';
import { changed, content } from './support/content.js';
import { aCriterion, aRound } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { CLOSE_ROUND, type Judging, aJudging, marksOf, openRound, signAll } from './support/judging.js';
import { done } from './support/world.js';

const STANDINGS = `query ($roundId: ID!, $number: Int) { standings(roundId: $roundId, number: $number) { totalCount edges { node {
  initiative { id } rank score mean spread adjusted adjustedRank state knockedOut { criterion nameVi minimum given } cutOff { score top { places score } } } } } }`;
const FINAL = `query ($contestId: ID!, $number: Int) { finalStandings(contestId: $contestId, number: $number) { edges { node { initiative { id } rank score } } } }`;
const RESULTS = `query ($roundId: ID!) { roundResults(roundId: $roundId) { number cause aggregation madeAt supersededAt ruleBookNumber ruleBookHash auditSeq auditHash } }`;
const CONTEST_RESULTS = `query ($contestId: ID!) { contestResults(contestId: $contestId) { number cause supersededAt ruleBookHash } }`;
const AGREEMENT = `query ($roundId: ID!, $number: Int) { agreement(roundId: $roundId, number: $number) { number kept initiatives judges crossed whyNotAdjusted { code }
  figures { criterion criterionNameVi measure nameVi value low high p meaningVi meaningEn whyNot { code } } } }`;
const JUDGES = `query ($roundId: ID!) { judgeStatistics(roundId: $roundId) { totalCount edges { node { judge { id fullName } cards mean severity { value whyNot { code } }
  zMean { value whyNot { code message } } correlation { value } outliers { initiative { id receiptNumber } total } } } } }`;
const WHAT_IF = `query ($roundId: ID!, $aggregation: Aggregation, $withoutJudgeId: ID, $first: Int, $after: String) {
  whatIf(roundId: $roundId, aggregation: $aggregation, withoutJudgeId: $withoutJudgeId, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
  edges { node { initiative { id } aggregation cards rank score rounded state whyNot { code } rankInForce scoreInForce stateInForce gained } } } }`;
const STABILITY = `query ($roundId: ID!, $seed: Int) { stability(roundId: $roundId, seed: $seed) { totalCount edges { node { initiative { id } rank best worst
  unrankedWithout chances { key chance } seed replicates } } } }`;

const NOVELTY = [28, 24, 20, 10];
/** One round: the first two pass, and below 15 of novelty an initiative is out. */
const ruleBook = {
  rounds: [
    aRound('dossier', {
      ...{ judgesPerInitiative: 2, minimumCards: 2, cutOff: { score: null, top: 2 } },
      rubric: [aCriterion('novelty', '30', { knockOutMinimum: '15' }), aCriterion('applicability', '30'), aCriterion('effect', '40')],
    }),
  ],
  tieBreak: [],
};

let contest: RunningContest;
let district: District;
let judging: Judging;
let roundId: string;
let organiser: Client;

const nodes = (page: any) => page.edges.map(({ node }: any) => node);
/** An initiative by its place in the contest. */
const at = ({ initiative }: any) => judging.initiatives.indexOf(initiative.id);

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  judging = await aJudging(contest, district, { initiatives: 4, judges: 2, ruleBook });
  ({ organiser } = judging);
  [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  // The second judge gives two points less for everything: totals 78 76, 74 72, 70 68, 60 58.
  await signAll(contest, judging, roundId, (judge, initiative) => marksOf(String(NOVELTY[initiative]! - 2 * judge), '20', '30'));
});
afterAll(() => contest.stop());

test('before the round is closed there is no result, no statistics and no look beside it', async () => {
  const { contestId } = judging;
  for (const client of [organiser, await contest.as(district.people.leader)]) {
    expect(await client.ask(STANDINGS, { roundId })).toEqual({ totalCount: 0, edges: [] });
    expect(await client.ask(RESULTS, { roundId })).toEqual([]);
    expect(await client.ask(CONTEST_RESULTS, { contestId })).toEqual([]);
    expect(await client.ask(AGREEMENT, { roundId })).toBeNull();
    for (const look of [JUDGES, WHAT_IF, STABILITY]) {
      const { errors } = await client.send(look, { roundId, first: 50 });
      expect(errors?.map(({ extensions }: any) => extensions.code)).toEqual(['ROUND_NOT_CLOSED']);
    }
  }
  expect(await contest.em().count(AuditEntry, { operation: 'whatIf' })).toBe(0);
});

test('closed, each line has the totals of its signed cards, lowest first, without whose they are', async () => {
  await organiser.ask(CLOSE_ROUND, { input: { roundId } });
  await contest.drain();
  const TOTALS = `query ($roundId: ID!, $number: Int) { standings(roundId: $roundId, number: $number) { edges { node { initiative { id } cards totals { total extra } } } } }`;
  const lines = nodes(await organiser.ask(TOTALS, { roundId }));
  expect(lines.map((line: any) => [at(line), line.cards, line.totals])).toEqual(
    [
      [0, 2, ['76', '78']],
      [1, 2, ['72', '74']],
      [2, 2, ['68', '70']],
      [3, 2, ['58', '60']],
    ].map(([place, cards, totals]: any) => [place, cards, totals.map((total: string) => ({ total, extra: false }))]),
  );
  const ADVICE = `query ($roundId: ID!) { agreement(roundId: $roundId) { figures { criterion measure adviceVi adviceEn } } }`;
  const { figures } = await organiser.ask(ADVICE, { roundId });
  expect(figures.find(({ measure }: any) => measure === 'KRIPPENDORFF_INTERVAL')).toMatchObject({
    criterion: null,
    adviceVi: 'Không cần làm gì thêm.',
    adviceEn: 'Nothing more needs to be done.',
  });
});

test('closed, each line says its mean, its score without severity, and why it is out', async () => {
  const lines = nodes(await organiser.ask(STANDINGS, { roundId }));
  expect(lines.map((line: any) => [at(line), line.rank, line.mean, line.spread, line.adjusted, line.adjustedRank, line.state])).toEqual([
    [0, 1, '77', '2', 77, 1, 'PASSED'],
    [1, 2, '73', '2', 73, 2, 'PASSED'],
    [2, 3, '69', '2', 69, 3, 'CUT_OFF'],
    [3, null, '59', '2', 59, null, 'KNOCKED_OUT'],
  ]);
  expect(lines.map(({ knockedOut, cutOff }: any) => [knockedOut, cutOff])).toEqual([
    [[], null],
    [[], null],
    [[], { score: null, top: { places: 2, score: '73' } }],
    [[{ criterion: 'novelty', nameVi: 'Tiêu chí novelty', minimum: '15', given: '9' }], null],
  ]);
});

test('how far the judges agree is told by criterion and in plain words', async () => {
  const { figures, ...about } = await organiser.ask(AGREEMENT, { roundId });
  expect(about).toEqual({ number: 1, kept: true, initiatives: 4, judges: 2, crossed: true, whyNotAdjusted: null });
  const of = (criterion: string | null, measure: string) =>
    figures.find((one: any) => one.criterion === criterion && one.measure === measure);
  expect(of(null, 'KENDALL_W')).toMatchObject({ value: 1, meaningVi: 'Mức đồng thuận về thứ tự xếp hạng: rất mạnh.', whyNot: null });
  expect(of('applicability', 'KRIPPENDORFF_INTERVAL')).toMatchObject({
    ...{ value: null, whyNot: { code: 'NO_VARIATION' }, criterionNameVi: 'Tiêu chí applicability' },
    meaningEn: 'How far the judges agree in their points: not computable, since all values are the same.',
  });
  expect(of('novelty', 'KRIPPENDORFF_INTERVAL').value).toBeGreaterThan(0.9);
});

test('how each judge marks is told with their names to those who run the judging', async () => {
  const leader = await contest.as(district.people.leader);
  const judges = nodes(await leader.ask(JUDGES, { roundId }));
  const byId = new Map(judges.map((judge: any) => [judge.judge.id, judge]));
  expect(judging.judges.map((id) => byId.get(id))).toMatchObject([
    { cards: 4, mean: 70.5, severity: { value: -1, whyNot: null }, outliers: [] },
    {
      cards: 4,
      mean: 68.5,
      severity: { value: 1, whyNot: null },
      zMean: { value: null, whyNot: { code: 'TOO_FEW_VALUES', message: 'Không tính được, vì có 2, cần ít nhất 3.' } },
    },
  ]);
  expect(judges.every(({ judge }: any) => judge.fullName.length > 3)).toBe(true);
});

test('a look at what would be is logged with what was asked and without a mark, and nothing of it is kept', async () => {
  const [harsh] = [judging.judges[1]!];
  const before = await content(contest, ['audit_entry', 'audit_personal', 'session']);
  const lines = nodes(await organiser.ask(WHAT_IF, { roundId, withoutJudgeId: harsh, aggregation: 'MEDIAN', first: 50 }));

  expect(lines.map((line: any) => [at(line), line.aggregation, line.cards, line.rank, line.rounded, line.state, line.gained])).toEqual([
    [0, 'MEDIAN', 1, 1, '78.00', 'PASSED', 0],
    [1, 'MEDIAN', 1, 2, '74.00', 'PASSED', 0],
    [2, 'MEDIAN', 1, 3, '70.00', 'CUT_OFF', 0],
    [3, 'MEDIAN', 1, null, '60.00', 'KNOCKED_OUT', null],
  ]);
  expect(lines[0]).toMatchObject({ rankInForce: 1, scoreInForce: '77', stateInForce: 'PASSED' });
  expect(changed(before, await content(contest, ['audit_entry', 'audit_personal', 'session']))).toEqual([]);
  const entries = await contest.em().find(AuditEntry, { operation: 'whatIf' });
  expect(entries.map(({ body }) => JSON.parse(body))).toEqual([
    expect.objectContaining({
      ...{ actor: district.people.organiser, subjectType: 'Round', subjectId: roundId, before: null },
      after: { aggregation: 'MEDIAN', trimming: null, furtherMark: null, withoutJudgeId: harsh },
    }),
  ]);
});

test('a look is paged, and refused for a judge who signed nothing', async () => {
  const first = await organiser.ask(WHAT_IF, { roundId, first: 3 });
  expect([first.totalCount, first.edges.length, first.pageInfo.hasNextPage]).toEqual([4, 3, true]);
  const rest = await organiser.ask(WHAT_IF, { roundId, first: 3, after: first.pageInfo.endCursor });
  expect([nodes(rest).map(at), rest.pageInfo.hasNextPage]).toEqual([[3], false]);
  const { errors } = await organiser.send(WHAT_IF, { roundId, first: 3, withoutJudgeId: district.people.judge });
  expect(errors?.map(({ extensions }: any) => [extensions.code, extensions.path])).toEqual([['JUDGE_WITHOUT_CARD', 'withoutJudgeId']]);
});

test('a place is as firm as its ranks without any judge, and prizes have chances that a seed decides', async () => {
  const lines = nodes(await organiser.ask(STABILITY, { roundId }));
  expect(lines.map((line: any) => [at(line), line.rank, line.best, line.worst, line.unrankedWithout])).toEqual([
    [0, 1, 1, 1, 0],
    [1, 2, 2, 2, 0],
    [2, 3, 3, 3, 0],
    [3, null, null, null, 2],
  ]);
  // Both judges put them in one order, so that whoever is drawn gives the one first and the other two second prizes.
  expect(lines.map(({ chances }: any) => chances.map(({ key, chance }: any) => [key, chance]))).toEqual([
    [
      ['FIRST', 1],
      ['SECOND', 0],
      ['THIRD', 0],
    ],
    [
      ['FIRST', 0],
      ['SECOND', 1],
      ['THIRD', 0],
    ],
    [
      ['FIRST', 0],
      ['SECOND', 1],
      ['THIRD', 0],
    ],
    [],
  ]);
  expect(nodes(await organiser.ask(STABILITY, { roundId }))).toEqual(lines);
  expect(nodes(await organiser.ask(STABILITY, { roundId, seed: 5 }))[0]).toMatchObject({ seed: 5, replicates: 1000 });
});

test('an organiser in conflict with any initiative of the contest is told nothing of its result', async () => {
  const shut = await contest.as(district.people.organiser);
  const version = await done(organiser, 'setConflict', {
    ...{ initiativeId: judging.initiatives[3]!, personId: district.people.organiser, type: 'FAMILY', reason: 'Anh em.' },
  });
  try {
    expect(await shut.ask(STANDINGS, { roundId })).toEqual({ totalCount: 0, edges: [] });
    expect(await shut.ask(RESULTS, { roundId })).toEqual([]);
    expect(await shut.ask(CONTEST_RESULTS, { contestId: judging.contestId })).toEqual([]);
    expect(await shut.ask(AGREEMENT, { roundId })).toBeNull();
    for (const look of [JUDGES, WHAT_IF, STABILITY]) {
      const { errors } = await shut.send(look, { roundId, first: 50 });
      expect(errors?.map(({ extensions }: any) => extensions.code)).toEqual(['NOT_FOUND']);
    }
  } finally {
    await contest.em().getConnection().execute('delete from conflict where id = ?', [version.id]);
  }
});

test('corrected, the version in force is read unless another is asked for, and the old one stays as it was', async () => {
  const { contestId } = judging;
  const old = await organiser.ask(STANDINGS, { roundId });
  const agreed = await organiser.ask(AGREEMENT, { roundId });
  await correct();

  const ranks = (page: any) => nodes(page).map((line: any) => [at(line), line.rank, line.score]);
  expect(ranks(await organiser.ask(STANDINGS, { roundId }))).toEqual([
    [0, 1, '77'],
    [2, 2, '74'], // (80 + 68) / 2
    [1, 3, '73'],
    [3, null, '59'],
  ]);
  expect(await organiser.ask(STANDINGS, { roundId, number: 1 })).toEqual(old);
  expect(await organiser.ask(AGREEMENT, { roundId, number: 1 })).toEqual(agreed);
  expect((await organiser.ask(AGREEMENT, { roundId })).number).toBe(2);
  expect(await organiser.ask(STANDINGS, { roundId, number: 3 })).toEqual({ totalCount: 0, edges: [] });
  expect(nodes(await organiser.ask(FINAL, { contestId })).map(at)).toEqual([0, 2, 1, 3]);
  expect(nodes(await organiser.ask(FINAL, { contestId, number: 1 })).map(at)).toEqual([0, 1, 2, 3]);

  const versions = await organiser.ask(RESULTS, { roundId });
  expect(versions.map(({ number, cause, aggregation, supersededAt }: any) => [number, cause, aggregation, supersededAt])).toEqual([
    [2, 'CORRECTION', 'MEAN', null],
    [1, 'CLOSING', 'MEAN', versions[0].madeAt],
  ]);
  expect(versions[0].auditSeq).toBeGreaterThan(versions[1].auditSeq);
  expect(versions[0].ruleBookHash).toMatch(/^[0-9a-f]{64}$/);
  expect((await organiser.ask(CONTEST_RESULTS, { contestId })).map(({ number, cause }: any) => [number, cause])).toEqual([
    [2, 'CORRECTION'],
    [1, 'CLOSING'],
  ]);
  expect(nodes(await organiser.ask(WHAT_IF, { roundId, first: 50 })).map((line: any) => [at(line), line.gained])).toEqual([
    [0, 0],
    [2, 0],
    [1, 0],
    [3, null],
  ]);
});

/** The first judge's card of the third initiative gets ten points more, and the result its next version. */
async function correct(): Promise<void> {
  const marks = marksOf('30', '20', '30').map((mark) => ({ ...mark, comment: null }));
  await contest
    .em()
    .getConnection()
    .execute('update scorecard set marks = ?::jsonb, total = 80 where round_id = ? and initiative_id = ? and judge_id = ?', [
      JSON.stringify(marks),
      roundId,
      judging.initiatives[2]!,
      judging.judges[0]!,
    ]);
  await contest.get(UnitOfWork).act(SYSTEM, 'correctCard', async (act) => {
    const round = await act.em.findOneOrFail(Round, { id: roundId });
    const book = await act.em.findOneOrFail(RuleBook, { id: round.ruleBook!.id });
    await contest.get(StandingsService).keepRound(act, { round, book, cause: 'CORRECTION' });
    await contest.get(StandingsService).keepFinal(act, { contestId: judging.contestId, book, cause: 'CORRECTION' });
  });
}

test('of results kept before there were statistics, the migration tells what their rows do', async () => {
  const db = contest.em().getConnection();
  const told = () => db.execute('select id, mean, knocked_out, cut_off from standing order by id');
  const before = await told();
  await db.execute(
    'alter table standing drop column mean, drop column adjusted, drop column adjusted_rank, drop column knocked_out, drop column cut_off',
  );
  await db.execute('alter table round_result drop column statistics');
  await db.execute(readFileSync(projectFile('prisma-free-schema/migrations/20261123143000-result-statistics.sql'), 'utf8'));

  expect(await told()).toEqual(before);
  expect(await organiser.ask(AGREEMENT, { roundId })).toMatchObject({ number: 2, kept: false, figures: [] });
  expect(nodes(await organiser.ask(STANDINGS, { roundId }))[0]).toMatchObject({ mean: '77', adjusted: null, adjustedRank: null });
});
