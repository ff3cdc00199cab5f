import { toPhase } from './support/contests.js';
import { APPLY, CORRECTIONS, IMPACT, PROPOSE, REJECT, aReadyCorrection } from './support/corrections.js';
import { shutOut } from './support/conflicts.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { STANDINGS } from './support/judging.js';
import { aResult } from './support/results.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

const written = () =>
  contest.em().getConnection()
    .execute(`select (select count(*)::int from correction) as corrections, (select count(*)::int from round_result) as results,
    (select count(*)::int from correction where decided_at is not null) as decided, (select count(*)::int from audit_entry) as entries`);

test('whoever is in conflict reads a published result as anyone does, and has no part in correcting it', async () => {
  const judged = await aResult(contest, district, { marks: ['28', '26'] });
  const { contestId, initiatives, organiser, rounds } = judged;
  const personId = await aPerson(contest, { unitId: district.units.interior, role: 'ORGANISER', roleUnitId: district.units.district });
  await shutOut(contest, district, { organiser, initiativeId: initiatives[1]!, personId });
  await toPhase(contest, contestId, 'DELIBERATION');
  await contest.em().getConnection().execute(`update contest set phase = 'PUBLISHED' where id = ?`, [contestId]);
  const {
    id: correctionId,
    version,
    card,
  } = await aReadyCorrection(contest, { judging: judged, proposer: organiser }, { initiative: 0, novelty: '20' });
  const shut = await contest.as(personId);
  const before = await written();

  expect((await shut.ask(STANDINGS, { roundId: rounds[0] })).totalCount).toBe(2);
  expect(await shut.ask(CORRECTIONS, { contestId })).toEqual({ totalCount: 0, edges: [] });
  expect(await shut.ask(IMPACT, { correctionId })).toBeNull();
  const refused = [
    await shut.ask(PROPOSE, { input: { scorecardId: card.id, kind: 'CARD_EXCUSED', reason: 'Xem lại.' } }),
    await shut.ask(APPLY, { input: { correctionId, version } }),
    await shut.ask(REJECT, { input: { correctionId, version, reason: 'Xem lại.' } }),
  ];
  expect(refused.map(({ code }) => code as string)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  expect(await written()).toEqual(before);

  const leader = await contest.as(district.people.leader);
  expect(await leader.ask(APPLY, { input: { correctionId, version } })).toMatchObject({ state: 'APPLIED' });
});
