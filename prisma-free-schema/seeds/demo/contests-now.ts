import { localDate } from '#lib/kernel';
import { AssignmentService, ConflictService } from '#lib/scoring';
import { type ContestSeed, type InitiativeSeed, conflictReasons, contestJudging, contestOpen, initiativesJudging, initiativesOpen, returnReasons } from '../content/index.js';
import { type ContestPlan, advance, announceContest, paper, publishPaper, seatJury, seatOffice } from './contests.js';
import { attachEvidence } from './evidence.js';
import { type Held, accept, declareAndConfirm, draft, giveBack, submit } from './initiatives.js';
import { type Card, assignAndOpen, attestAndRead, cardsOf, planRounds, saveHalf, sign } from './judging.js';
import { type Season, daysOn, moment } from './season.js';
import { Timeline } from './timeline.js';

/** The last day of the twenty. */
const ROSTER = '2025-06-30';

/** Of a judge's cards: how many are signed, and which is begun; the next is attested, all others wait. */
const SIGNED = 2;

/** The moment of a day so many days from the day of loading. */
const around = (now: Date, days: number, time = '09:00'): Date => moment(localDate(daysOn(now, days)), time);

/** The contest whose first round is being judged on the day of loading. */
export async function loadJudging(season: Season, now: Date): Promise<void> {
  const papersOn = localDate(daysOn(now, -125));
  const plan = planned(now, papersOn, [
    ['ANNOUNCED', -120],
    ['OPEN', -110, -60],
    ['SCREENING', -59],
    ['JUDGING', -21],
    ['DELIBERATION', 20],
    ['PUBLISHED', 35],
  ]);
  season.at(around(now, -120));
  const contestId = await announceContest(season, contestJudging, plan);
  await seatOffice(season, contestId);
  season.at(around(now, -110));
  await advance(season, contestId);
  const received = await receive(season, contestId, initiativesJudging);
  season.at(around(now, -59));
  await advance(season, contestId);
  for (const [at, held] of received.entries()) await accept(season, held, at);
  season.at(around(now, -40));
  await appoint(season, contestId, contestJudging, plan);

  season.at(around(now, -21));
  await advance(season, contestId);
  await planRounds(season, contestId);
  season.at(around(now, -14));
  await assignAndOpen(season, contestId, 'dossier');
  await judgeSome(season, contestId, now);
}

/** The contest that takes initiatives on the day of loading. */
export async function loadOpen(season: Season, now: Date): Promise<void> {
  const plan = planned(now, localDate(daysOn(now, -32)), [
    ['ANNOUNCED', -30],
    ['OPEN', -20, 25],
    ['SCREENING', 26],
    ['JUDGING', 45],
    ['DELIBERATION', 75],
    ['PUBLISHED', 90],
  ]);
  season.at(around(now, -30));
  const contestId = await announceContest(season, contestOpen, plan);
  await seatOffice(season, contestId);
  season.at(around(now, -20));
  await advance(season, contestId);
  const returned: Held[] = [];
  for (const [at, seed] of initiativesOpen.entries()) {
    season.at(around(now, at - 18, '10:20'));
    const begun = await draft(season, contestId, seed);
    if (seed.state === 'DRAFT') continue;
    if (seed.resembles) await attachEvidence(season, seed);
    const sent = await submit(season, seed, await declareAndConfirm(season, seed, begun));
    if (seed.state === 'RETURNED') returned.push(sent);
  }
  season.at(around(now, -3));
  for (const sent of returned) await giveBack(season, sent, { dueAt: around(now, 7, '17:00'), reason: returnReasons[1] ?? '' });
}

type Dates = readonly [kind: ContestPlan['phases'][number]['kind'], starts: number, ends?: number];

function planned(now: Date, papersOn: string, phases: readonly Dates[]): ContestPlan {
  return {
    year: Number(localDate(now).slice(0, 4)),
    rosterAsOf: ROSTER,
    papersOn,
    phases: phases.map(([kind, starts, ends]) => ({ kind, startsAt: around(now, starts, '08:00'), endsAt: ends === undefined ? null : around(now, ends, '17:00') })),
  };
}

async function receive(season: Season, contestId: string, seeds: readonly InitiativeSeed[]): Promise<Held[]> {
  const received: Held[] = [];
  for (const [at, seed] of seeds.entries()) {
    season.at(daysOn(season.clock.now(), 2));
    const begun = await draft(season, contestId, seed);
    if (at % 3 === 0) await attachEvidence(season, seed);
    received.push(await submit(season, seed, await declareAndConfirm(season, seed, begun)));
  }
  return received;
}

async function appoint(season: Season, contestId: string, seed: ContestSeed, plan: ContestPlan): Promise<void> {
  for (const document of seed.documents.filter(({ kind }) => kind === 'JURY_DECISION')) {
    await publishPaper(season, contestId, paper(document, { ...plan, papersOn: localDate(season.clock.now()) }));
  }
  await seatJury(season, contestId);
}

/** Every judge is on their way: some cards signed, one begun, one opened, the rest not yet; one judge steps back from one initiative and another takes over. */
async function judgeSome(season: Season, contestId: string, now: Date): Promise<void> {
  const round = { contestId, key: 'dossier' };
  season.at(around(now, -12, '10:00'));
  await stepBack(season, await cardsOf(season, round, initiativesJudging));
  const open = (await cardsOf(season, round, initiativesJudging)).filter(({ excused }) => !excused);
  const timeline = new Timeline();
  for (const [judge, cards] of Map.groupBy(open, (card) => card.judge)) {
    const daysAgo = 2 + (Number(judge.slice(-1)) % 5);
    for (const [at, card] of cards.slice(0, SIGNED + 2).entries()) {
      timeline.add(around(now, -daysAgo, `1${String(at)}:30`), async () => {
        await attestAndRead(season, card);
        if (at < SIGNED) await sign(season, card);
        else if (at === SIGNED) await saveHalf(season, card);
      });
    }
  }
  await timeline.play(season);
}

/** The last judge of the list declares a conflict with their last initiative; somebody who has no card of it takes it on. */
async function stepBack(season: Season, cards: readonly Card[]): Promise<void> {
  const own = cards.at(-1);
  if (!own) return;
  const judge = season.person(own.judge);
  await season.get(ConflictService).declareConflict(judge, { scorecardId: own.id, type: 'INTEREST', reason: conflictReasons[0] ?? '' });
  await season.get(AssignmentService).assignRound(season.person('organiser-2'), { roundId: own.roundId });
}
