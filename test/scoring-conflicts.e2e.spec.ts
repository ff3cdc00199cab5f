import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { Initiative } from '#domain/initiative';
import { Conflict } from '#domain/jury';
import { Scorecard } from '#domain/scoring';
import { Unit } from '#domain/units';
import { SeatService } from '#lib/contest';
import { PersonService } from '#lib/identity';
import { SYSTEM } from '#lib/kernel';
import { projectFile } from '#lib/platform';
import { ConflictDetectionService } from '#lib/jury';
import { aRound } from './support/contests.js';
import { type District, aDistrict, aPerson, aUnit } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import {
  CLOSE_ROUND,
  EXCUSE,
  type Judging,
  SIGN,
  aJudging,
  anEligible,
  attestedCards,
  marksOf,
  openRound,
  signAll,
} from './support/judging.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

const GOOD = marksOf('25', '20', '30');
const CONFLICTS =
  'query ($contestId: ID!) { conflicts(contestId: $contestId) { edges { node { id version person { id } type source pinned active canLift canPin } } } }';
const SET = 'mutation ($input: SetConflictInput!) { setConflict(input: $input) { __typename ... on Refusal { code } } }';
const LIFT = 'mutation ($input: LiftConflictInput!) { liftConflict(input: $input) { __typename ... on Refusal { code } } }';
const PIN =
  'mutation ($input: PinConflictInput!) { pinConflict(input: $input) { __typename ... on Conflict { source active pinned canPin } ... on Refusal { code } } }';
const PROGRESS = 'query ($id: ID!) { round(id: $id) { progress { signed } } }';
const cardsOf = (roundId: string) => contest.em().find(Scorecard, { round: roundId }, { orderBy: { id: 'asc' } });
const conflictsOf = async (judging: Judging, asker = judging.organiser) =>
  (await asker.ask(CONFLICTS, { contestId: judging.contestId })).edges.map(({ node }: any) => node);

test('an organiser without a seat is in conflict as one with a seat is, cannot lift it, and finds nothing to run', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1 });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const tied = await aPerson(contest, { unitId: district.units.finance, role: 'ORGANISER', roleUnitId: district.units.district });
  await contest.drain();
  const organiser = await contest.as(tied);
  expect(await organiser.ask(PROGRESS, { id: roundId })).toEqual({ progress: null });

  const own = (await conflictsOf(judging, organiser)).find(({ person }: any) => person.id === tied);
  expect(own).toMatchObject({ type: 'SAME_UNIT', source: 'DETECTED', canLift: false });
  const input = { conflictId: own.id, version: own.version, reason: 'Không đáng kể' };
  expect(await organiser.ask(LIFT, { input })).toMatchObject({ code: 'CONFLICT_OWN' });
  expect(await organiser.ask(PROGRESS, { id: roundId })).toEqual({ progress: null });
});

test('who is shut out of the judging knows of their own conflict alone, and decides on none; of themselves they may tell', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1 });
  const [initiativeId = ''] = judging.initiatives;
  const [judgeId = ''] = judging.judges;
  const tied = await aPerson(contest, { unitId: district.units.culture, role: 'ORGANISER', roleUnitId: district.units.district });
  const organiser = await contest.as(tied);
  await judging.organiser.ask(SET, { input: { initiativeId, personId: judgeId, type: 'FAMILY', reason: 'Vợ là tác giả' } });
  expect(await conflictsOf(judging, organiser)).toEqual(await conflictsOf(judging));
  const known = await contest.em().count(Conflict, { contest: judging.contestId });

  const own = { initiativeId, personId: tied, type: 'FINANCIAL', reason: 'Góp vốn với tác giả' };
  expect(await organiser.ask(SET, { input: own })).toMatchObject({ __typename: 'Conflict' });
  const seen = await conflictsOf(judging, organiser);
  expect(seen.map(({ person, type }: any) => [person.id, type])).toEqual([[tied, 'FINANCIAL']]);
  const [of] = (await conflictsOf(judging)).filter(({ person }: any) => person.id === judgeId);
  const input = { conflictId: of.id, version: of.version, reason: 'Không đáng kể' };
  for (const [act, given] of [
    [SET, { initiativeId, personId: judging.judges[1], type: 'OTHER', reason: 'Lý do khác' }],
    [LIFT, input],
    [PIN, input],
  ] as const) {
    expect(await organiser.ask(act, { input: given })).toMatchObject({ code: 'NOT_FOUND' });
  }
  expect(await contest.em().count(Conflict, { contest: judging.contestId })).toBe(known + 1);
});

test('a detected conflict goes when it is not found any more; one that an organiser pinned stays, and only an organiser lifts it', async () => {
  const judging = await aJudging(contest, district, { initiatives: 2 });
  const [kept = '', gone = ''] = judging.judges;
  const positions = await Promise.all(
    [kept, gone].map((personId) =>
      contest.get(PersonService).addPosition(SYSTEM, {
        personId,
        unitId: district.units.finance,
        titleVi: 'Chuyên viên',
        titleEn: 'Official',
        from: '2021-01-01',
      }),
    ),
  );
  await contest.drain();
  const found = await conflictsOf(judging);
  const [first] = found.filter(({ person }: any) => person.id === kept);
  const input = { conflictId: first.id, version: first.version, reason: 'Vẫn sinh hoạt chung với phòng' };
  expect(first).toMatchObject({ source: 'DETECTED', pinned: false, canPin: true });
  expect(await judging.organiser.ask(PIN, { input })).toMatchObject({ source: 'DETECTED', pinned: true, active: true, canPin: false });
  expect(await judging.organiser.ask(PIN, { input: { ...input, version: Number(first.version) + 1 } })).toMatchObject({
    code: 'CONFLICT_PINNED',
  });

  for (const { id } of positions) await contest.get(PersonService).endPosition(SYSTEM, { positionId: id, to: '2021-12-31' });
  await contest.drain();
  const [left, ...others] = (await conflictsOf(judging)).filter(({ person }: any) => judging.judges.includes(person.id));
  expect([left.id, left.pinned]).toEqual([first.id, true]);
  // The other initiative's, of the same person, was not pinned.
  expect(others).toEqual([]);

  const lift = { ...input, version: left.version };
  expect(await (await contest.as(kept)).send(LIFT, { input: lift })).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  expect(await judging.organiser.ask(LIFT, { input: lift })).toMatchObject({ __typename: 'Conflict' });
  expect(await judging.organiser.ask(PIN, { input: { ...lift, version: Number(left.version) + 1 } })).toMatchObject({
    active: true,
    pinned: true,
  });
});

test('of a person of the unit, of one above it and of one below it, the type says which', async () => {
  const hamlet = await aUnit(contest, 'Tổ công tác thôn Yên Lộ', { kind: 'DEPARTMENT', parentId: district.units.anKhanh });
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 0 });
  const { area } = await contest.em().findOneOrFail(Initiative, { id: judging.initiatives[0]! });
  const to = { contestId: judging.contestId, areaId: area.id };
  const author = await aPerson(contest, { unitId: hamlet });
  const below = await anEligible(contest, to, { ownerId: hamlet, authorIds: [author] });
  const above = await anEligible(contest, to, { ownerId: district.units.anKhanh, authorIds: [author] });
  const member = await aPerson(contest, { unitId: district.units.anKhanh, role: 'JUDGE' });
  await contest.get(SeatService).seat(SYSTEM, { contestId: judging.contestId, personId: member, kind: 'JUDGE' });
  await contest.drain();
  const found = await contest.em().find(Conflict, { contest: judging.contestId, person: member });
  expect(Object.fromEntries(found.map(({ initiative, type }) => [initiative.id, type]))).toEqual({
    [above]: 'SAME_UNIT',
    [below]: 'RELATED_UNIT',
  });
});

test('conflicts kept under the earlier types come out of the migration as they are detected now', async () => {
  const judging = await aJudging(contest, district, { initiatives: 2 });
  const below = await aUnit(contest, 'Tổ Kế toán', { kind: 'DEPARTMENT', parentId: district.units.finance });
  for (const [at, unitId] of [district.units.finance, below].entries()) {
    const personId = judging.judges[at]!;
    await contest
      .get(PersonService)
      .addPosition(SYSTEM, { personId, unitId, titleVi: 'Chuyên viên', titleEn: 'Official', from: '2021-01-01' });
  }
  const told = { initiativeId: judging.initiatives[0], personId: judging.judges[2], type: 'FINANCIAL', reason: 'Góp vốn' };
  await judging.organiser.ask(SET, { input: told });
  await contest.drain();
  const types = async () =>
    (await contest.em().find(Conflict, { contest: judging.contestId }, { orderBy: { id: 'asc' } })).map(({ id, type }) => [id, type]);
  const now = await types();
  expect(new Set(now.map(([, type]) => type))).toEqual(new Set(['SAME_UNIT', 'RELATED_UNIT', 'FINANCIAL']));

  const db = contest.em().getKysely();
  await sql`alter table conflict drop constraint conflict_type`.execute(db);
  await sql`update conflict set type = case type when 'FINANCIAL' then 'INTEREST' when 'FAMILY' then 'FAMILY' else 'UNIT' end`.execute(db);
  await sql`alter table conflict add constraint conflict_type check (type in ('UNIT', 'INTEREST', 'FAMILY'))`.execute(db);
  const migration = readFileSync(projectFile('prisma-free-schema/migrations/20261123141500-conflict-types.sql'), 'utf8');
  for (const statement of migration.split(/;\s*$/m).filter((one) => one.trim())) await sql.raw(statement).execute(db);
  expect(await types()).toEqual(now);
});

test('who comes to work in the unit of an initiative during the judging is in conflict with it', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1 });
  await openRound(contest, judging, judging.rounds[0]!);
  const [mover = ''] = judging.judges;
  await contest.get(PersonService).addPosition(SYSTEM, {
    personId: mover,
    unitId: district.units.finance,
    titleVi: 'Chuyên viên',
    titleEn: 'Official',
    from: '2021-01-01',
  });
  await contest.drain();
  expect(await conflictsOf(judging)).toContainEqual(expect.objectContaining({ person: { id: mover }, type: 'SAME_UNIT' }));
  expect(await contest.em().findOneOrFail(Scorecard, { judge: mover })).toMatchObject({ state: 'EXCUSED' });
});

test('a conflict with an initiative that has cards outlives its withdrawal', async () => {
  const judging = await aJudging(contest, district, { initiatives: 2 });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const tied = await aPerson(contest, { unitId: district.units.culture, role: 'ORGANISER', roleUnitId: district.units.district });
  const em = contest.em();
  Object.assign(await em.findOneOrFail(Initiative, { id: judging.initiatives[0]! }), {
    owner: em.getReference(Unit, district.units.culture),
    state: 'WITHDRAWN',
    endReason: 'Tác giả xin rút',
  });
  await em.flush();
  await contest.get(ConflictDetectionService).detect(SYSTEM, judging.contestId);
  expect(await (await contest.as(tied)).ask(PROGRESS, { id: roundId })).toEqual({ progress: null });
});

test('who replaces a judge while a round settles can sign', async () => {
  const ruleBook = { rounds: [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2, divergenceThreshold: '20' }), aRound('final')] };
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 4, ruleBook });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const [first, second] = await cardsOf(roundId);
  for (const [card, marks] of [
    [first!, GOOD],
    [second!, marksOf('5', '5', '5')],
  ] as const) {
    const judge = await contest.as(card.judge.id);
    await attestedCards(judge, roundId);
    await judge.ask(SIGN, { input: { scorecardId: card.id, version: 1, marks } });
  }
  expect(await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ state: 'SETTLING' });
  await judging.organiser.ask(SET, {
    input: { initiativeId: judging.initiatives[0], personId: first!.judge.id, type: 'FAMILY', reason: 'Vợ là tác giả' },
  });
  const held = (await cardsOf(roundId)).map(({ judge }) => judge.id);
  const replacementId = judging.judges.find((id) => !held.includes(id));
  const excused = await judging.organiser.ask(EXCUSE, { input: { scorecardId: first!.id, reason: 'Có xung đột lợi ích', replacementId } });
  expect(excused).toMatchObject({ state: 'EXCUSED' });

  const replacement = await contest.as(replacementId!);
  const [card] = await attestedCards(replacement, roundId);
  expect(await replacement.ask(SIGN, { input: { scorecardId: card!.id, version: 1, marks: GOOD } })).toMatchObject({ state: 'SIGNED' });
});

test('a round is not closed while a signed card counts whose judge is in conflict since', async () => {
  const rule = aRound('dossier', { judgesPerInitiative: 3, minimumCards: 2 });
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 3, ruleBook: { rounds: [rule], tieBreak: [] } });
  const { organiser, initiatives, judges, rounds } = judging;
  const [roundId = ''] = rounds;
  await openRound(contest, judging, roundId);
  await signAll(contest, judging, roundId, () => marksOf('20', '20', '20'));
  const told = { initiativeId: initiatives[0], personId: judges[0], type: 'FAMILY', reason: 'Vợ là tác giả' };
  await organiser.ask(SET, { input: told });

  const standing = 'query ($id: ID!) { round(id: $id) { state canClose whyNotClose { code } progress { due signed conflicted } } }';
  expect(await organiser.ask(standing, { id: roundId })).toEqual({
    ...{ state: 'OPEN', canClose: false, whyNotClose: { code: 'ROUND_CONFLICTS' } },
    progress: { due: 3, signed: 3, conflicted: 1 },
  });
  expect(await organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ code: 'ROUND_CONFLICTS' });
  const card = await contest.em().findOneOrFail(Scorecard, { round: roundId, judge: judges[0]! });
  expect(await organiser.ask(EXCUSE, { input: { scorecardId: card.id, reason: 'Có xung đột lợi ích' } })).toMatchObject({
    state: 'EXCUSED',
  });
  expect(await organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ state: 'CLOSED' });
});
