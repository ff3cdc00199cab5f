import fc from 'fast-check';
import { drawnOrder, endsOf, plannedStart } from './draw.js';
import { type SlotFacts, nowAndNext, whyNotDraw, whyNotEnd, whyNotSkip, whyNotStart } from './policies.js';

const codes = ['2026-003', '2026-001', '2026-002', '2026-010'];

test('the order is of the codes and the seed alone: whoever has both comes to the same', () => {
  const order = drawnOrder(codes, 20261123);
  expect(order).toEqual(['2026-003', '2026-002', '2026-010', '2026-001']);
  expect(drawnOrder(codes.toReversed(), 20261123)).toEqual(order);
});

test('every code has a place, and no place is anybody’s by itself', () => {
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 31 - 1 }), (seed) => {
      expect(drawnOrder(codes, seed).toSorted()).toEqual(codes.toSorted());
    }),
  );
  const first = Map.groupBy(
    Array.from({ length: 4000 }, (_, seed) => drawnOrder(codes, seed)[0]),
    (code) => code,
  );
  for (const code of codes) expect(first.get(code)?.length).toBeGreaterThan(850);
});

test('ten minutes present, five answer, and the next one is planned after both', () => {
  const at = new Date('2026-11-20T01:00:00Z');
  const length = { presentMinutes: 10, questionMinutes: 5 };
  expect(endsOf(at, length)).toEqual({
    presentingUntil: new Date('2026-11-20T01:10:00Z'),
    questionsUntil: new Date('2026-11-20T01:15:00Z'),
  });
  expect(plannedStart(at, 3, length)).toEqual(new Date('2026-11-20T01:45:00Z'));
});

const slot = (place: number, changes: Partial<SlotFacts> = {}): SlotFacts => ({
  id: String(place),
  place,
  eligible: true,
  startedAt: null,
  endedAt: null,
  ...changes,
});
const begun = { startedAt: 'then' };
const done = { startedAt: 'then', endedAt: 'later' };
const open = { asked: true, roundState: 'OPEN' } as const;

test('one presents at a time, in the order, and who is out is passed over', () => {
  const [first, second, third] = [slot(1, done), slot(2, { eligible: false }), slot(3)] as const;
  const after = [first, second, third, slot(4)];

  expect(nowAndNext(after)).toEqual({ now: undefined, next: [third, slot(4)] });
  expect(after.map((one) => whyNotStart(one, after, open)?.code ?? null)).toEqual([
    'PRESENTATION_BEGUN',
    'INITIATIVE_NOT_JUDGED',
    null,
    'PRESENTATION_OUT_OF_ORDER',
  ]);
  const running = [slot(1, begun), slot(2)];
  expect(whyNotStart(running[1]!, running, open)?.code).toBe('PRESENTATION_RUNNING');
});

test.each([
  ['PLANNED', 'ROUND_NOT_OPEN'],
  ['SETTLING', 'ROUND_SETTLING'],
  ['CLOSED', 'ROUND_CLOSED'],
] as const)('nobody presents while the round is %s', (roundState, code) => {
  expect(whyNotStart(slot(1), [slot(1)], { asked: true, roundState })?.code).toBe(code);
  expect(whyNotSkip(slot(1), [slot(1), slot(2)], { asked: true, roundState })?.code).toBe(code);
});

test('what has begun ends once', () => {
  expect(whyNotEnd(slot(1))?.code).toBe('PRESENTATION_NOT_BEGUN');
  expect(whyNotEnd(slot(1, begun))).toBeNull();
  expect(whyNotEnd(slot(1, done))?.code).toBe('PRESENTATION_ENDED');
});

test('only who is next is put at the end, and only where somebody comes after', () => {
  const two = [slot(1), slot(2)];
  expect(whyNotSkip(two[0]!, two, open)).toBeNull();
  expect(whyNotSkip(two[1]!, two, open)?.code).toBe('PRESENTATION_OUT_OF_ORDER');
  expect(whyNotSkip(slot(2), [slot(1, done), slot(2)], open)?.code).toBe('PRESENTATION_LAST');
  expect(whyNotSkip(slot(1, begun), [slot(1, begun), slot(2)], open)?.code).toBe('PRESENTATION_BEGUN');
});

test('the order is drawn for a round with presentations, again with a reason, and never once the first has begun', () => {
  const first = { ...open, slots: null, reason: null };
  expect(whyNotDraw(first)).toBeNull();
  expect(whyNotDraw({ ...first, roundState: 'PLANNED' })).toBeNull();
  expect(whyNotDraw({ ...first, asked: false })?.code).toBe('PRESENTATION_NOT_ASKED');
  expect(whyNotDraw({ ...first, slots: [slot(1)] })).toMatchObject({ code: 'PRESENTATION_DRAWN', path: 'reason' });
  expect(whyNotDraw({ ...first, slots: [slot(1)], reason: 'Thiếu một sáng kiến' })).toBeNull();
  expect(whyNotDraw({ ...first, slots: [slot(1, done)], reason: 'Thiếu một sáng kiến' })?.code).toBe('PRESENTATION_BEGUN');
});
