import { setTimeout as pause } from 'node:timers/promises';
import { announce } from './announce.js';
import { award } from './award.js';
import { Cast } from './cast.js';
import { type Ending, readEnding, showEnding } from './ending.js';
import { showNotices } from './notices.js';
import { checkPublicPack } from './pack.js';
import { reportFigures } from './report.js';
import { rollOut } from './rollout.js';
import { judgeRounds } from './rounds.js';
import { screen } from './screen.js';
import { type Settings } from './settings.js';
import { type Stage, type Time, enterPhase } from './stage.js';
import { takeInitiatives } from './submit.js';
import { type Print, Teller } from './teller.js';

const TICK = 100;

/** The real time, which the server goes by too. */
export const realTime: Time = {
  now: () => new Date(),
  until: async (moment) => {
    while (Date.now() <= moment.getTime()) await pause(TICK);
  },
};

/** Plays a whole year against a running server, as its different people; the next year's where there is one already. */
export async function play(settings: Settings, print: Print, time: Time = realTime): Promise<Ending> {
  const stage: Stage = { cast: new Cast(settings), tell: new Teller(print), time, begun: time.now() };
  try {
    const contest = await announce(stage);
    const initiatives = await takeInitiatives(stage, contest);
    await screen(stage, contest, initiatives);
    await judgeRounds(stage, contest);
    await award(stage, contest);
    await checkPublicPack(stage, contest);
    const begun = await rollOut(stage, contest, initiatives);
    await reportFigures(stage, contest, begun);
    await showNotices(stage);
    await enterPhase(await stage.cast.as('organiser-1'), contest.id, 'ARCHIVED');
    const ending = await readEnding(stage, contest);
    showEnding(stage, ending);
    return ending;
  } finally {
    await stage.cast.signOut();
  }
}
