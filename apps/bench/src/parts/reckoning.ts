import { timeAssignment } from '../assignment.js';
import { idOf } from '../data/ids.js';
import { timePack } from '../packs.js';
import { type Part } from '../part.js';
import { application, ask } from '../servers.js';
import { timeOutcome, timeStability, timeStandings } from '../standings.js';

const CLOSE =
  'mutation ($input: CloseRoundInput!) { closeRound(input: $input) { __typename ... on Round { state } ... on Refusal { code } } }';

/** What is reckoned without many requests: standings, agreement, stability, assignment, packs, closing a round. */
export const reckoning: Part = async ({ workspace, report, isAsked }) => {
  report.begin('reckoning', 'ms, and what is wanted');
  const measured: readonly [string, number, () => number | Promise<number>][] = [
    ['standings of 200', 50, () => timeStandings(200)],
    ['standings of 10,000', 3_000, () => timeStandings(10_000)],
    ['all of 200', 100, () => timeOutcome(200, 5)],
    ['all of 10,000', 5_000, () => timeOutcome(10_000, 5)],
    ['all of 10,000, 100 judges', 5_000, () => timeOutcome(10_000, 100)],
    ['stability of 200 × 9', 2_000, timeStability],
    ['pack of 10,000', 10_000, async () => timePack(10_000, workspace.folder).then(({ writtenMs, verifiedMs }) => writtenMs + verifiedMs)],
  ];
  for (const [what, aim, run] of measured.filter(([name]) => isAsked(name))) report.row({ reckoned: what, ms: await run(), aim });
  if (isAsked('assignment')) {
    const { milliseconds, optimal, blockedMs } = await timeAssignment();
    report.row({ reckoned: 'assignment 2,000 × 100', ms: milliseconds, aim: 20_000 });
    report.remark(
      `the assignment is ${optimal ? 'proven best' : 'not proven'}; the server's thread was held up by ${blockedMs.toFixed(0)} ms at most`,
    );
  }
  if (!isAsked('closing')) return;
  const url = await workspace.country();
  const app = await application(url, workspace.folder);
  for (const [round, what] of [
    ['close', 'closing a round of 200'],
    ['large', 'closing one of 10,000'],
  ] as const) {
    const begun = performance.now();
    const closed = await ask(app, 'O', { query: CLOSE, variables: { input: { roundId: idOf('round', round) } } }).catch(() => null);
    report.row({ reckoned: what, ms: closed && performance.now() - begun, aim: round === 'close' ? 1_000 : 20_000 });
  }
  await app.close();
};
