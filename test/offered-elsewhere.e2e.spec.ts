import { aContest, toPhase } from './support/contests.js';
import { shutOut } from './support/conflicts.js';
import { type Offered, everyoneTries } from './support/everyone-tries.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { aPdf } from './support/files.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aDraft, aSubmitted } from './support/initiatives.js';
import { type Judged, aResult } from './support/results.js';
import { aPastContest, aRollout, anEligibleInitiative } from './support/rollouts.js';
import { aFile, sendFile } from './support/uploads.js';
import { done } from './support/world.js';

let contest: RunningContest;
let district: District;

beforeEach(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterEach(() => contest.stop());

const signedIn = async (ids: Readonly<Record<string, string>>): Promise<Record<string, Client>> =>
  Object.fromEntries(await Promise.all(Object.entries(ids).map(async ([who, id]) => [who, await contest.as(id)] as const)));

/** One of each role, and an organiser whom a conflict shuts out. */
async function everyoneAt({ organiser, initiatives, judges: [first = '', second = ''] }: Judged): Promise<Record<string, Client>> {
  const { units, people } = district;
  const tied = await aPerson(contest, { unitId: units.interior, role: 'ORGANISER', roleUnitId: units.district });
  await shutOut(contest, district, { organiser, personId: tied, initiativeId: initiatives[0]! });
  const { submitter, admin, leader, organiser: organises } = people;
  return signedIn({ submitter, admin, tied, leader, organiser: organises, second, first });
}

test('the vote on a tie is offered to the chair alone, as long as there is a tie', async () => {
  const judged = await aResult(contest, district, { marks: ['20', '25', '20'] });
  await toPhase(contest, judged.contestId, 'DELIBERATION');
  const [one, , other] = judged.initiatives;
  const vote: Offered = {
    act: 'castChairVote',
    offer: `{ tiesToDecide(contestId: "${judged.contestId}") { canVote } }`,
    input: { contestId: judged.contestId, initiativeIds: [one, other], reason: 'Dễ nhân rộng hơn.' },
  };
  const people = await everyoneAt(judged);
  expect(await everyoneTries(contest, people, [vote])).toEqual(['castChairVote by first']);
  expect(await everyoneTries(contest, people, [vote])).toEqual([]);
});

test('the word on two that are alike is offered to those who screen, while dossiers are screened and after', async () => {
  const past = await aPastContest(contest, district);
  const earlier = await anEligibleInitiative(contest, district, past);
  const year = await aContest(contest, district);
  const { id } = await aSubmitted(contest, district, year);
  const { submitter, head, admin, leader, organiser, communeOfficer, judge } = district.people;
  const people = await signedIn({ submitter, head, admin, leader, organiser, communeOfficer, judge });
  const link: Offered = {
    act: 'linkSimilar',
    offer: `{ initiative(id: "${id}") { canLink } }`,
    input: { initiativeId: id, earlierId: earlier, verdict: 'NEW', reason: 'Khác đối tượng.' },
  };
  expect(await everyoneTries(contest, people, [link])).toEqual(['linkSimilar by organiser']);
  await toPhase(contest, year.id, 'SCREENING');
  expect(await everyoneTries(contest, people, [link])).toEqual(['linkSimilar by organiser']);
});

test('an exception to a closed period is offered to those who report for the unit, once and not while it is open', async () => {
  const { units, people: ids } = district;
  const organiser = await contest.as(ids.organiser);
  await aRollout(contest, district, organiser);
  const names = { key: '2024-H1', nameVi: '6 tháng', nameEn: 'Half-year' };
  const days = { startsOn: '2023-12-15', endsOn: '2024-06-14', dueOn: '2026-06-20' };
  const period = await done(organiser, 'openReportingPeriod', { hostUnitId: units.district, ...names, ...days });
  const ofSonDong = await aPerson(contest, { unitId: units.sonDong, role: 'COMMUNE_OFFICER' });
  const { submitter, admin, leader, communeOfficer } = ids;
  const people = await signedIn({ submitter, admin, leader, organiser: ids.organiser, ofSonDong, communeOfficer });
  const ask: Offered = {
    act: 'requestException',
    offer: '{ myReports(first: 50) { edges { node { period { id } unit { id } canRequestException } } } }',
    input: { periodId: period.id, unitId: units.anKhanh, reason: 'Mất điện.' },
    of: ({ myReports }) =>
      myReports?.edges.find(({ node }: any) => node.period.id === period.id && node.unit.id === units.anKhanh)?.node.canRequestException,
  };
  expect(await everyoneTries(contest, people, [ask])).toEqual([]);
  await done(organiser, 'closePeriod', { periodId: period.id, version: period.version });
  expect(await everyoneTries(contest, people, [ask])).toEqual(['requestException by communeOfficer']);
  expect(await everyoneTries(contest, people, [ask])).toEqual([]);
});

/** Acts on one file of a draft: what offers each, and what is sent. */
const onUpload = (act: string, id: string): Offered => ({
  act,
  offer: `{ upload(id: "${id}", parts: 1) { ${act === 'confirmUpload' ? 'canConfirm' : 'canGiveUp'} } }`,
  input: { fileId: id },
});

test('acts on files are offered to those who write the dossier, and an upload to who began it alone', async () => {
  const year = await aContest(contest, district);
  const { id } = await aDraft(contest, district, year);
  const { submitter, head, admin, leader, organiser, communeOfficer } = district.people;
  const writer = await contest.as(submitter);
  const owner = { ownerType: 'initiative', ownerId: id };
  const announced = { ...owner, fileName: 'Thuyết minh.pdf', contentType: 'application/pdf' };
  const send = (text: string) => sendFile(contest, writer, announced, aPdf(text));
  const [arrived, givenUp, kept] = [await send('một'), await send('hai'), await aFile(contest, writer, owner)];
  const people = await signedIn({ admin, leader, organiser, communeOfficer, head, submitter });
  const edits = `{ initiative(id: "${id}") { canEdit } }`;
  const upload: Offered = { act: 'requestUpload', offer: edits, input: { ...announced, size: 1000 } };
  const remove: Offered = { act: 'removeFile', offer: edits, input: { fileId: kept } };
  const written = await everyoneTries(contest, people, [onUpload('confirmUpload', arrived), onUpload('giveUpUpload', givenUp), upload]);
  expect(written).toEqual([
    'confirmUpload by submitter',
    'giveUpUpload by submitter',
    'requestUpload by head',
    'requestUpload by submitter',
  ]);
  // Both who write it may, and it is there once.
  const butTheHead = Object.fromEntries(Object.entries(people).filter(([who]) => who !== 'head'));
  expect(await everyoneTries(contest, butTheHead, [remove])).toEqual(['removeFile by submitter']);
});
