import { SYSTEM } from '#lib/kernel';
import { NoticeService } from '#lib/notice';
import { markMigrated } from './support/database.js';
import { type District, aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { lookOn } from './support/looking-on.js';
import { type ApiProcess, build, killApi, startApi } from './support/server.js';

let contest: RunningContest;
let district: District;
let processes: [ApiProcess, ApiProcess];

beforeAll(async () => {
  build();
  contest = await startContest(new Date().toISOString());
  await markMigrated(contest.config.databaseUrl);
  district = await aDistrict(contest);
  processes = await Promise.all([startApi(contest), startApi(contest)]);
}, 120_000);
afterAll(async () => {
  await Promise.all(processes.map(killApi));
  await contest.stop();
});

const NOTICES = 'subscription { myNotices(first: 1) { totalCount edges { node { subject } } } }';

/** Written by this process, which serves nobody. */
async function tell(personId: string, subject: string): Promise<void> {
  const wording = { vi: { subject, text: subject }, en: { subject, text: subject } };
  await contest.get(NoticeService).tell(SYSTEM, { people: [personId], kind: 'contest.told', wording, path: '/', dedupeKey: subject });
}

test('who looks on through one api process is told what another writes, and goes on with the next when theirs is killed', async () => {
  const { submitter, leader } = district.people;
  const [one, other] = processes;
  const streams = [one, other].map(({ origin }) => `${origin}/graphql/stream`);
  const looking = lookOn(streams, await contest.headersOf(submitter), NOTICES);
  const beside = lookOn(streams.slice(1), await contest.headersOf(submitter), NOTICES);
  try {
    const [[first], [same]] = await Promise.all([looking.until(1), beside.until(1)]);
    expect(first).toEqual(same);
    const known = first.data.myNotices.totalCount as number;
    const noticed = (more: number, subject: string) => ({
      data: { myNotices: { totalCount: known + more, edges: [{ node: { subject } }] } },
    });

    await tell(leader, 'Của người khác');
    await tell(submitter, 'Tin thứ nhất');
    await Promise.all([looking, beside].map((each) => each.untilLast(noticed(1, 'Tin thứ nhất'))));
    expect([looking.told.length, beside.told.length]).toEqual([2, 2]);

    await killApi(one);
    await tell(submitter, 'Tin thứ hai');
    await Promise.all([looking, beside].map((each) => each.untilLast(noticed(2, 'Tin thứ hai'))));
  } finally {
    looking.stop();
    beside.stop();
  }
}, 60_000);
