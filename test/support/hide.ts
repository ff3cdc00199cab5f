import { HIDDEN_CHANGES } from './hidden.js';
import { type LookersOn } from './lookers-on.js';

/** Returns how many rows were touched. */
export async function hide(met: LookersOn, list: readonly { at: number; seed: number }[]): Promise<number> {
  let touched = 0;
  for (const { at, seed } of list) {
    const statement = HIDDEN_CHANGES[at]!.statement({ contests: met.contests, readers: met.people, seed });
    touched += Number((await statement.execute(met.contest.em().getKysely())).numAffectedRows ?? 0);
  }
  return touched;
}

/** Each change with a number for which it touches something; throws where there is none. */
export async function hideEach(met: LookersOn, which: readonly number[]): Promise<void> {
  for (const at of which) {
    let touched = 0;
    for (let seed = 7; touched === 0 && seed < 27; seed += 1) touched = await hide(met, [{ at, seed }]);
    if (touched === 0) throw new Error(`The hidden change ${String(at)} of ${HIDDEN_CHANGES[at]?.table ?? ''} touches nothing`);
  }
}
