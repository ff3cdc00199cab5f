import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aJudging } from './support/judging.js';
import { aHead } from './support/heads.js';
import { OF_INITIATIVE, RECOGNITION, RECOGNITIONS, aCouncil, aDecision, aFreeInitiative, act, twoYears } from './support/recognitions.js';

const PUBLIC =
  'query ($initiativeId: ID!) { publicRecognition(initiativeId: $initiativeId) { id decisionNumber decidedOn influence unit { id } } }';

let contest: RunningContest;
let district: District;
let organiser: Client;
let submitter: Client;
let initiativeId: string;

beforeEach(async () => {
  contest = await startContest('2025-11-30T02:00:00Z');
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  submitter = await contest.as(district.people.submitter);
  await twoYears(contest);
  initiativeId = await aFreeInitiative(contest, district);
});
afterEach(() => contest.stop());

const rows = (query: string): Promise<any[]> => contest.em().getConnection().execute(query);
const send = (client: Client, name: string, input: object): Promise<any> => client.ask(act(name), { input });
const applying = (more: object = {}): object => ({
  initiativeId,
  firstAppliedOn: '2025-01-06',
  benefit: 'Rút ngắn ba ngày mỗi hồ sơ.',
  ...more,
});
const step = (client: Client, name: string, { id, version }: any, more: object = {}): Promise<any> =>
  send(client, name, { recognitionId: id, version, ...more });
const accepted = async (): Promise<any> => {
  const { id } = await send(submitter, 'applyForRecognition', applying());
  return step(organiser, 'acceptRecognition', { id, version: 1 });
};
async function seated(size: number, more: object = {}): Promise<{ one: any; members: { personId: string; role: string }[] }> {
  const members = await aCouncil(contest, district, size);
  const decision = { ...aDecision, decidedOn: '2025-11-30', members, ...more };
  return { one: await step(organiser, 'seatRecognitionCouncil', await accepted(), decision), members };
}
async function sitting(size: number, present: number, more: object = {}): Promise<any> {
  const { one, members } = await seated(size, more);
  const presentIds = members.slice(0, present).map(({ personId }) => personId);
  return step(await contest.as(members[0]!.personId), 'openRecognitionSitting', one, { presentIds });
}

test('from application to recognition: receipt, three months, a council by decision, ballots as counts, and its end by another decision', async () => {
  expect(await submitter.ask(OF_INITIATIVE, { initiativeId })).toEqual({ id: initiativeId, whyNotApply: null, latest: null });
  const one = await accepted();
  expect(one).toMatchObject({ state: 'ACCEPTED', receiptNumber: '01/2025', acceptedOn: '2025-11-30', decideBy: '2026-03-02' });
  const members = await aCouncil(contest, district, 7);
  const council = await step(organiser, 'seatRecognitionCouncil', one, { ...aDecision, decidedOn: '2025-11-30', members });
  expect(council).toMatchObject({ councilNumber: '77/QĐ-UBND', votesNeeded: 5, whyNotOpenSitting: null });
  const chair = await contest.as(members[0]!.personId);
  const sat = await step(chair, 'openRecognitionSitting', council, { presentIds: members.slice(0, 6).map(({ personId }) => personId) });
  expect(sat).toMatchObject({ state: 'SITTING', satOn: '2025-11-30', whyNotCloseSitting: null });
  const decided = await step(chair, 'closeRecognitionSitting', sat, { yes: 5, no: 1, influence: 'PROVINCE' });
  expect(decided).toMatchObject({ state: 'RECOGNISED', yes: 5, no: 1, influence: 'PROVINCE', decidedOn: '2025-11-30' });
  await contest.drain();
  const standing = () => contest.client().ask(PUBLIC, { initiativeId });
  expect([decided.whyNotRecordDecision, await standing()]).toEqual([{ code: 'RECOGNITION_OF_OFFICE' }, null]);
  const decision = { decisionNumber: '80/QĐ-UBND', decidedOn: '2025-11-30' };
  expect(await step(organiser, 'recordRecognitionDecision', decided, { ...decision, decidedOn: '2025-11-29' })).toMatchObject({
    ...{ code: 'RECOGNITION_BEFORE_COUNCIL', path: 'decidedOn' },
  });
  const typed = await step(organiser, 'recordRecognitionDecision', decided, { ...decision, decisionNumber: '8/QĐ-UBND' });
  const recorded = await step(organiser, 'recordRecognitionDecision', typed, decision);
  expect(recorded).toMatchObject({
    whyNotRecordDecision: null,
    state: 'RECOGNISED',
    recognitionNumber: '80/QĐ-UBND',
    recognisedOn: '2025-11-30',
  });
  const told80 = { decisionNumber: '80/QĐ-UBND', decidedOn: '2025-11-30', influence: 'PROVINCE', unit: { id: district.units.district } };
  expect(await standing()).toEqual({ id: initiativeId, ...told80 });
  const revoked = await step(organiser, 'revokeRecognition', recorded, {
    decisionNumber: '9/QĐ-UBND',
    decidedOn: '2025-11-30',
    reason: 'Sao chép.',
  });
  expect(revoked).toMatchObject({ state: 'REVOKED', revocationNumber: '9/QĐ-UBND', whyNotRecordDecision: { code: 'RECOGNITION_STATE' } });
  expect(await standing()).toBeNull();
  await contest.drain();
  const log = await rows(`select operation from audit_entry where subject_type = 'Recognition' order by seq`);
  expect(log.map(({ operation }) => operation)).toEqual([
    ...['applyForRecognition', 'acceptRecognition', 'seatRecognitionCouncil', 'openRecognitionSitting', 'closeRecognitionSitting'],
    ...['recordRecognitionDecision', 'recordRecognitionDecision', 'revokeRecognition'],
  ]);
  expect(await rows(`select last_error from outbox_event where last_error is not null`)).toEqual([]);
  const told = await rows(`select kind, count(*)::int as n from notice where kind like 'recognition.%' group by 1 order by 1`);
  expect(told).toEqual([
    { kind: 'recognition.accepted', n: 2 },
    { kind: 'recognition.decided', n: 2 },
    { kind: 'recognition.revoked', n: 2 },
    { kind: 'recognition.seated', n: 7 },
  ]);
});

test('of seven who are seated five came and four agreed: refused, which needs reasons', async () => {
  const sat = await sitting(7, 5);
  expect(await step(organiser, 'closeRecognitionSitting', sat, { yes: 4, no: 1 })).toMatchObject({
    code: 'REASON_MISSING',
    path: 'reason',
  });
  expect(await step(organiser, 'closeRecognitionSitting', sat, { yes: 5, no: 1 })).toMatchObject({ code: 'BALLOTS_MANY', path: 'yes' });
  const decided = await step(organiser, 'closeRecognitionSitting', sat, { yes: 4, no: 1, reason: 'Chưa mới tại cơ quan.' });
  expect(decided).toMatchObject({ state: 'REFUSED', reason: 'Chưa mới tại cơ quan.', influence: null });
  await expect(rows(`update recognition set state = 'RECOGNISED', influence = 'ESTABLISHMENT'`)).rejects.toMatchObject({
    constraint: 'recognition_by_two_thirds',
  });
  expect(await submitter.ask(OF_INITIATIVE, { initiativeId })).toMatchObject({ whyNotApply: null, latest: { state: 'REFUSED' } });
});

test('a council may take two thirds of those present, said when it is seated', async () => {
  const sat = await sitting(7, 5, { votesOf: 'PRESENT' });
  expect(sat).toMatchObject({ votesOf: 'PRESENT', votesNeeded: 4 });
  expect(await step(organiser, 'closeRecognitionSitting', sat, { yes: 4, no: 1 })).toMatchObject({ state: 'RECOGNISED' });
});

test('nobody sits on their own initiative: no author is seated, also not one who heads the unit, and an organiser who is one does nothing with it', async () => {
  const members = await aCouncil(contest, district, 3);
  const one = await accepted();
  const withHead = [...members, { personId: district.people.head, role: 'MEMBER' }];
  const decision = { ...aDecision, decidedOn: '2025-11-30' };
  expect(await step(organiser, 'seatRecognitionCouncil', one, { ...decision, members: withHead })).toMatchObject({
    ...{ code: 'COUNCIL_OF_AUTHOR', path: 'members.3.personId' },
  });
  const council = await step(organiser, 'seatRecognitionCouncil', one, { ...decision, members });
  await rows(`update initiative_author set person_id = '${members[2]!.personId}' where initiative_id = '${initiativeId}' and lead`);
  const presentIds = members.map(({ personId }) => personId);
  expect(await step(organiser, 'openRecognitionSitting', council, { presentIds })).toMatchObject({ code: 'COUNCIL_OF_AUTHOR' });
  await rows(`update initiative_author set person_id = '${district.people.organiser}' where initiative_id = '${initiativeId}' and lead`);
  expect(await step(organiser, 'openRecognitionSitting', council, { presentIds })).toMatchObject({ code: 'RECOGNITION_OWN' });
  expect(await rows('select state from recognition')).toEqual([{ state: 'ACCEPTED' }]);
});

test('authors are not told that a council is seated or sits, and of ballots only counts are anywhere', async () => {
  const one = await accepted();
  const seen = () =>
    Promise.all([
      submitter.ask(RECOGNITION, { id: one.id }),
      submitter.ask(RECOGNITIONS),
      submitter.ask(RECOGNITIONS, { states: ['SITTING'] }),
    ]);
  const before = await seen();
  const members = await aCouncil(contest, district, 5);
  const council = await step(organiser, 'seatRecognitionCouncil', one, { ...aDecision, decidedOn: '2025-11-30', members });
  expect(await seen()).toEqual(before);
  const sat = await step(organiser, 'openRecognitionSitting', council, { presentIds: members.map(({ personId }) => personId) });
  expect(await seen()).toEqual(before);
  expect(before[2].edges).toEqual([]);
  await step(organiser, 'closeRecognitionSitting', sat, { yes: 4, no: 1 });
  expect(await submitter.ask(RECOGNITION, { id: one.id })).toMatchObject({ state: 'RECOGNISED', yes: 4, no: 1 });
  const columns = await rows(`select column_name as name from information_schema.columns where table_name = 'recognition_seat' order by 1`);
  expect(columns.map(({ name }) => name)).toEqual(['id', 'person_id', 'place', 'present', 'recognition_id', 'role']);
});

test('an author, who sends in for the unit and its head apply; others find nothing, and each initiative is applied for once', async () => {
  const other = await contest.as(await aPerson(contest, { unitId: district.units.culture, role: 'SUBMITTER' }));
  expect(await other.ask(OF_INITIATIVE, { initiativeId })).toBeNull();
  expect(await send(other, 'applyForRecognition', applying())).toMatchObject({ code: 'NOT_FOUND' });
  expect(await send(submitter, 'applyForRecognition', applying({ firstAppliedOn: '2025-12-01' }))).toMatchObject({
    ...{ code: 'FIRST_APPLIED_IN_FUTURE', path: 'firstAppliedOn' },
  });
  const head = await aHead(contest, district.units.finance);
  expect(await send(head.client, 'applyForRecognition', applying())).toMatchObject({ state: 'APPLIED' });
  expect(await send(submitter, 'applyForRecognition', applying())).toMatchObject({ code: 'RECOGNITION_TWICE' });
  expect(await rows('select 1 from recognition')).toHaveLength(1);
  expect((await other.ask(RECOGNITIONS)).totalCount).toBe(0);
});

test('while its contest is judged nobody applies, so that no judge of an anonymous round reads it by name in a council', async () => {
  contest.clock.set('2026-03-02T02:00:00Z');
  const judging = await aJudging(contest, district);
  const order = applying({ initiativeId: judging.initiatives[0] });
  expect(await send(submitter, 'applyForRecognition', order)).toMatchObject({ code: 'RECOGNITION_TOO_EARLY' });
});

test('of a year without a list of its days off nothing is received', async () => {
  const { id } = await send(submitter, 'applyForRecognition', applying());
  expect(await step(organiser, 'acceptRecognition', { id, version: 1 }, { firstUseEndsOn: '2026-11-30' })).toMatchObject({
    code: 'CALENDAR_MISSING',
  });
  expect(await rows('select state, receipt_number from recognition')).toEqual([{ state: 'APPLIED', receipt_number: null }]);
});

test('of ten who close a sitting at once, with other counts each, one does', async () => {
  const sat = await sitting(5, 5);
  const replies = await Promise.all(
    Array.from({ length: 10 }, (_, at) =>
      step(organiser, 'closeRecognitionSitting', sat, { yes: at % 2 === 0 ? 4 : 3, no: 1, reason: 'Ý kiến.' }),
    ),
  );
  expect(replies.filter(({ code }) => code === undefined)).toHaveLength(1);
  expect(replies.filter(({ code }) => code === 'RECOGNITION_STATE')).toHaveLength(9);
  expect(await rows(`select 1 from audit_entry where operation = 'closeRecognitionSitting'`)).toHaveLength(1);
});

test('two that are received at once have two numbers', async () => {
  const second = await aFreeInitiative(contest, district);
  const both = [
    await send(submitter, 'applyForRecognition', applying()),
    await send(submitter, 'applyForRecognition', applying({ initiativeId: second })),
  ];
  await Promise.all(both.map(({ id }) => step(organiser, 'acceptRecognition', { id, version: 1 })));
  const numbers = await rows('select receipt_number as n from recognition order by 1');
  expect(numbers).toEqual([{ n: 1 }, { n: 2 }]);
});

test('what waits is told to the office, then to chair and secretary, and to nobody about their own', async () => {
  const AWAITING = '{ awaiting(first: 50) { edges { node { kind } } } }';
  const kinds = async (client: Client) =>
    (await client.ask(AWAITING)).edges.map(({ node }: any) => node.kind).filter((kind: string) => kind.startsWith('recognition'));
  const { id } = await send(submitter, 'applyForRecognition', applying());
  expect(await kinds(organiser)).toEqual(['recognitionAccept']);
  const one = await step(organiser, 'acceptRecognition', { id, version: 1 });
  expect(await kinds(organiser)).toEqual(['recognitionSeat']);
  const members = await aCouncil(contest, district, 3);
  await step(organiser, 'seatRecognitionCouncil', one, { ...aDecision, decidedOn: '2025-11-30', members });
  const [chair, , member] = await Promise.all(members.map(({ personId }) => contest.as(personId)));
  expect([await kinds(organiser), await kinds(chair!), await kinds(member!)]).toEqual([[], ['recognitionSit'], []]);
  await rows(`update initiative_author set person_id = '${members[0]!.personId}' where initiative_id = '${initiativeId}' and lead`);
  expect(await kinds(chair!)).toEqual([]);
});
