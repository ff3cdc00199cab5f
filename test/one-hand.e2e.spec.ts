import { Person } from '#domain/identity';
import { Conflict } from '#domain/jury';
import { Correction } from '#domain/result';
import { Reopening, Scorecard } from '#domain/scoring';
import { GrantService } from '#lib/identity';
import { SYSTEM } from '#lib/kernel';
import { aRound } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { CLOSE_ROUND, type Judging, aJudging, marksOf, openRound, signAll } from './support/judging.js';
import { mutation } from './support/sign-in.js';

let contest: RunningContest;
let district: District;
let judging: Judging;
let roundId: string;
/** Secretary and administrator in one person, and an organiser whose account the secretary made. */
let secretary: Client;
let made: Client;
/** An organiser whom nobody of these made. */
let colleague: Client;
let leader: Client;

const STOPPED = { code: 'SECOND_PERSON_TIED' };

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  const { units, people } = district;
  const organises = (personId: string) =>
    contest.get(GrantService).grantRole(SYSTEM, { personId, role: 'ORGANISER', unitId: units.district, validFrom: '2021-01-01' });
  await organises(people.admin);
  secretary = await contest.as(people.admin);
  const order = { fullName: 'Người Lập Ra', email: 'made@example.vn', unitId: units.interior };
  const { id } = await secretary.ask(mutation('createPerson', 'CreatePersonInput', '... on Person { id }'), { input: order });
  await organises(id);
  made = await contest.as(id);
  colleague = await contest.as(await aPerson(contest, { unitId: units.interior, role: 'ORGANISER', roleUnitId: units.district }));
  leader = await contest.as(people.leader);
  const rounds = [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 1 })];
  judging = await aJudging(contest, district, { initiatives: 2, judges: 2, ruleBook: { rounds, tieBreak: [] } });
  [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  await signAll(contest, judging, roundId, (_, at) => marksOf(String(20 + at), '20', '15'));
});
afterAll(() => contest.stop());

const INPUTS: Readonly<Record<string, string>> = { confirmConflict: 'DecideConflictInput', refuseConflict: 'DecideConflictInput' };

const send = (client: Client, name: string, input: object, on: string) =>
  client.ask(mutation(name, INPUTS[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, `... on ${on} { id version }`), {
    input,
  });

async function aCard(): Promise<Scorecard> {
  const [card] = await contest.em().find(Scorecard, { round: roundId, state: 'SIGNED' }, { orderBy: { id: 'asc' }, limit: 1 });
  return card!;
}

test('a card that one organiser wants reopened is reopened by none whose account they made, nor by who made theirs; what its judge asks is', async () => {
  const card = await aCard();
  const CAN = `query ($roundId: ID!) { reopenings(roundId: $roundId, first: 10) { edges { node { state canDecide whyNotDecide { code } } } } }`;
  const rightsOf = async (client: Client) => (await client.ask(CAN, { roundId })).edges[0].node;

  for (const [asks, other] of [
    [secretary, made],
    [made, secretary],
  ] as const) {
    const asked = await send(asks, 'requestReopening', { scorecardId: card.id, reason: 'Nhập nhầm điểm.' }, 'Reopening');
    const order = { reopeningId: asked.id, version: asked.version };
    expect(await send(other, 'approveReopening', order, 'Reopening')).toMatchObject(STOPPED);
    expect(await send(other, 'refuseReopening', { ...order, reason: 'Không cần.' }, 'Reopening')).toMatchObject(STOPPED);
    expect(await rightsOf(other)).toEqual({ state: 'REQUESTED', canDecide: false, whyNotDecide: { code: 'SECOND_PERSON_TIED' } });
    expect(await rightsOf(colleague)).toEqual({ state: 'REQUESTED', canDecide: true, whyNotDecide: null });
    expect(await send(colleague, 'refuseReopening', { ...order, reason: 'Không cần.' }, 'Reopening')).toMatchObject({ id: asked.id });
  }

  await contest.em().nativeUpdate(Person, { id: card.judge.id }, { createdBy: district.people.admin });
  const own = await send(await contest.as(card.judge.id), 'requestReopening', { scorecardId: card.id, reason: 'Nhập nhầm.' }, 'Reopening');
  const order = { reopeningId: own.id, version: own.version, reason: 'Đã đúng.' };
  expect(await send(secretary, 'refuseReopening', order, 'Reopening')).toMatchObject({ id: own.id });
  expect(await contest.em().count(Reopening, { state: 'APPROVED' })).toBe(0);
});

test('a conflict told of somebody who oversees is confirmed by none of one hand with who told it; a leader whose role was decided on stands for themselves', async () => {
  const told = { initiativeId: judging.initiatives[0], personId: district.people.organiser, type: 'FAMILY', reason: 'Anh em.' };
  const conflict = await send(secretary, 'setConflict', told, 'Conflict');
  const order = { conflictId: conflict.id, version: conflict.version, reason: 'Đúng như vậy.' };

  expect(await send(made, 'confirmConflict', order, 'Conflict')).toMatchObject(STOPPED);
  expect(await send(made, 'refuseConflict', order, 'Conflict')).toMatchObject(STOPPED);
  expect(await contest.em().findOneOrFail(Conflict, { id: conflict.id })).toMatchObject({ waits: true, active: false });

  await contest.em().nativeUpdate(Person, { id: district.people.leader }, { createdBy: district.people.admin });
  const decided = `update role_grant set decision_number = '1/QĐ-UBND', decided_on = '2026-01-05' where person_id = ? and role = 'LEADER'`;
  expect(await send(leader, 'refuseConflict', order, 'Conflict')).toMatchObject(STOPPED);
  await contest.em().getConnection().execute(decided, [district.people.leader]);
  expect(await send(leader, 'refuseConflict', order, 'Conflict')).toMatchObject({ id: conflict.id });
});

test('a correction that one organiser proposed is applied by none of one hand with them', async () => {
  const card = await aCard();
  expect(await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ state: 'CLOSED' });
  const proposed = await send(
    secretary,
    'proposeCorrection',
    { scorecardId: card.id, kind: 'CARD_EXCUSED', reason: 'Chấm nhầm hồ sơ.' },
    'Correction',
  );
  const order = { correctionId: proposed.id, version: proposed.version };

  expect(await send(made, 'applyCorrection', order, 'Correction')).toMatchObject(STOPPED);
  expect(await send(made, 'rejectCorrection', { ...order, reason: 'Không cần.' }, 'Correction')).toMatchObject(STOPPED);
  expect(await contest.em().findOneOrFail(Correction, { id: proposed.id })).toMatchObject({ state: 'READY' });
  expect(await send(colleague, 'applyCorrection', order, 'Correction')).toMatchObject({ id: proposed.id });
});
