import { FIRST_STATES, INITIATIVE_ACTS, INITIATIVE_STATES, type InitiativeState, LAST_STATES, TRANSITIONS, stateAfter } from './states.js';

const next = (state: InitiativeState): InitiativeState[] =>
  Object.values(TRANSITIONS)
    .filter(({ from }) => from.includes(state))
    .map(({ to }) => to);

function reachable(starts: readonly InitiativeState[]): Set<InitiativeState> {
  const found = new Set(starts);
  for (const state of found) next(state).forEach((to) => found.add(to));
  return found;
}

test('every state can be reached', () => {
  expect([...reachable(FIRST_STATES)].sort()).toEqual([...INITIATIVE_STATES].sort());
});

test.each(INITIATIVE_STATES)('from %s an end can be reached', (state) => {
  expect([...reachable([state])].some((end) => LAST_STATES.includes(end))).toBe(true);
});

test('what is rejected, withdrawn or disqualified stays so', () => {
  expect((['REJECTED', 'WITHDRAWN', 'DISQUALIFIED'] as const).flatMap(next)).toEqual([]);
});

test.each(INITIATIVE_ACTS.flatMap((act) => INITIATIVE_STATES.map((state) => [act, state] as const)))(
  '%s of %s goes by the table or is refused',
  (act, state) => {
    const { from, to } = TRANSITIONS[act];
    if (from.includes(state)) expect(stateAfter(state, act)).toBe(to);
    else expect(() => stateAfter(state, act)).toThrow('INITIATIVE_TRANSITION');
  },
);
