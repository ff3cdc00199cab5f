import {
  ADOPTION_MOVES,
  ADOPTION_STATES,
  type AdoptionState,
  type GroundFacts,
  LEAST_MONTHS,
  type MoveFacts,
  needsReason,
  problemsOfGround,
  whyNotMove,
} from './adoption-states.js';

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

const ground = (facts: Partial<GroundFacts>): [string, string | null][] =>
  problemsOfGround({
    from: 'IN_USE',
    to: 'SUSTAINED',
    reason: null,
    since: '2023-08-31',
    effectiveOn: '2024-02-29',
    shown: true,
    tried: true,
    least: LEAST_MONTHS,
    ...facts,
  }).map(({ code, path }) => [code, path]);

test.each<[string, Partial<GroundFacts>, [string, string | null][]]>([
  ['sustained six months after use began, to the last of a shorter month', {}, []],
  ['a day before six months', { effectiveOn: '2024-02-28' }, [['ADOPTION_TOO_SOON', 'effectiveOn']]],
  ['as soon as a roll-out asks for no time', { effectiveOn: '2023-08-31', least: { pilot: 0, use: 0 } }, []],
  ['sustained without anything shown', { shown: false }, [['EVIDENCE_MISSING', 'evidence']]],
  ['use that was never piloted, without a reason', { from: 'PREPARING', to: 'IN_USE', tried: false }, [['REASON_MISSING', 'reason']]],
  ['use after a pause that was never piloted', { from: 'PAUSED', to: 'IN_USE', tried: false, reason: ' ' }, [['REASON_MISSING', 'reason']]],
  ['use that was never piloted, with a reason', { from: 'NOT_STARTED', to: 'IN_USE', tried: false, reason: 'Xã bạn đã thí điểm.' }, []],
  [
    'use before the pilot has lasted',
    { from: 'PILOTING', to: 'IN_USE', since: '2024-02-01', least: { pilot: 1, use: 6 } },
    [['ADOPTION_TOO_SOON', 'effectiveOn']],
  ],
  ['a step back from sustained use', { from: 'SUSTAINED', to: 'IN_USE', shown: false, tried: false }, []],
  ['piloting', { from: 'PREPARING', to: 'PILOTING', shown: false, tried: false }, []],
  [
    'all that is wrong, at once',
    { from: 'PILOTING', to: 'IN_USE', shown: false, tried: false, since: '2024-02-20', least: { pilot: 1, use: 6 } },
    [
      ['REASON_MISSING', 'reason'],
      ['EVIDENCE_MISSING', 'evidence'],
      ['ADOPTION_TOO_SOON', 'effectiveOn'],
    ],
  ],
])('what a state rests on: %s', (_, facts, problems) => {
  expect(ground(facts)).toEqual(problems);
});
