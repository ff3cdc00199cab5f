import fc from 'fast-check';
import { recordOf } from './json-log.js';
import { lineOf, printable } from './printable.js';

const AT = new Date('2026-03-02T02:00:00Z');

const logged = (...messages: unknown[]): string =>
  lineOf(recordOf({ messages, context: 'Test', level: 'error', stack: undefined, params: undefined }, AT));

test('an event is one line of JSON, whatever was typed', () => {
  const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.anything({ withBigInt: true, withDate: true, withMap: true }));

  fc.assert(
    fc.property(fc.array(anything, { maxLength: 4 }), (said) => {
      const line = logged(...said);
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
      expect(line.length).toBeLessThan(60_000);
      expect(JSON.parse(line)).toMatchObject({ time: AT.toISOString(), level: 'error', context: 'Test' });
    }),
  );
});

test.each([
  ['a line break', '\n{"level":"error","message":"forged"}', '\\n'],
  ['a line separator', '\u2028', '\\u2028'],
  ['a change of direction', '\u202e', '\\u202e'],
  ['an isolate', '\u2066', '\\u2066'],
  ['an escape of terminals', '\u001b[2J', '\\u001b'],
  ['one of the other controls', '\u009b2J', '\\u009b'],
  ['an invisible tag', '\u{e0041}', '\\udb40\\udc41'],
])('%s cannot forge a line or change how one looks', (_, typed, shown) => {
  const line = logged(`said ${typed}`);

  expect(line).toContain(shown);
  expect(line.split('\n')).toHaveLength(1);
  expect((JSON.parse(line) as { message: string }).message).toBe(`said ${typed}`);
});

test('texts, lists, objects and lines have an end, and say how much there was', () => {
  const shown = printable({
    text: 'x'.repeat(5000),
    list: Array.from({ length: 50 }, (_, i) => i),
    deep: { a: { b: { c: { d: 1 } } } },
  }) as any;

  expect(shown.text).toBe(`${'x'.repeat(1000)}… (5000 characters)`);
  expect(shown.list).toHaveLength(21);
  expect(shown.list[20]).toBe('… (50 items)');
  expect(shown.deep).toEqual({ a: { b: { c: '…' } } });
  const long = logged('much', Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`f${String(i)}`, 'y'.repeat(1000)])));
  expect(long.length).toBeLessThan(16_000);
  expect(JSON.parse(long)).toMatchObject({ message: 'much', cut: expect.any(String) });
});

test('what opens an account or is sealed is kept out by its name, wherever it stands', () => {
  const secret = 'only its holder knows this';
  const names = [
    'password',
    'passwordHash',
    'token',
    'tokenHash',
    'cookie',
    'authorization',
    'nonce',
    'marks',
    'comment',
    'clientSecret',
    'otpSecret',
  ];
  const line = logged('an input', {
    input: Object.fromEntries(names.map((name) => [name, secret])),
    other: { deep: [{ marks: [secret] }] },
  });

  expect(line).not.toContain(secret);
  expect(line).toContain('"password":"kept out"');
});

test('of an error of the database its code and constraint are told, and not the row', () => {
  const error = Object.assign(new Error('new row violates check constraint'), {
    code: '23514',
    constraint: 'scorecard_signed_iff_total',
    detail: 'Failing row contains (…, 87.5, secret comment).',
    parameters: ['87.5'],
  });
  error.message += '\n - detail: Failing row contains (…, 87.5, secret comment).';
  const line = logged(error);
  const told = logged({ error: String(error) }, 'An event could not be delivered');

  expect(told).not.toMatch(/87\.5|secret/);
  expect(JSON.parse(line)).toMatchObject({
    message: 'new row violates check constraint',
    error: { code: '23514', constraint: 'scorecard_signed_iff_total', stack: expect.stringContaining('printable.spec') },
  });
  expect(line).not.toMatch(/87\.5|secret/);
});

test('the facts before or after the words, an error beside them: one record each', () => {
  const error = new Error('no');
  const after = JSON.parse(logged('it broke', { id: 7, error })) as object;
  const before = JSON.parse(
    lineOf(recordOf({ messages: [{ id: 7, error }], context: 'Test', level: 'error', stack: 'it broke', params: undefined }, AT)),
  ) as object;

  expect(after).toEqual(before);
  expect(after).toMatchObject({ id: 7, message: 'it broke', error: { name: 'Error', message: 'no' } });
});

test('a field cannot stand in for when, where and how bad it was', () => {
  expect(JSON.parse(logged('said', { level: 'debug', time: 'never', context: 'Elsewhere', message: 'forged' }))).toMatchObject({
    level: 'error',
    time: AT.toISOString(),
    context: 'Test',
    message: 'said',
  });
});
