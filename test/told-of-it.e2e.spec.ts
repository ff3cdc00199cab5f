import { Award } from '#domain/award';
import { Notice } from '#domain/notice';
import { localDate } from '#lib/kernel';
import { PROPOSE_AWARDS, REPLACE_AWARD, REVOKE_AWARD, aDeliberated, published } from './support/awards.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { mutation } from './support/sign-in.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

const toldOf = async (person: string, kind: string) =>
  (await contest.em().find(Notice, { person, kind }, { orderBy: { id: 'asc' } })).map(({ subjectVi, textVi, path }) => [
    subjectVi,
    textVi,
    path,
  ]);

test('who gets a position by somebody else’s hand is told of it, once', async () => {
  const personId = await aPerson(contest, { unitId: district.units.culture });
  const admin = await contest.as(district.people.admin);
  const position = { personId, unitId: district.units.culture, titleVi: 'Chuyên viên', titleEn: 'Officer', from: '2026-01-05' };
  const added = await admin.ask(mutation('addPosition', 'AddPositionInput', '... on Position { id }'), { input: position });
  expect(added.__typename).toBe('Position');
  await contest.drain();
  await contest.drain();
  expect(await toldOf(personId, 'identity.positionChanged')).toEqual([
    [
      expect.stringMatching(/^Chức vụ của Ông\/Bà: Chuyên viên, /),
      expect.stringMatching(/^Hệ thống đã ghi nhận chức vụ Chuyên viên của Ông\/Bà tại .*, từ ngày 05\/01\/2026\. /),
      '/me',
    ],
  ]);
});

test('who gets a prize in place of another is told by which decision', async () => {
  const judging = await aDeliberated(contest, district, { novelty: ['28', '27', '26', '25', '24', '23', '22'] });
  const leader = await contest.as(district.people.leader);
  const decision = await judging.organiser.ask(PROPOSE_AWARDS, { input: { contestId: judging.contestId } });
  const { awards } = await published(contest, judging.organiser, { leader, decision });
  const { id: awardId, version } = await contest.em().findOneOrFail(Award, { id: awards[0].id });
  const revoked = await leader.ask(REVOKE_AWARD, { input: { awardId, version, reason: 'Sao chép.' } });
  const decidedOn = localDate(contest.clock.now());
  const by = { decisionNumber: '77/QĐ-UBND', decidedOn, reason: 'Sáng kiến kế tiếp.' };
  const given = await leader.ask(REPLACE_AWARD, {
    input: { awardId, version: revoked.version, initiativeId: judging.initiatives[6], ...by },
  });
  expect(given.__typename).toBe('Award');
  await contest.drain();
  const [told, ...others] = await toldOf(district.people.submitter, 'award.replaced');
  expect(others).toEqual([]);
  expect(told).toEqual([
    expect.stringMatching(/^Sáng kiến 2026-\d+ được trao /),
    expect.stringContaining('Theo Quyết định số 77/QĐ-UBND ngày '),
    `/contests/${judging.contestId}/result`,
  ]);
});
