import { SYSTEM } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { prizePlan } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { theirRecognitions } from './support/recognitions.js';
import { aPastContest } from './support/rollouts.js';
import { mutation } from './support/sign-in.js';
import { soleAuthor } from './support/initiatives.js';

let contest: RunningContest;
let district: District;

beforeEach(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterEach(() => contest.stop());

const rows = (query: string): Promise<any[]> => contest.em().getConnection().execute(query);
const told = async (type: string, payload: Record<string, string>): Promise<void> => {
  await contest.get(UnitOfWork).act(SYSTEM, 'tellAgain', ({ emit }) => {
    emit({ type, payload });
    return Promise.resolve();
  });
  await contest.drain();
  expect(await rows(`select last_error from outbox_event where last_error is not null`)).toEqual([]);
};
const recorded = (): Promise<any[]> =>
  rows(
    `select a.person_id as person, k.code, a.year, a.state, a.decision_number as number from achievement a join title_kind k on k.id = a.kind_id order by 1`,
  );

test('a prize is recorded for its author without typing, once however often it is told, and ends when it is revoked', async () => {
  const { areaId } = await aPastContest(contest, district);
  const { units, people } = district;
  const organiser = await contest.as(people.organiser);
  const past = await organiser.ask(mutation('recordPastContest', 'RecordPastContestInput', '... on Contest { id }'), {
    input: {
      ...{ hostUnitId: units.district, year: 2022, titleVi: 'Cuộc thi năm 2022', titleEn: 'Contest 2022', objectives: 'Mục tiêu.' },
      ...{ rosterAsOf: '2022-06-30', areaIds: [areaId], prizePlan },
    },
  });
  const { id } = await organiser.ask(mutation('recordPastInitiative', 'RecordPastInitiativeInput', '... on Initiative { id }'), {
    input: { contestId: past.id, areaId, ownerUnitId: units.finance, authors: soleAuthor(people.submitter), title: 'Ký số một chạm' },
  });
  const list = await organiser.ask(
    mutation('recordPastAwards', 'RecordPastAwardsInput', '... on AwardDecision { awards { id version } }'),
    {
      input: {
        contestId: past.id,
        decisionNumber: '99/QĐ-UBND',
        decidedOn: '2022-11-10',
        awards: [{ initiativeId: id, tierKey: 'FIRST' }],
      },
    },
  );
  await contest.drain();
  const one = { person: people.submitter, code: 'PRIZE', year: 2022, number: '99/QĐ-UBND' };
  expect(await recorded()).toEqual([{ ...one, state: 'CONFIRMED' }]);
  await told('award.published', { contestId: past.id });
  await told('award.recorded', { contestId: past.id });
  expect(await recorded()).toEqual([{ ...one, state: 'CONFIRMED' }]);
  const [award] = list.awards;
  await rows(`update award set revoked_at = now(), revocation_reason = 'Sao chép.' where id = '${award.id as string}'`);
  await told('award.revoked', { awardId: award.id, contestId: past.id });
  await told('award.recorded', { contestId: past.id });
  expect(await recorded()).toEqual([{ ...one, state: 'REVOKED' }]);
});

test('a recognition is recorded for each of its authors, once, in public as soon as its decision is recorded and with that, and ends by the decision that revokes it', async () => {
  const { recognisedId, recognitionId } = await theirRecognitions(contest, district);
  await told('recognition.decided', { recognitionId });
  expect(await recorded()).toEqual([]);
  await told('recognition.decided', { recognitionId: recognisedId });
  await told('recognition.decided', { recognitionId: recognisedId });
  const both = [district.people.submitter, district.people.head].toSorted();
  expect((await recorded()).map(({ person, code, state, number }) => [person, code, state, number])).toEqual(
    both.map((person) => [person, 'RECOGNITION', 'CONFIRMED', null]),
  );
  expect(await contest.client().ask('{ publicAchievements(first: 9) { totalCount } }')).toEqual({ totalCount: 0 });
  const decided = (number: string) =>
    rows(`update recognition set recognition_number = '${number}', recognised_on = '2020-02-10' where id = '${recognisedId}'`);
  await decided('8/QĐ');
  await told('recognition.recorded', { recognitionId: recognisedId });
  await decided('80/QĐ');
  await told('recognition.recorded', { recognitionId: recognisedId });
  await told('recognition.recorded', { recognitionId });
  const PUBLIC = '{ publicAchievements(first: 9) { edges { node { year decisionNumber decidedOn issuer } } } }';
  const stands = { year: 2020, decisionNumber: '80/QĐ', decidedOn: '2020-02-10', issuer: 'Huyện Hoài Đức' };
  expect((await contest.client().ask(PUBLIC)).edges.map(({ node }: any) => node)).toEqual([stands, stands]);
  await rows(
    `update recognition set state = 'REVOKED', revocation_number = '9/QĐ', revoked_on = '2021-01-02', revocation_reason = 'Sao chép.' where id = '${recognisedId}'`,
  );
  await told('recognition.revoked', { recognitionId: recognisedId });
  expect(await rows(`select distinct state, revocation_number as number from achievement`)).toEqual([{ state: 'REVOKED', number: '9/QĐ' }]);
});
