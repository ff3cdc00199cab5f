import { Refused } from '#lib/kernel';
import { type SubmissionFacts, whyNotDueAt, whyNotEdit, whyNotReason, whyNotReject, whyNotSubmit } from './policies.js';

const at = new Date('2026-03-02T02:00:00Z');
const before = new Date('2026-03-02T01:59:59Z');
const after = new Date('2026-03-02T02:00:01Z');

const ready: SubmissionFacts = {
  state: 'DRAFT',
  texts: {
    title: 'Nhắc hạn giấy phép',
    problem: 'Quá hạn',
    solution: 'Hẹn giờ',
    novelty: 'Tự động',
    effect: 'Không bị phạt',
    firstAppliedOn: '2026-03-02',
  },
  authors: [{ personId: 'a', share: '100', lead: true }],
  seated: new Set(),
  declared: { ownWork: before, notPrizedElsewhere: before, nobodyOnJury: before },
  headConfirms: true,
  confirmedAt: before,
  returnDueAt: null,
  contestRefuses: null,
};

test('what is complete, declared and confirmed can be sent in before the deadline', () => {
  expect(whyNotSubmit(ready, at)).toBeNull();
});

test.each([
  ['after the deadline', { contestRefuses: new Refused('DEADLINE_PASSED') }, 'SUBMISSION_CLOSED', null],
  ['a text is missing', { texts: { ...ready.texts, effect: '  ' } }, 'TEXT_MISSING', 'effect'],
  [
    'it was first applied on a day to come',
    { texts: { ...ready.texts, firstAppliedOn: '2026-03-03' } },
    'FIRST_APPLIED_IN_FUTURE',
    'firstAppliedOn',
  ],
  ['nobody is the author', { authors: [] }, 'AUTHORS_MISSING', 'authors'],
  ['a declaration is missing', { declared: { ...ready.declared, notPrizedElsewhere: null } }, 'DECLARATION_MISSING', 'notPrizedElsewhere'],
  ["the unit's head has not confirmed", { confirmedAt: null }, 'HEAD_NOT_CONFIRMED', null],
  ['it was sent in already', { state: 'SUBMITTED' as const }, 'INITIATIVE_TRANSITION', null],
])('it cannot be sent in: %s', (_, facts, code, path) => {
  expect(whyNotSubmit({ ...ready, ...facts }, at)).toMatchObject({ code, path });
});

test('all that is missing is said at once, in the order of the form; where it stands comes first, and then nothing else', () => {
  const nothing = { ...ready.texts, title: ' ', effect: '' };
  const authors = [
    { personId: 'a', share: '60', lead: false },
    { personId: 'b', share: '50', lead: false },
  ];
  const declared = { ownWork: null, notPrizedElsewhere: before, nobodyOnJury: null };
  const facts = { ...ready, texts: nothing, authors, seated: new Set(['b']), declared, confirmedAt: null };
  const said = (given: SubmissionFacts) => whyNotSubmit(given, at)?.problems.map(({ code, path }) => [code, path]);

  expect(said(facts)).toEqual([
    ['TEXT_MISSING', 'title'],
    ['TEXT_MISSING', 'effect'],
    ['LEAD_AUTHOR_NOT_ONE', 'authors'],
    ['SHARES_NOT_100', 'authors'],
    ['AUTHOR_HAS_SEAT', 'authors.1.personId'],
    ['DECLARATION_MISSING', 'ownWork'],
    ['DECLARATION_MISSING', 'nobodyOnJury'],
    ['HEAD_NOT_CONFIRMED', null],
  ]);
  expect(said({ ...facts, state: 'WITHDRAWN' })).toEqual([['INITIATIVE_TRANSITION', null]]);
  expect(said({ ...facts, contestRefuses: new Refused('DEADLINE_PASSED') })).toEqual([['SUBMISSION_CLOSED', null]]);
});

test('the head is not asked where the contest does not ask for it', () => {
  expect(whyNotSubmit({ ...ready, headConfirms: false, confirmedAt: null }, at)).toBeNull();
});

test('what was returned has its own due date', () => {
  const returned = { ...ready, state: 'RETURNED' as const };

  expect(whyNotSubmit({ ...returned, returnDueAt: at }, at)).toBeNull();
  expect(whyNotSubmit({ ...returned, returnDueAt: before }, at)).toMatchObject({
    code: 'RETURN_OVERDUE',
    detail: { dueAt: { moment: '2026-03-02T01:59:59.000Z' } },
  });
  expect(whyNotSubmit({ ...returned, returnDueAt: after, contestRefuses: new Refused('PHASE_FORBIDS') }, at)).toMatchObject({
    code: 'PHASE_FORBIDS',
  });
});

test('only drafts and what was returned can be changed', () => {
  expect(
    (['DRAFT', 'RETURNED', 'SUBMITTED', 'ELIGIBLE', 'WITHDRAWN'] as const).map((state) => whyNotEdit({ state })?.code ?? null),
  ).toEqual([null, null, 'NOT_OPEN_TO_EDITS', 'NOT_OPEN_TO_EDITS', 'NOT_OPEN_TO_EDITS']);
});

test('a due date lies ahead', () => {
  expect([whyNotDueAt(after, at), whyNotDueAt(at, at)?.code]).toEqual([null, 'RETURN_DUE_PAST']);
});

test('what was returned is rejected only once its time has run out', () => {
  expect(whyNotReject({ state: 'RETURNED', returnDueAt: after }, at)?.code).toBe('RETURN_STILL_RUNS');
  expect(whyNotReject({ state: 'RETURNED', returnDueAt: before }, at)).toBeNull();
  expect(whyNotReject({ state: 'SUBMITTED', returnDueAt: null }, at)).toBeNull();
});

test('a reason says something', () => {
  expect([whyNotReason('Trùng'), whyNotReason('  ')?.code, whyNotReason(null)?.code]).toEqual([null, 'REASON_MISSING', 'REASON_MISSING']);
});
