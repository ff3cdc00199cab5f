import { Calibration, CalibrationCard, CalibrationSample, Round, Scorecard } from '#domain/scoring';
import { AuditEntry } from '#lib/platform';
import { awaitedOf } from './support/awaiting.js';
import { aRound } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import {
  ASSIGN_ROUND,
  type Judging,
  MY_ASSIGNMENTS,
  OPEN_DOSSIER,
  OPEN_ROUND,
  SAVE,
  SIGN,
  aJudging,
  attestedCards,
  marksOf,
} from './support/judging.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

const REFUSAL = '... on Refusal { code path }';
const RANGE = '{ lowest highest mean }';
const SPREAD = `spread { signed total ${RANGE} criteria { criterion lowest highest mean } }`;
const OWN = `id asked finishedAt canFinish whyNotFinish { code } samples { id ordinal title card { total marks { criterion points } } canSign ${SPREAD} }`;
const OVERVIEW = `id version asked canSetSamples whyNotSetSamples { code } samples { id title ${SPREAD} } judges { judge { id } signed finishedAt }`;
const CALIBRATION = `query ($roundId: ID!) { calibration(roundId: $roundId) { ${OWN} } }`;
const CALIBRATION_OVERVIEW = `query ($roundId: ID!) { calibrationOverview(roundId: $roundId) { ${OVERVIEW} } }`;
const SET = `mutation ($input: SetCalibrationSamplesInput!) { setCalibrationSamples(input: $input) { __typename ... on CalibrationOverview { ${OVERVIEW} } ${REFUSAL} } }`;
const SIGN_SAMPLE = `mutation ($input: SignCalibrationCardInput!) { signCalibrationCard(input: $input) { __typename ... on Calibration { ${OWN} } ${REFUSAL} } }`;
const FINISH = `mutation ($input: FinishCalibrationInput!) { finishCalibration(input: $input) { __typename ... on Calibration { ${OWN} } ${REFUSAL} } }`;

const sample = (title: string) => ({
  title,
  problem: 'Chờ lâu.',
  solution: 'Lấy số qua mạng.',
  novelty: 'Mới ở huyện.',
  effect: 'Giảm nửa thời gian.',
});
const SAMPLES = [sample('Lấy số thứ tự qua Zalo'), sample('Sổ hẹn giờ dùng chung')];
const GOOD = marksOf('20', '20', '30');

const rounds = [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 1, calibration: true }), aRound('final')];
const versionOf = async (id: string) => (await contest.em().findOneOrFail(Round, { id })).version;
const aCalibrated = () => aJudging(contest, district, { initiatives: 1, judges: 2, ruleBook: { rounds } });

async function set({ organiser, rounds: [roundId = ''] }: Judging, samples = SAMPLES, version?: number): Promise<any> {
  return organiser.ask(SET, { input: { roundId, version: version ?? (await versionOf(roundId)), samples } });
}

async function open({ organiser, rounds: [roundId = ''] }: Judging): Promise<any> {
  await organiser.ask(ASSIGN_ROUND, { input: { roundId } });
  return organiser.ask(OPEN_ROUND, { input: { roundId, version: await versionOf(roundId) } });
}

/** A round with its samples, open; the ids of the samples and the clients of its two judges. */
async function anOpen(): Promise<{ judging: Judging; roundId: string; samples: string[]; judges: [Client, Client] }> {
  const judging = await aCalibrated();
  const { samples } = await set(judging);
  expect(await open(judging)).toMatchObject({ __typename: 'Round', state: 'OPEN' });
  const [first, second] = await Promise.all(judging.judges.map((id) => contest.as(id)));
  return { judging, roundId: judging.rounds[0]!, samples: samples.map(({ id }: { id: string }) => id), judges: [first!, second!] };
}

const signSample = (judge: Client, sampleId: string, marks = GOOD): Promise<any> => judge.ask(SIGN_SAMPLE, { input: { sampleId, marks } });

test('two samples are written for a planned round with a calibration, and a round without them does not open', async () => {
  const judging = await aCalibrated();
  const [roundId = '', plain = ''] = judging.rounds;
  expect(await open(judging)).toMatchObject({ code: 'CALIBRATION_SAMPLES_MISSING' });
  expect(await contest.em().findOneOrFail(Round, { id: roundId })).toMatchObject({ state: 'PLANNED' });
  const version = await versionOf(roundId);

  expect(await set(judging, SAMPLES.slice(0, 1))).toMatchObject({ code: 'CALIBRATION_SAMPLES', path: 'samples' });
  expect(await judging.organiser.ask(SET, { input: { roundId: plain, version: await versionOf(plain), samples: SAMPLES } })).toMatchObject({
    code: 'CALIBRATION_NOT_ASKED',
  });
  expect(await contest.em().count(CalibrationSample, { round: { contest: judging.contestId } })).toBe(0);

  expect(await set(judging)).toMatchObject({ __typename: 'CalibrationOverview', version: version + 1, canSetSamples: true });
  expect(await set(judging, SAMPLES, version)).toMatchObject({ code: 'STALE' });
  const again = await set(judging, [SAMPLES[1]!, SAMPLES[0]!]);
  expect(again.samples.map(({ title }: any) => title)).toEqual(['Sổ hẹn giờ dùng chung', 'Lấy số thứ tự qua Zalo']);
  expect(await open(judging)).toMatchObject({ state: 'OPEN' });
  expect(await set(judging)).toMatchObject({ code: 'ROUND_OPENED' });
  expect(await contest.em().count(CalibrationSample, { round: roundId })).toBe(2);
});

test('the samples await each judge from when they are written until the spread was seen', async () => {
  const judging = await aCalibrated();
  const [roundId = ''] = judging.rounds;
  const [judge, other] = (await Promise.all(judging.judges.map((id) => contest.as(id)))) as [Client, Client];
  const left = async (client: Client) =>
    (await awaitedOf(client, 'calibrationSign')).filter(({ subjectId }) => subjectId === roundId).map(({ count }) => count as number);
  expect(await left(judge)).toEqual([]);
  const { samples } = await set(judging);
  expect([await left(judge), await left(other), await left(judging.organiser)]).toEqual([[2], [2], []]);
  for (const { id } of samples) await signSample(judge, id as string);
  expect((await awaitedOf(judge, 'calibrationSign')).find(({ subjectId }) => subjectId === roundId)).toMatchObject({
    ...{ act: 'finishCalibration', count: 1, link: `/judging/${roundId}/calibration` },
  });
  await judge.ask(FINISH, { input: { roundId } });
  expect([await left(judge), await left(other)]).toEqual([[], [2]]);
});

test('no real card opens to a judge before the samples are scored and the spread is seen', async () => {
  const { judging, roundId, samples, judges } = await anOpen();
  const [judge] = judges;
  const [card] = await attestedCards(judge, roundId);
  const input = { scorecardId: card!.id, version: card!.version, marks: GOOD };
  const refusals = async () => {
    const { edges } = await judge.ask(MY_ASSIGNMENTS, { roundId });
    const codes = [(await judge.ask(SAVE, { input })).code, (await judge.ask(SIGN, { input })).code];
    const { code } = await judge.ask(OPEN_DOSSIER, { input: { scorecardId: card!.id } });
    return [edges[0].node.whyNotMark.code, ...codes, code];
  };
  const due = Array.from({ length: 4 }, () => 'CALIBRATION_DUE');

  expect(await refusals()).toEqual(due);
  expect(await judge.ask(FINISH, { input: { roundId } })).toMatchObject({ code: 'CALIBRATION_UNSIGNED' });
  await signSample(judge, samples[0]!);
  expect(await judge.ask(FINISH, { input: { roundId } })).toMatchObject({ code: 'CALIBRATION_UNSIGNED' });
  await signSample(judge, samples[1]!);
  expect(await refusals()).toEqual(due);
  expect(await contest.em().findOneOrFail(Scorecard, { id: card!.id })).toMatchObject({
    state: 'DRAFT',
    marks: [],
    version: card!.version,
  });
  expect(await contest.em().count(Calibration, { round: roundId })).toBe(0);

  expect(await judge.ask(FINISH, { input: { roundId } })).toMatchObject({ canFinish: false, finishedAt: expect.any(String) });
  expect(await judge.ask(OPEN_DOSSIER, { input: { scorecardId: card!.id } })).toMatchObject({ __typename: 'Dossier' });
  expect(await judge.ask(SIGN, { input })).toMatchObject({ state: 'SIGNED' });
  const [other] = await attestedCards(judges[1], roundId);
  expect(await judges[1].ask(SIGN, { input: { ...input, scorecardId: other!.id } })).toMatchObject({ code: 'CALIBRATION_DUE' });
  expect(judging.judges).toHaveLength(2);
});

test('a judge sees the spread after both own cards, without names; the organiser sees who has scored', async () => {
  const { judging, roundId, samples, judges } = await anOpen();
  const [first, second] = judges;
  for (const id of samples) await signSample(first, id, marksOf('10', '20', '25'));
  const early = await signSample(second, samples[0]!);
  expect(early.samples.map(({ spread, card }: any) => [spread, card?.total])).toEqual([
    [null, '70'],
    [null, undefined],
  ]);
  const both = await signSample(second, samples[1]!, marksOf('15.5', '20', '30'));

  expect(both).toMatchObject({ id: roundId, asked: true, canFinish: true });
  expect(both.samples.map(({ spread }: any) => spread)).toEqual([
    {
      signed: 2,
      total: { lowest: '55', highest: '70', mean: '62.5' },
      criteria: [
        { criterion: 'novelty', lowest: '10', highest: '20', mean: '15' },
        { criterion: 'applicability', lowest: '20', highest: '20', mean: '20' },
        { criterion: 'effect', lowest: '25', highest: '30', mean: '27.5' },
      ],
    },
    expect.objectContaining({ signed: 2, total: { lowest: '55', highest: '65.5', mean: '60.25' } }),
  ]);
  expect(await first.ask(CALIBRATION, { roundId })).toMatchObject({ samples: [{ spread: both.samples[0].spread }, {}] });
  await second.ask(FINISH, { input: { roundId } });
  const overview = await judging.organiser.ask(CALIBRATION_OVERVIEW, { roundId });
  expect(overview.judges).toEqual([
    { judge: { id: judging.judges[0] }, signed: 2, finishedAt: null },
    { judge: { id: judging.judges[1] }, signed: 2, finishedAt: expect.any(String) },
  ]);
  expect(overview.samples[0].spread).toEqual(both.samples[0].spread);
  const log = await contest.em().find(AuditEntry, { operation: 'signCalibrationCard' });
  expect(JSON.stringify(log)).not.toMatch(/(?<![:\d])(15|65)\.5(?!\d)/);
});

test('a sample is scored once, by the rules of real marks, by a judge of the contest, also before the round opens', async () => {
  const judging = await aCalibrated();
  const { samples } = await set(judging);
  const sampleId = samples[0].id as string;
  const judge = await contest.as(judging.judges[0]!);
  const stranger = await contest.as(district.people.judge);

  expect(await signSample(stranger, sampleId)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await stranger.ask(CALIBRATION, { roundId: judging.rounds[0] })).toBeNull();
  expect(await signSample(judge, sampleId, marksOf('31', '20', '30'))).toMatchObject({ code: 'MARK_OUT_OF_RANGE', path: 'marks.0.points' });
  expect(await signSample(judge, sampleId, GOOD.slice(1))).toMatchObject({ code: 'MARK_MISSING' });
  expect(await contest.em().count(CalibrationCard, { sample: sampleId })).toBe(0);

  const replies = await Promise.all([GOOD, GOOD, GOOD].map((marks) => signSample(judge, sampleId, marks)));
  expect(replies.map(({ code }) => code ?? 'signed').sort()).toEqual(['CALIBRATION_SIGNED', 'CALIBRATION_SIGNED', 'signed']);
  expect(await contest.em().count(CalibrationCard, { sample: sampleId })).toBe(1);
  expect(await set(judging)).toMatchObject({ code: 'CALIBRATION_BEGUN' });
  expect(await contest.em().count(CalibrationSample, { id: sampleId })).toBe(1);
});
