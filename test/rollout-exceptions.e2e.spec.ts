import { Notice } from '#domain/notice';
import { ExceptionRequest } from '#domain/rollout';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { refusal } from './support/initiatives.js';
import { aRollout } from './support/rollouts.js';
import { done } from './support/world.js';

const LIST = `query ($periodId: ID, $state: ExceptionRequestState) { exceptionRequests(periodId: $periodId, state: $state) { totalCount edges { node {
  id state reason decisionReason until canDecide unit { id } period { id } } } } }`;

let contest: RunningContest;
let district: District;
let organiser: Client;
let officer: Client;
let keys = 0;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  officer = await contest.as(district.people.communeOfficer);
  await aRollout(contest, district, organiser);
});
afterAll(() => contest.stop());

const say = (client: Client, act: 'request' | 'refuse', input: object): Promise<any> => {
  const name = act === 'request' ? 'RequestException' : 'RefuseException';
  const answer = '__typename ... on ExceptionRequest { id state reason decisionReason } ... on Refusal { code path }';
  return client.ask(`mutation ($input: ${name}Input!) { ${act}Exception(input: $input) { ${answer} } }`, { input });
};
const listed = async (client: Client, variables: object) =>
  (await client.ask(LIST, variables as Record<string, unknown>)).edges.map(({ node }: any) => node);

async function aPeriod(closed = true): Promise<string> {
  keys += 1;
  const names = { key: `P-${String(keys)}`, nameVi: `Kỳ ${String(keys)}`, nameEn: `Period ${String(keys)}` };
  const window = { startsOn: '2023-12-15', endsOn: '2024-02-14', dueOn: '2024-02-20' };
  const { id, version } = await done(organiser, 'openReportingPeriod', { hostUnitId: district.units.district, ...names, ...window });
  if (closed) await done(organiser, 'closePeriod', { periodId: id, version });
  return id as string;
}

test('a commune asks for a closed period to be opened; the office is told, refuses with a reason, and who asked is told; asked again, it is granted by the exception', async () => {
  const periodId = await aPeriod();
  const unitId = district.units.anKhanh;
  const asked = await say(officer, 'request', { periodId, unitId, reason: 'Mất điện ba ngày.' });
  expect(asked).toMatchObject({ __typename: 'ExceptionRequest', state: 'REQUESTED' });
  expect(await say(officer, 'request', { periodId, unitId, reason: 'Nữa.' })).toEqual(refusal('EXCEPTION_REQUESTED'));
  const waiting = { id: asked.id, state: 'REQUESTED', reason: 'Mất điện ba ngày.', decisionReason: null, until: null };
  const of = { unit: { id: unitId }, period: { id: periodId } };
  expect(await listed(officer, { periodId })).toEqual([{ ...waiting, ...of, canDecide: false }]);
  expect(await listed(organiser, { periodId, state: 'REQUESTED' })).toEqual([{ ...waiting, ...of, canDecide: true }]);
  await contest.drain();
  const told = await contest.em().find(Notice, { kind: 'exception.requested', textVi: { $like: '%Mất điện ba ngày.' } });
  expect(told.map(({ person }) => person.id)).toContain(district.people.organiser);

  expect(await say(organiser, 'refuse', { requestId: asked.id, reason: ' ' })).toEqual(refusal('REASON_MISSING', 'reason'));
  const refused = await say(organiser, 'refuse', { requestId: asked.id, reason: 'Chưa đủ căn cứ.' });
  expect(refused).toMatchObject({ state: 'REFUSED', decisionReason: 'Chưa đủ căn cứ.' });
  expect(await say(organiser, 'refuse', { requestId: asked.id, reason: 'Lần nữa.' })).toEqual(refusal('EXCEPTION_DECIDED'));
  const again = await say(officer, 'request', { periodId, unitId, reason: 'Có biên bản.' });
  await done(organiser, 'grantException', { periodId, unitId, reason: 'Đủ căn cứ.', until: '2026-03-09' });
  expect(await listed(officer, { periodId })).toMatchObject([
    { id: again.id, state: 'GRANTED', until: '2026-03-09' },
    { id: asked.id, state: 'REFUSED' },
  ]);
  expect(await say(officer, 'request', { periodId, unitId, reason: 'Nữa.' })).toEqual(refusal('EXCEPTION_RUNS'));
  await contest.drain();
  const answers = await contest
    .em()
    .find(Notice, { kind: 'exception.decided', person: district.people.communeOfficer }, { orderBy: { id: 'asc' } });
  expect(answers.map(({ textVi }) => textVi)).toEqual([
    expect.stringContaining('không được chấp nhận. Lý do: Chưa đủ căn cứ.'),
    expect.stringContaining('được chấp nhận, đến hết ngày 09/03/2026.'),
  ]);
});

test('nobody asks for another commune, nor of a period that is open, nor sees or decides what is not theirs; nothing is written', async () => {
  const periodId = await aPeriod();
  const { anKhanh, laPhu } = district.units;
  const order = { periodId, unitId: anKhanh, reason: 'Mất điện.' };

  expect(await say(officer, 'request', { ...order, unitId: laPhu })).toEqual(refusal('NOT_FOUND'));
  expect(await say(officer, 'request', { ...order, periodId: await aPeriod(false) })).toEqual(refusal('PERIOD_NOT_CLOSED'));
  expect(await say(officer, 'request', { ...order, reason: ' ' })).toEqual(refusal('REASON_MISSING', 'reason'));
  expect(await contest.em().count(ExceptionRequest, { period: periodId })).toBe(0);

  const { id: requestId } = await say(officer, 'request', order);
  const neighbour = await contest.as(await aPerson(contest, { unitId: laPhu, role: 'COMMUNE_OFFICER' }));
  const stranger = await contest.as((await aDistrict(contest)).people.organiser);
  for (const client of [neighbour, stranger]) expect(await listed(client, { periodId })).toEqual([]);
  expect(await say(stranger, 'refuse', { requestId, reason: 'Không.' })).toEqual(refusal('NOT_FOUND'));
  await expect(say(officer, 'refuse', { requestId, reason: 'Không.' })).rejects.toThrow('FORBIDDEN');
  expect(await contest.em().findOneOrFail(ExceptionRequest, { id: requestId })).toMatchObject({ state: 'REQUESTED', decidedAt: null });
});
