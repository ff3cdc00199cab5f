import { readEnding } from '../../apps/walkthrough/src/ending.js';
import { received, purchase } from '../../apps/walkthrough/src/script/initiatives.js';
import { prizePlan, ruleBook } from '../../apps/walkthrough/src/script/rule-book.js';
import { type RuleBookContent } from '#domain/contest';
import { Contest as ContestRow } from '#domain/contest';
import { Initiative } from '#domain/initiative';
import { Conflict, JuryInvitation } from '#domain/jury';
import { Correction } from '#domain/result';
import { Reopening, Round as RoundRow, Scorecard } from '#domain/scoring';
import { expectYear } from '../support/year-ending.js';
import { type Contest, enterPhase, holdAndResume } from './year/acts.js';
import { calibrate } from './year/calibrate.js';
import { judgeDossiers } from './year/judge.js';
import { seatJury } from './year/jury.js';
import { expectedGrid, readGrid } from './year/matrix.js';
import { type Year, aYear } from './year/people.js';
import { presentFinal } from './year/present.js';
import { award } from './year/prizes.js';
import { reportFigures } from './year/reports.js';
import { breakTie, correct } from './year/result.js';
import { rollOut } from './year/rollout.js';
import { assign, open, roundAt, setSamples } from './year/rounds.js';
import { screen } from './year/screen.js';
import { announce } from './year/set-up.js';
import { takeInitiatives } from './year/submit.js';

const PATIENCE = 900_000;

// The year takes ten minutes: it is played where every address is looked at in every look.
const full = process.env.TEST_FULL === '1' ? describe : describe.skip;

full('the year of the walkthrough, by pages alone', () => {
  let year: Year;
  let contest: Contest;

  beforeAll(async () => {
    year = await aYear();
  }, PATIENCE);

  afterAll(() => year.stop());

  afterEach(() => {
    expect(year.browsing.faults()).toEqual([]);
  });

  test(
    'the office sets the contest up, announces it and opens it: its prizes and its rules are those of the script',
    async () => {
      contest = await announce(year);
      await holdAndResume(year, contest);

      const asked = `query ($id: ID!) { contest(id: $id) { phase heldAt prizePlan { track key nameVi nameEn quantity amount }
        ruleBook { problems { code } content { rounds { key judgesPerInitiative minimumCards rubric { key max commentRequired children { key max } } } } } } }`;
      const organiser = await year.readers.as('organiser-1');
      const read = await organiser.ask<object>(asked, { id: contest.id });
      const rounds = (ruleBook as unknown as RuleBookContent).rounds.map(({ key, judgesPerInitiative, minimumCards, rubric }) => ({
        ...{ key, judgesPerInitiative, minimumCards },
        rubric: rubric.map(({ key: criterion, max, commentRequired, children }) => ({
          ...{ key: criterion, max, commentRequired },
          children: children.map((child) => ({ key: child.key, max: child.max })),
        })),
      }));
      expect(read).toEqual({
        phase: 'OPEN',
        heldAt: null,
        prizePlan,
        ruleBook: { problems: [], content: { rounds } },
      });
    },
    PATIENCE,
  );

  test(
    'units send their initiatives in until the deadline, the secretariat screens them, and judging begins',
    async () => {
      await takeInitiatives(year, contest);
      await screen(year, contest);

      const sent = await year.contest.em().find(Initiative, { submittedAt: { $ne: null } }, { orderBy: { receiptNumber: 'asc' } });
      expect(sent.map(({ receiptNumber, title, state }) => [receiptNumber, title, state])).toEqual(
        received.map((plan, at) => [at + 1, plan.title, plan === purchase ? 'REJECTED' : 'ELIGIBLE']),
      );
      expect((await year.contest.em().findOneOrFail(ContestRow, { id: contest.id })).phase).toBe('JUDGING');
    },
    PATIENCE,
  );

  test(
    'judges are invited, mark samples and judge the dossiers; one steps back, and where two differ widely one more is called',
    async () => {
      await seatJury(year, contest);
      const round = await roundAt(year, contest, 0);
      await setSamples(year, contest, round);
      await assign(year, contest, round);
      await open(year, contest, round);
      await calibrate(year, contest, round);
      await judgeDossiers(year, contest, round);

      const em = year.contest.em();
      expect(await em.count(JuryInvitation, { contest: contest.id, state: 'DECLINED' })).toBe(1);
      expect(await em.count(Conflict, { source: 'DECLARED' })).toBe(1);
      expect(await em.count(Reopening, { state: 'APPROVED' })).toBe(1);
      expect(await em.count(Scorecard, { round: round.id, state: 'SIGNED', extra: true })).toBe(1);
      expect((await em.findOneOrFail(RoundRow, { id: round.id })).state).toBe('CLOSED');
    },
    PATIENCE,
  );

  test(
    'the best present and are marked in the room; the chair parts a tie, and a slip is corrected by two people',
    async () => {
      const round = await roundAt(year, contest, 1);
      await presentFinal(year, contest, round);
      await breakTie(year, contest);
      await correct(year, contest, round);
      await enterPhase(year, contest, 'Xét giải');

      const em = year.contest.em();
      expect((await em.findOneOrFail(RoundRow, { id: round.id })).state).toBe('CLOSED');
      expect(await em.count(Correction, { state: 'APPLIED' })).toBe(1);
    },
    PATIENCE,
  );

  test(
    'prizes are proposed, a tie on the list is decided, the leader signs, and everybody reads them',
    async () => {
      await award(year, contest);
      expect((await year.contest.em().findOneOrFail(ContestRow, { id: contest.id })).phase).toBe('PUBLISHED');
    },
    PATIENCE,
  );

  test(
    'winners are rolled out to the communes, which say how far they are, and report; the matrix shows it',
    async () => {
      await rollOut(year, contest);
      await reportFigures(year, contest);
      expect(new Set(await readGrid(year))).toEqual(new Set(expectedGrid()));
    },
    PATIENCE,
  );

  test(
    'ranking, winners and matrix are those to which the same year comes by the API',
    async () => {
      await enterPhase(year, contest, 'Đã lưu trữ');
      expectYear(await readEnding({ cast: year.readers }, contest), contest.year);
    },
    PATIENCE,
  );
});
