import { aRound } from '../support/contests.js';
import { type District, aDistrict } from '../support/factories.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { type Judging, aJudging, openRound } from '../support/judging.js';
import { type Browsing, browse } from './browsing.js';

let contest: RunningContest;
let browsing: Browsing;
let district: District;
let judging: Judging;

beforeAll(async () => {
  contest = await startContest(new Date().toISOString());
  district = await aDistrict(contest);
  judging = await aJudging(contest, district, {
    initiatives: 2,
    judges: 3,
    ruleBook: { rounds: [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 1 })], tieBreak: [] },
  });
  await openRound(contest, judging, judging.rounds[0]!);
  browsing = await browse(contest);
});

afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});

/** What every page of those who are signed in asks for around itself. */
const FRAME = ['Me', 'ContestsToWorkOn', 'Awaiting', 'MyNotices'];

/** What a page asks for by itself, by the names of the questions, until it stands. */
async function asked(path: string, as: string): Promise<string[]> {
  const page = await browsing.visit('/home', { as });
  await page.getByRole('heading', { level: 1 }).waitFor();
  const names: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname !== '/graphql') return;
    names.push(
      (request.postDataJSON() as { operationName?: string } | null)?.operationName ??
        new URL(request.url()).searchParams.get('operationName') ??
        '?',
    );
  });
  await page.goto(browsing.origin + path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle').catch(() => null);
  await page.waitForFunction(() => document.querySelector('[class*="skeleton"]') === null);
  await page.context().close();
  return names.filter((name) => !FRAME.includes(name));
}

test('the year is on one page after one question, and the cards of the round that is open after a second', async () => {
  expect(await asked(`/contests/${judging.contestId}/year`, district.people.organiser)).toEqual(['YearPage', 'YearSigning']);
});
