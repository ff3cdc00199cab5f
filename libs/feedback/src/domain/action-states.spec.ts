import { ACTION_MOVES, ACTION_STATES, type ActionState, effectFrom, whyNotMove, whyNotShown, whyNotVerify } from './action-states.js';

test('every state is reached from OPEN, and only what was cancelled has no way on', () => {
  const reached = new Set<ActionState>(['OPEN']);
  for (const state of reached) ACTION_MOVES[state].forEach((next) => reached.add(next));
  expect([...reached].sort()).toEqual([...ACTION_STATES].sort());
  expect(ACTION_STATES.filter((state) => ACTION_MOVES[state].length === 0)).toEqual(['CANCELLED']);
});

test('nothing is effective that was not verified, nor verified that was not claimed', () => {
  expect(ACTION_STATES.filter((from) => whyNotMove(from, 'EFFECTIVE') === null)).toEqual(['VERIFIED']);
  expect(ACTION_STATES.filter((from) => whyNotMove(from, 'VERIFIED') === null)).toEqual(['CLAIMED']);
});

test('services 3: whether it worked is checked four weeks later at the earliest, not by the owner, nor by the unit', () => {
  expect(effectFrom('2026-03-02')).toBe('2026-03-30');
  expect(['2026-03-03', '2026-03-08'].map(effectFrom)).toEqual(['2026-04-06', '2026-04-06']);
  expect(whyNotVerify('p', { ownerId: 'p', unitId: 'u' }, [])?.code).toBe('ACTION_OWN');
  expect(whyNotVerify('q', { ownerId: 'p', unitId: 'u' }, ['u'])?.code).toBe('REVIEWER_OF_UNIT');
  expect(whyNotVerify('q', { ownerId: 'p', unitId: 'u' }, ['w'])).toBeNull();
});

test('it worked where a smaller share is dissatisfied than before; where too few rated, another check says so', () => {
  const weeks = (lowRatings: number, ratings: number) => ({ from: '2026-03-02', to: '2026-03-29', ratings, lowRatings });
  expect(whyNotShown(weeks(20, 200), weeks(19, 200))).toBeNull();
  expect(whyNotShown(weeks(20, 200), weeks(10, 100))?.code).toBe('EFFECT_NOT_SHOWN');
  expect(whyNotShown(weeks(0, 200), weeks(0, 200))?.code).toBe('EFFECT_NOT_SHOWN');
  expect([whyNotShown(null, weeks(9, 10)), whyNotShown(weeks(9, 10), null)]).toEqual([null, null]);
});
