import { detectConflicts } from './conflicts.js';

// City > district (host) > department, commune > hamlet office
const parentOf = new Map([
  ['city', null],
  ['district', 'city'],
  ['department', 'district'],
  ['commune', 'district'],
  ['hamlet', 'commune'],
]);
const initiative = { id: 'i', ownerUnitId: 'commune', authorIds: ['author', 'second'] };
const found = (unitIds: string[], more: { personId?: string; ownerUnitId?: string; with?: string[] } = {}) => {
  const personId = more.personId ?? 'judge';
  return detectConflicts([{ personId, unitIds }], [{ ...initiative, ownerUnitId: more.ownerUnitId ?? 'commune' }], {
    hostUnitId: 'district',
    parentOf,
    coAuthorsOf: new Map([[personId, new Set(more.with)]]),
  }).map(({ type }) => type);
};

test('an author may not judge their own', () => {
  expect(found([], { personId: 'author' })).toEqual(['AUTHOR']);
});

test('who was author with one of its authors in any year may not judge it', () => {
  expect(found([], { with: ['second', 'other'] })).toEqual(['CO_AUTHOR']);
  expect(found([], { with: ['other'] })).toEqual([]);
});

test.each([
  ['the same unit', ['commune'], ['SAME_UNIT']],
  ['a unit below it', ['hamlet'], ['RELATED_UNIT']],
  ['another unit', ['department'], []],
  ['the host unit, which is above all', ['district'], []],
  ['one of several positions', ['department', 'commune'], ['SAME_UNIT']],
  ['the unit and one below it', ['commune', 'hamlet'], ['SAME_UNIT', 'RELATED_UNIT']],
  ['no unit of the tree', ['elsewhere'], []],
])('of %s', (_, unitIds, types) => {
  expect(found(unitIds)).toEqual(types);
});

test('a unit above the owner, other than the host, is in conflict', () => {
  expect(found(['commune'], { ownerUnitId: 'hamlet' })).toEqual(['RELATED_UNIT']);
  expect(found(['commune'], { ownerUnitId: 'district' })).toEqual([]);
});

test('all that holds is found', () => {
  expect(found(['commune'], { personId: 'author' })).toEqual(['AUTHOR', 'SAME_UNIT']);
});
