import { AwardDecisionService, AwardService } from '#lib/award';
import { localDate } from '#lib/kernel';
import { AssignmentService, RecusalService } from '#lib/scoring';
import {
  type ContestSeed,
  type InitiativeSeed,
  conflictReasons,
  contestJudging,
  contestOpen,
  initiativesJudging,
  initiativesOpen,
  judges,
  returnReasons,
} from '../content/index.js';
import { contestYouth, initiativesYouth } from './contest-youth.js';
import { type ContestPlan, advance, announceContest, paper, publishPaper, seatJury, seatOffice } from './contests.js';
import { attachEvidence } from './evidence.js';
import { type Held, accept, declareAndConfirm, draft, giveBack, submit } from './initiatives.js';
import { type Card, assignAndOpen, attestAndRead, cardsOf, closeRound, planRounds, saveHalf, sign } from './judging.js';
import { oneRoundRuleBook } from './rule-book.js';
import { type Season, daysOn, moment } from './season.js';
import { type Timeline } from './timeline.js';

/** The last day of the twenty. */
const ROSTER = '2025-06-30';

/** Of a judge's cards: how many are signed, and which is begun; the next is attested, all others wait. */
const SIGNED = 2;

/** Every third initiative comes with a file. */
const WITH_FILE = 3;

/** The moment of a day so many days from the day of loading. */
const around = (now: Date, days: number, time = '09:00'): Date => moment(localDate(daysOn(now, days)), time);

/** The contest whose first round is being judged on the day of loading. */
export function planJudging(season: Season, timeline: Timeline, now: Date): void {
  const plan = planned(now, -125, [
    ['ANNOUNCED', -120],
    ['OPEN', -110, -60],
    ['SCREENING', -59],
    ['JUDGING', -21],
    ['DELIBERATION', 20],
    ['PUBLISHED', 35],
  ]);
  const contest = planCall(season, timeline, { now, seed: contestJudging, plan, days: { announced: -120, opened: -110 } });
  const received = planReceipt(season, timeline, { now, contest, seeds: initiativesJudging, from: -108 });
  timeline.add(around(now, -59), async () => {
    await advance(season, contest.id);
    for (const [at, held] of received.entries()) await accept(season, held, at);
  });
  timeline.add(around(now, -40), () => appoint(season, contest.id, contestJudging, plan));
  timeline.add(around(now, -21), async () => {
    await advance(season, contest.id);
    await planRounds(season, contest.id);
  });
  timeline.add(around(now, -14), () => assignAndOpen(season, contest.id, 'dossier'));
  planSomeJudging(season, timeline, { now, contest });
}

/** The contest that takes initiatives on the day of loading. */
export function planOpen(season: Season, timeline: Timeline, now: Date): void {
  const plan = planned(now, -32, [
    ['ANNOUNCED', -30],
    ['OPEN', -20, 25],
    ['SCREENING', 26],
    ['JUDGING', 45],
    ['DELIBERATION', 75],
    ['PUBLISHED', 90],
  ]);
  const contest = planCall(season, timeline, { now, seed: contestOpen, plan, days: { announced: -30, opened: -20 } });
  for (const [at, seed] of initiativesOpen.entries()) {
    timeline.add(around(now, at - 18, '10:20'), async () => {
      const drafted = await draft(season, contest.id, seed);
      if (seed.state === 'DRAFT') return;
      const begun = seed.resembles ? await attachEvidence(season, seed) : drafted;
      const sent = await submit(season, seed, await declareAndConfirm(season, seed, begun));
      const terms = { dueAt: around(now, 7, '17:00'), reason: returnReasons[1] ?? '' };
      if (seed.state === 'RETURNED') await giveBack(season, sent, terms);
    });
  }
}

/** A contest whose jury is done: its list of prizes lies with the leader. */
export function planDeliberation(season: Season, timeline: Timeline, now: Date): void {
  const plan = planned(now, -205, [
    ['ANNOUNCED', -200],
    ['OPEN', -190, -150],
    ['SCREENING', -149],
    ['JUDGING', -130],
    ['DELIBERATION', -15],
    ['PUBLISHED', 10],
  ]);
  const round = { key: 'dossier', seeds: initiativesYouth };
  const contest = planCall(season, timeline, {
    now,
    seed: contestYouth,
    plan: { ...plan, ruleBook: oneRoundRuleBook },
    days: { announced: -200, opened: -190 },
  });
  const received = planReceipt(season, timeline, { now, contest, seeds: initiativesYouth, from: -188 });
  timeline.add(around(now, -149), async () => {
    await advance(season, contest.id);
    for (const [at, held] of received.entries()) await accept(season, held, at);
  });
  timeline.add(around(now, -135), () => appoint(season, contest.id, contestYouth, plan));
  timeline.add(around(now, -130), async () => {
    await advance(season, contest.id);
    await planRounds(season, contest.id);
    await assignAndOpen(season, contest.id, round.key);
  });
  timeline.add(around(now, -40), async () => {
    for (const card of await cardsOf(season, { contestId: contest.id, key: round.key }, round.seeds)) {
      await attestAndRead(season, card);
      await sign(season, card);
    }
  });
  timeline.add(around(now, -15), async () => {
    await closeRound(season, contest.id, round.key);
    await advance(season, contest.id);
  });
  timeline.add(around(now, -2), async () => {
    const organiser = season.person('organiser-2');
    const { id: decisionId, version } = await season.get(AwardService).proposeAwards(organiser, contest.id);
    await season.get(AwardDecisionService).submitAwards(organiser, { decisionId, version });
  });
}

/** A contest that is going to be: its id is known once its announcement has been played. */
interface Called {
  id: string;
}

interface Call {
  readonly now: Date;
  readonly seed: ContestSeed;
  readonly plan: ContestPlan;
  readonly days: { readonly announced: number; readonly opened: number };
}

function planCall(season: Season, timeline: Timeline, { now, seed, plan, days }: Call): Called {
  const contest: Called = { id: '' };
  timeline.add(around(now, days.announced), async () => {
    contest.id = await announceContest(season, seed, plan);
    await seatOffice(season, contest.id);
  });
  timeline.add(around(now, days.opened), () => advance(season, contest.id));
  return contest;
}

/** One initiative every other day; the list fills as they are sent in. */
function planReceipt(
  season: Season,
  timeline: Timeline,
  order: { now: Date; contest: Called; seeds: readonly InitiativeSeed[]; from: number },
): Held[] {
  const received: Held[] = [];
  for (const [at, seed] of order.seeds.entries()) {
    timeline.add(around(order.now, order.from + 2 * at, '10:40'), async () => {
      const drafted = await draft(season, order.contest.id, seed);
      const begun = at % WITH_FILE === 0 ? await attachEvidence(season, seed) : drafted;
      received.push(await submit(season, seed, await declareAndConfirm(season, seed, begun)));
    });
  }
  return received;
}

type Dates = readonly [kind: ContestPlan['phases'][number]['kind'], starts: number, ends?: number];

function planned(now: Date, papersOn: number, phases: readonly Dates[]): ContestPlan {
  return {
    year: Number(localDate(now).slice(0, 4)),
    rosterAsOf: ROSTER,
    papersOn: localDate(daysOn(now, papersOn)),
    phases: phases.map(([kind, starts, ends]) => ({
      kind,
      startsAt: around(now, starts, '08:00'),
      endsAt: ends === undefined ? null : around(now, ends, '17:00'),
    })),
  };
}

async function appoint(season: Season, contestId: string, seed: ContestSeed, plan: ContestPlan): Promise<void> {
  for (const document of seed.documents.filter(({ kind }) => kind === 'JURY_DECISION')) {
    await publishPaper(season, contestId, paper(document, { ...plan, papersOn: localDate(season.clock.now()) }));
  }
  await seatJury(season, contestId);
}

/** Every judge is on their way: some cards signed, one begun, one opened, the rest not yet; one judge steps back from one initiative and another takes over. */
function planSomeJudging(season: Season, timeline: Timeline, { now, contest }: { now: Date; contest: Called }): void {
  const cards = () => cardsOf(season, { contestId: contest.id, key: 'dossier' }, initiativesJudging);
  timeline.add(around(now, -12, '10:00'), async () => {
    await stepBack(season, await cards());
  });
  for (const [place, { key }] of judges.entries()) {
    timeline.add(around(now, (place % 5) - 7, '14:30'), async () => {
      const own = (await cards()).filter(({ judge, excused }) => judge === key && !excused);
      for (const [at, card] of own.slice(0, SIGNED + 2).entries()) {
        await attestAndRead(season, card);
        if (at < SIGNED) await sign(season, card);
        else if (at === SIGNED) await saveHalf(season, card);
      }
    });
  }
}

/** The last judge of the list declares a conflict with their last initiative; somebody who has no card of it takes it on. */
async function stepBack(season: Season, cards: readonly Card[]): Promise<void> {
  const own = cards.at(-1);
  if (!own) return;
  const judge = season.person(own.judge);
  await season.get(RecusalService).declareConflict(judge, { scorecardId: own.id, type: 'OTHER', reason: conflictReasons[0] ?? '' });
  await season.get(AssignmentService).assignRound(season.person('organiser-2'), { roundId: own.roundId });
}
