import { type OpeningFacts, whyNotOpen } from './opening.js';

const READY: OpeningFacts = { state: 'PLANNED', held: false, previousClosed: true, samples: 2, initiatives: 8, short: 0 };

test.each<[Partial<OpeningFacts>, string | undefined]>([
  [{}, undefined],
  [{ samples: null }, undefined],
  [{ state: 'OPEN' }, 'ROUND_TRANSITION'],
  [{ state: 'CLOSED' }, 'ROUND_CLOSED'],
  [{ held: true }, 'CONTEST_HELD'],
  [{ previousClosed: false, initiatives: 0 }, 'ROUND_BEFORE_OPEN'],
  [{ samples: 1 }, 'CALIBRATION_SAMPLES_MISSING'],
  [{ initiatives: 0 }, 'ROUND_EMPTY'],
  [{ short: 3 }, 'ROUND_NOT_ASSIGNED'],
])('a round that is otherwise ready, with %j, may not be opened for %s', (part, code) => {
  expect(whyNotOpen({ ...READY, ...part })?.code).toBe(code);
});
