import { randomUUID } from 'node:crypto';
import { type Random } from './random.js';
import { type Scalars } from './operation.js';

const LONE_SURROGATE = '\ud800';

const TEXTS = [
  '',
  ' ',
  'Một dòng chữ',
  'Xã Vân Canh'.normalize('NFD'),
  'x'.repeat(300),
  'ấ'.repeat(70_000),
  '\u0000',
  'a\u0007b',
  'a\u000bb',
  '\u200b\u00ad\ufeff',
  '\u3164',
  `a${LONE_SURROGATE}`,
  '%_\\',
  "'; drop table person; --",
  '{"a":1}',
  '<script>alert(1)</script>',
  '👩‍👩‍👧‍👦',
  '\u202eabc',
  'null',
  '-1',
  '__proto__',
];
const IDS = [
  '',
  'no-id',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  '{01900000-0000-7000-8000-000000000001}',
  '01900000000070008000000000000001',
  'x'.repeat(5000),
  '\u0000',
  7,
];
const MOMENTS = [
  '2026-10-15T22:00:00+07:00',
  '2026-03-02T02:00:00Z',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59Z',
  '2027-02-30T17:00:00+07:00',
  '+275760-09-13T00:00:00Z',
  '2026-10-15T22:00:00',
  '1969-12-31T23:59:59.999999Z',
  'x',
];
const DAYS = [
  '2026-03-02',
  '2025-12-31',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '2027-02-29',
  '2024-02-29',
  '-0001-01-01',
  '2026-3-2',
  '',
];
const DECIMALS = [
  '0',
  '1',
  '50',
  '-1',
  '12.5',
  '1.000',
  '1e3',
  '999999999999999999.999999999999',
  '0.000000000001',
  '-0',
  'NaN',
  'abc',
  1.5,
  1e21,
];
const WHOLE = [0, 1, 2, 50, 100, 101, -1, 2024, 2026, 2_147_483_647, -2_147_483_648, 1_000_000];

/** A pool of what was seen in answers: cursors and ids of other lists and people. */
export class Seen {
  private readonly kept: string[] = [];

  constructor(private readonly room = 500) {}

  keep(answer: unknown): void {
    if (answer === null || typeof answer !== 'object') return;
    for (const [name, value] of Object.entries(answer)) {
      if (typeof value !== 'string') this.keep(value);
      else if (/cursor|^id$|Id$/i.test(name)) this.put(value);
    }
  }

  pick(random: Random): string | undefined {
    return this.kept.length > 0 ? random.pick(this.kept) : undefined;
  }

  private put(value: string): void {
    if (this.kept.length < this.room) this.kept.push(value);
    else this.kept[value.charCodeAt(value.length - 1) % this.room] = value;
  }
}

/** Values that people and programs send by mistake or on purpose; ids that there are, often enough that more than the shape of an input is tried. */
export const hostile =
  (random: Random, world: Readonly<Record<string, string>>, seen: Seen): Scalars =>
  (type, name) => {
    const known = Object.values(world);
    switch (type.name) {
      case 'ID':
        if (random.chance(0.55)) return world[name] ?? world[name.replace(/s$/, '')] ?? random.pick(known);
        return random.chance(0.5) ? (seen.pick(random) ?? randomId(random)) : random.pick([...IDS, randomId(random)]);
      case 'String':
        if (/cursor|after|before/i.test(name)) return cursor(random, seen);
        if (/email/i.test(name) && random.chance(0.7))
          return random.pick(['nobody@example.vn', 'a@b', 'ĐỊA@chỉ.vn', `${'x'.repeat(400)}@example.vn`]);
        if (name === 'clientMutationId') return random.pick(['key-of-the-fuzz', `key-${String(random.below(1000))}-of-the-fuzz`, ...TEXTS]);
        return random.chance(0.5) ? `Một dòng chữ thử ${String(random.below(1000))}` : random.pick(TEXTS);
      case 'Int':
        return random.chance(0.4) ? random.below(5) : random.pick(WHOLE);
      case 'Float':
        return random.pick([0, -0, 0.1, 1e308, -1e308, 5]);
      case 'Boolean':
        return random.chance(0.5);
      case 'DateTime':
        return random.pick(MOMENTS);
      case 'LocalDate':
        return random.pick(DAYS);
      case 'Decimal':
        return random.pick(DECIMALS);
      case 'Dong':
        return random.pick([0, 500_000, -1, 9_007_199_254_740_991, 1.5, '12', '999999999999999999999']);
      default:
        return 'x';
    }
  };

const randomId = (random: Random): string => `01900000-0000-7000-8000-${String(random.below(1_000_000_000)).padStart(12, '0')}`;

function cursor(random: Random, seen: Seen): string {
  const keys = [randomUUID(), 'Xã', -1, null, 1e21, '2026-03-02', 'x\u0000', LONE_SURROGATE];
  const made = Buffer.from(JSON.stringify(Array.from({ length: 1 + random.below(4) }, () => random.pick(keys)))).toString('base64url');
  return random.chance(0.4) ? (seen.pick(random) ?? made) : random.pick([made, made, '', 'zzz', '{}', btoa('[]'), btoa('[[1],{"a":2}]')]);
}
