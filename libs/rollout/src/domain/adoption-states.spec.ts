import { ADOPTION_MOVES, ADOPTION_STATES, type AdoptionState, type MoveFacts, needsReason, whyNotMove } from './adoption-states.js';

function reachable(from: AdoptionState): Set<AdoptionState> {
  const seen = new Set<AdoptionState>([from]);
  for (const state of seen) for (const next of ADOPTION_MOVES[state]) seen.add(next);
  return seen;
}

const move = (facts: Partial<MoveFacts>): MoveFacts => ({
  basis: 'REQUIRED',
  from: 'PILOTING',
  to: 'IN_USE',
  reason: null,
  effectiveOn: '2024-03-01',
  lastOn: '2024-02-01',
  today: '2024-03-02',
  ...facts,
});

test('every state can be reached by a commune that has not started', () => {
  expect([...reachable('NOT_STARTED')].sort()).toEqual([...ADOPTION_STATES].sort());
});

test.each(ADOPTION_STATES)('%s is no dead end: use is within reach', (state) => {
  expect(reachable(state).has('IN_USE')).toBe(true);
});

test('no state moves to itself, and none back to not started', () => {
  const moves = Object.entries(ADOPTION_MOVES);
  expect(moves.filter(([from, to]) => to.includes(from as AdoptionState) || to.includes('NOT_STARTED'))).toEqual([]);
});

test('stopping is explained, and so is coming back from a refusal', () => {
  const explained = ADOPTION_STATES.flatMap((from) =>
    ADOPTION_MOVES[from].filter((to) => needsReason(from, to)).map((to) => `${from}>${to}`),
  );
  const wanted = ADOPTION_STATES.flatMap((from) =>
    ADOPTION_MOVES[from]
      .filter((to) => ['PAUSED', 'NOT_SUITABLE', 'DROPPED'].includes(to) || ['NOT_SUITABLE', 'DROPPED'].includes(from))
      .map((to) => `${from}>${to}`),
  );
  expect(explained).toEqual(wanted);
});

test('a move in the table, dated between the last one and today, is allowed', () => {
  expect(whyNotMove(move({}))).toBeNull();
});

test.each<[string, string, Partial<MoveFacts>]>([
  ['a commune that is exempt', 'UNIT_EXEMPT', { basis: 'EXEMPT' }],
  ['a move that the table has not', 'ADOPTION_MOVE', { to: 'SUSTAINED' }],
  ['a pause without a reason', 'REASON_MISSING', { to: 'PAUSED', reason: '  ' }],
  ['a day in the future', 'DATE_IN_FUTURE', { effectiveOn: '2024-03-03' }],
  ['a day before the last change', 'DATE_OUT_OF_ORDER', { effectiveOn: '2024-01-31' }],
])('%s is refused', (_, code, facts) => {
  expect(whyNotMove(move(facts))?.code).toBe(code);
});
