import { type PageArgs, Refused, soughtPage } from '#lib/kernel';
import { Cursors } from './cursors.js';

const SECRET = 'a-secret-of-thirty-two-characters-or-more';
const cursors = new Cursors({ secret: SECRET });
const KEYS = ['Đắc Sở', 3, null];
const read = (of: string, after: string) => cursors.read(of, soughtPage({ after }));
const REFUSED = new Refused('CURSOR', {}, 'after');

test('a cursor comes back as the keys it was made of, the same for the same place, and tells nobody what they are', () => {
  const cursor = cursors.write('units by name', KEYS);

  expect(read('units by name', cursor)).toEqual(KEYS);
  expect(cursors.write('units by name', KEYS)).toBe(cursor);
  expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain('3,null');
});

test.each([
  ['of another list', cursors.write('people by name', KEYS)],
  ['of another order', cursors.write('units by code', KEYS)],
  ['of another installation', new Cursors({ secret: SECRET.toUpperCase() }).write('units by name', KEYS)],
  ['that somebody made up', Buffer.from(JSON.stringify(KEYS)).toString('base64url')],
  ['that holds nothing', ''],
  ['with another letter at its end', cursors.write('units by name', KEYS).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))],
  ['written in another alphabet', `${cursors.write('units by name', KEYS)}=`],
])('a cursor %s is refused', (_, cursor) => {
  expect(() => read('units by name', cursor)).toThrow(REFUSED);
});

test('no bit of a cursor can be turned', () => {
  const bytes = Buffer.from(cursors.write('units by name', KEYS), 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const turned = Buffer.from(bytes);
    turned.writeUInt8(turned.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    expect(() => read('units by name', turned.toString('base64url'))).toThrow(REFUSED);
  }
});

test('rows that were computed are walked both ways by their keys', () => {
  const rows = [1, 2, 4, 7, 9].map((place) => ({ place }));
  const page = (args: PageArgs) => {
    const { edges, pageInfo } = cursors.pageOf(rows, { list: 'whatIf', ...args }, ({ place }) => [place]);
    return { places: edges.map(({ node }) => node.place), ...pageInfo, start: pageInfo.startCursor, end: pageInfo.endCursor };
  };
  const [first, last] = [page({ first: 2 }), page({ last: 2 })];

  expect(first).toMatchObject({ places: [1, 2], hasPreviousPage: false, hasNextPage: true });
  expect(last).toMatchObject({ places: [7, 9], hasPreviousPage: true, hasNextPage: false });
  expect(page({ first: 2, after: first.end })).toMatchObject({ places: [4, 7], hasPreviousPage: true, hasNextPage: true });
  expect(page({ last: 2, before: last.start })).toMatchObject({ places: [2, 4], hasPreviousPage: true, hasNextPage: true });
  expect(page({ last: 2, before: first.start })).toMatchObject({ places: [], hasPreviousPage: false, hasNextPage: true });
  expect(() => page({ first: 2, after: cursors.write('stability computed', [2]) })).toThrow(REFUSED);
});
