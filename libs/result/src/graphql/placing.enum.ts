import { registerEnumType } from '@nestjs/graphql';
import { FINAL_STATES } from '../domain/result/final-standings.js';
import { STANDING_STATES } from '../domain/result/standings.js';

/** In the standings of a round, or in the final ones. */
export const PlacingEnum = Object.fromEntries([...new Set([...STANDING_STATES, ...FINAL_STATES])].map((state) => [state, state]));
registerEnumType(PlacingEnum, {
  name: 'Placing',
  description: 'Where an initiative stands in the standings of a round, or in the final ones.',
  valuesMap: {
    PASSED: { description: 'It passes.' },
    CUT_OFF: { description: 'It does not pass into the next round.' },
    KNOCKED_OUT: { description: 'A mark was below a knock-out minimum.' },
    FINALIST: { description: 'It was judged in the last round.' },
    BELOW_FINAL: { description: 'It did not reach the last round.' },
  },
});
