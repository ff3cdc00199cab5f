import {
  type CardFacts,
  untrimmedOf,
  whyNotAttest,
  whyNotClose,
  whyNotExcuse,
  whyNotMark,
  whyNotOpenDossier,
  whyNotSign,
  whyNotUntrimmed,
} from './policies.js';
import { ROUND_STATES, ROUND_TRANSITIONS } from '../round/round.entity.js';

const card = (changes: Partial<CardFacts> = {}): CardFacts => ({
  state: 'DRAFT',
  late: false,
  roundState: 'OPEN',
  judging: true,
  eligible: true,
  attested: true,
  calibrationDue: false,
  presentationDue: false,
  conflicted: false,
  signableUntil: null,
  ...changes,
});

test('an attested draft in an open round is marked, and its dossier is read', () => {
  expect([whyNotMark(card()), whyNotOpenDossier(card()), whyNotAttest(card())]).toEqual([null, null, null]);
});

test('a card is signed until the last moment of its deadline and no longer, and kept as a draft from then on', () => {
  const until = new Date('2026-09-15T10:00:00Z');
  const due = card({ signableUntil: until });
  expect(whyNotSign(due, new Date(until.getTime() - 1))).toBeNull();
  expect(whyNotSign(due, until)).toMatchObject({ code: 'ROUND_DUE_PASSED', detail: { deadline: { moment: until.toISOString() } } });
  expect([whyNotMark(due), whyNotSign(card(), until)]).toEqual([null, null]);
  expect(whyNotSign(card({ signableUntil: until, conflicted: true }), until)?.code).toBe('CONFLICT_OF_INTEREST');
});

test.each<[string, Partial<CardFacts>, string]>([
  ['a signed card', { state: 'SIGNED' }, 'CARD_SIGNED'],
  ['a signed card of a closed round', { state: 'SIGNED', roundState: 'CLOSED' }, 'CARD_SIGNED'],
  ['an excused card', { state: 'EXCUSED' }, 'CARD_EXCUSED'],
  ['a card of a contest that was cancelled', { judging: false }, 'CONTEST_NOT_JUDGING'],
  ['a closed round', { roundState: 'CLOSED' }, 'ROUND_CLOSED'],
  ['a round not yet opened', { roundState: 'PLANNED' }, 'ROUND_NOT_OPEN'],
  ['a first card while the round settles', { roundState: 'SETTLING' }, 'ROUND_SETTLING'],
  ['an initiative that is out', { eligible: false }, 'INITIATIVE_NOT_JUDGED'],
  ['a card whose judge has not scored the samples', { calibrationDue: true }, 'CALIBRATION_DUE'],
  ['a card to be marked in the room, before the presentation', { presentationDue: true }, 'PRESENTATION_NOT_BEGUN'],
  ['no attestation', { attested: false }, 'ATTESTATION_MISSING'],
  ['a conflict', { conflicted: true }, 'CONFLICT_OF_INTEREST'],
])('%s is not marked', (_, changes, code) => {
  expect(whyNotMark(card(changes))?.code).toBe(code);
});

test('a card given out while the round settles is marked then', () => {
  expect(whyNotMark(card({ roundState: 'SETTLING', late: true }))).toBeNull();
});

test('what is marked in the room is read before', () => {
  expect(whyNotOpenDossier(card({ presentationDue: true }))).toBeNull();
});

test('a signed dossier can still be read, one in conflict cannot', () => {
  expect(whyNotOpenDossier(card({ state: 'SIGNED', roundState: 'CLOSED' }))).toBeNull();
  expect(whyNotOpenDossier(card({ conflicted: true }))?.code).toBe('CONFLICT_OF_INTEREST');
  expect(whyNotAttest(card({ conflicted: true }))?.code).toBe('CONFLICT_OF_INTEREST');
});

test('a signed card is excused only where a conflict came up', () => {
  expect(whyNotExcuse(card({ state: 'SIGNED' }))?.code).toBe('CARD_SIGNED');
  expect(whyNotExcuse(card({ state: 'SIGNED', conflicted: true }))).toBeNull();
  expect(whyNotExcuse(card({ roundState: 'CLOSED' }))?.code).toBe('ROUND_CLOSED');
});

test('a round closes when every card is in, no initiative is short, none in conflict counts and nobody waits to mark one anew', () => {
  const all = { due: 6, signed: 6, short: 0, initiatives: 2, reopenings: 0, conflicted: 0 };
  expect(whyNotClose('OPEN', all)).toBeNull();
  expect(whyNotClose('SETTLING', { ...all, due: 7 })).toMatchObject({ code: 'ROUND_INCOMPLETE', detail: { open: 1, short: 0 } });
  expect(whyNotClose('OPEN', { ...all, short: 1 })?.code).toBe('ROUND_INCOMPLETE');
  expect(whyNotClose('OPEN', { ...all, reopenings: 1 })).toMatchObject({ code: 'ROUND_REOPENINGS', detail: { reopenings: 1 } });
  expect(whyNotClose('OPEN', { ...all, conflicted: 1 })).toMatchObject({ code: 'ROUND_CONFLICTS', detail: { conflicted: 1 } });
  expect(whyNotClose('OPEN', { due: 0, signed: 0, short: 0, initiatives: 0, reopenings: 0, conflicted: 0 })?.code).toBe('ROUND_EMPTY');
});

test('where trimming would fall away, the round is closed only for who has accepted that', () => {
  const trimmed = { aggregation: { kind: 'TRIMMED_MEAN', trimming: 'SHEETS' } } as const;
  expect([untrimmedOf(trimmed, [5, 4, 6, 1]), untrimmedOf(trimmed, [5, 6])]).toEqual([2, 0]);
  expect(untrimmedOf({ aggregation: { kind: 'MEAN', trimming: 'SHEETS' } }, [1])).toBe(0);
  expect(whyNotUntrimmed(2, false)).toMatchObject({
    code: 'ROUND_UNTRIMMED',
    detail: { initiatives: 2, least: 5 },
    path: 'acceptUntrimmed',
  });
  expect([whyNotUntrimmed(2, true), whyNotUntrimmed(0, false)]).toEqual([null, null]);
});

test('every state of a round is reached, and only a closed one is an end', () => {
  const reached = new Set(Object.values(ROUND_TRANSITIONS).flat());
  expect(ROUND_STATES.filter((state) => !reached.has(state))).toEqual(['PLANNED']);
  expect(ROUND_STATES.filter((state) => ROUND_TRANSITIONS[state].length === 0)).toEqual(['CLOSED']);
});
