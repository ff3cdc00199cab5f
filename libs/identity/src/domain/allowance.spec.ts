import fc from 'fast-check';
import { type Allowance, type Tally, isCalm, mostInAnHour, secondsToWait, spend } from './allowance.js';
import { PASSWORD_RESET, SIGN_IN, countsOf } from './door.js';

const START = new Date('2026-03-02T02:00:00Z');
const after = (seconds: number) => new Date(START.getTime() + seconds * 1000);
const UNTRIED: Tally = { spentUntil: START, lastAt: new Date(0) };

/** How many of the attempts at these seconds pass. */
function passed(allowance: Allowance, seconds: readonly number[], calm = true): number {
  let tally = UNTRIED;
  let passes = 0;
  for (const at of seconds.map(after)) {
    if (secondsToWait(tally, allowance, { at, calm }) > 0) continue;
    tally = spend(tally, allowance, at);
    passes += 1;
  }
  return passes;
}

test('five at once pass and the sixth waits a minute, neither longer for having tried meanwhile nor shorter', () => {
  const five: Allowance = { burst: 5, seconds: 60 };
  let tally = UNTRIED;
  for (let i = 0; i < 5; i += 1) tally = spend(tally, five, START);

  expect(secondsToWait(tally, five, { at: START, calm: true })).toBe(60);
  expect(secondsToWait(tally, five, { at: after(59), calm: true })).toBe(1);
  expect(secondsToWait(tally, five, { at: after(60), calm: true })).toBe(0);
  expect(passed(five, [0, 0, 0, 0, 0, 30, 30, 59, 60, 61])).toBe(6);
});

test('what is kept for the calm is not used by others', () => {
  const kept: Allowance = { burst: 10, seconds: 60, keptForCalm: 7 };

  expect([passed(kept, Array<number>(20).fill(0), false), passed(kept, Array<number>(20).fill(0), true)]).toEqual([3, 10]);
});

test('whoever has tried is calm again after an hour', () => {
  const tally = spend(UNTRIED, { burst: 5, seconds: 60 }, START);

  expect([isCalm(UNTRIED, START), isCalm(tally, after(3599)), isCalm(tally, after(3600))]).toEqual([true, false, true]);
});

test('no way of spreading guesses gets more than 130 at an account, or 700 from an address, into its first hour', () => {
  const guesses = fc.array(fc.integer({ min: 0, max: 3599 }), { minLength: 1, maxLength: 900 }).map((at) => at.sort((a, b) => a - b));

  expect([mostInAnHour(SIGN_IN.account), mostInAnHour(SIGN_IN.network), mostInAnHour(PASSWORD_RESET.account)]).toEqual([130, 700, 18]);
  fc.assert(
    fc.property(guesses, (at) => passed(SIGN_IN.account, at) <= 130 && passed(SIGN_IN.network, at) <= 700),
    { numRuns: 200 },
  );
  expect(
    passed(
      SIGN_IN.account,
      Array.from({ length: 3600 }, (_, second) => second),
    ),
  ).toBe(129);
});

test('a known device counts alone; an unknown one with its address, its account and all behind its address', () => {
  const kinds = (network: string | null, knownDevice: string | null) =>
    countsOf(SIGN_IN, 'mai@example.vn', { network, knownDevice }).map(({ of, key }) => [of, key[1]]);

  expect(kinds('203.0.113.7', 'x')).toEqual([['asker', 'device']]);
  expect(kinds('203.0.113.7', null)).toEqual([
    ['asker', 'pair'],
    ['account', 'account'],
    ['network', 'network'],
  ]);
  expect(kinds(null, null)).toEqual([['account', 'account']]);
});
