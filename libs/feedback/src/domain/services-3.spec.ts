import { INSPECTION_ACTS, INSPECTION_STATES, scoreOf, whyNotAnswer, whyNotInspect, whyNotTeam } from './inspection-rules.js';

const code = (why: { readonly code: string } | null): string | null => why?.code ?? null;

test('services.md 3: seven yes, three no and five that do not apply are 70 %', () => {
  const answers = [...Array<string>(7).fill('YES'), ...Array<string>(3).fill('NO'), ...Array<string>(5).fill('NA')];
  const count = (answer: string) => answers.filter((one) => one === answer).length;
  expect(scoreOf({ yes: count('YES'), no: count('NO') })).toBe('70');
});

test('services.md 3: where nothing applies there is no score', () => {
  expect(scoreOf({ yes: 0, no: 0 })).toBeNull();
});

test('a score has two decimals at most', () => {
  expect([scoreOf({ yes: 2, no: 1 }), scoreOf({ yes: 0, no: 3 }), scoreOf({ yes: 3, no: 0 })]).toEqual(['66.67', '0', '100']);
});

test('nobody of the unit is in the team, nor anybody twice; who is one is named', () => {
  expect(whyNotTeam({ leadId: 'a', memberIds: ['b', 'c'] }, ['d'])).toBeNull();
  expect(whyNotTeam({ leadId: 'a', memberIds: ['b', 'c'] }, ['c'])).toMatchObject({ code: 'TEAM_OF_UNIT', path: 'memberIds.1' });
  expect(whyNotTeam({ leadId: 'a', memberIds: [] }, ['a'])).toMatchObject({ code: 'TEAM_OF_UNIT', path: 'leadId' });
  expect(whyNotTeam({ leadId: 'a', memberIds: ['a'] }, [])).toMatchObject({ code: 'TEAM_TWICE', path: 'memberIds.0' });
});

test('what is not as it should be says what was found', () => {
  expect([code(whyNotAnswer('NO', null)), code(whyNotAnswer('NO', 'Thiếu bảng giá.')), code(whyNotAnswer('NA', null))]).toEqual([
    'FINDING_MISSING',
    null,
    null,
  ]);
});

const NOBODY = { orders: false, inTeam: false, leads: false, heads: false };
const LEAD = { ...NOBODY, inTeam: true, leads: true };
const HEAD = { ...NOBODY, heads: true };
const FRESH = { teamSigned: false, unitAnswered: false, unanswered: 0 };

test('each act is its own people’s, and done in one state', () => {
  for (const act of Object.keys(INSPECTION_ACTS) as (keyof typeof INSPECTION_ACTS)[])
    for (const state of INSPECTION_STATES) {
      const by = act === 'callOff' ? { ...NOBODY, orders: true } : LEAD;
      expect([act, state, code(whyNotInspect({ ...FRESH, ...by, state }, act))]).toEqual([
        act,
        state,
        state === INSPECTION_ACTS[act] ? null : 'INSPECTION_STATE',
      ]);
      expect(whyNotInspect({ ...FRESH, ...NOBODY, state }, act)).not.toBeNull();
    }
});

test('each side signs once, and no more where it was recorded that the unit does not', () => {
  const at = (more: object, by: typeof LEAD) => code(whyNotInspect({ ...FRESH, ...by, state: 'MINUTES', ...more }, 'sign'));
  expect([at({}, LEAD), at({}, HEAD), at({ teamSigned: true }, LEAD), at({ teamSigned: true }, HEAD)]).toEqual([
    null,
    null,
    'MINUTES_SIGNED',
    null,
  ]);
  expect(at({ unitAnswered: true }, HEAD)).toBe('MINUTES_SIGNED');
  expect(code(whyNotInspect({ ...FRESH, ...LEAD, state: 'MINUTES', unitAnswered: true }, 'recordRefusal'))).toBe('MINUTES_SIGNED');
});

test('minutes are drawn up when all is answered', () => {
  expect(code(whyNotInspect({ ...FRESH, ...LEAD, state: 'UNDER_WAY', unanswered: 1 }, 'drawUp'))).toBe('INSPECTION_UNANSWERED');
});
