import { Actor } from '#lib/kernel';
import { reachesPerson } from './reach.js';

const of = (...unitIds: string[]) =>
  new Actor('somebody', [{ role: 'ADMIN', unitId: unitIds[0] ?? '', unitIds, permissions: ['account:manage'] }]);
const local = of('commune');
const host = of('root', 'commune', 'finance');

test.each([
  ['of the commune', { unitIds: ['commune'], outside: false }, true, true],
  ['of another unit', { unitIds: ['finance'], outside: false }, false, true],
  ['of two units', { unitIds: ['commune', 'finance'], outside: false }, false, true],
  ['of no unit', { unitIds: [], outside: true }, false, true],
  ['of no unit, with a role for the commune', { unitIds: ['commune'], outside: true }, false, true],
  ['of no unit, with a role for a district that is not theirs', { unitIds: ['elsewhere'], outside: true }, false, false],
])('a person %s: the administrator of the commune, and that of the host', (_, standing, byLocal, byHost) => {
  const reach = [local, host].map((actor) => reachesPerson(actor, 'account:manage', { ...standing, hostIds: ['root', 'other root'] }));
  expect(reach).toEqual([byLocal, byHost]);
});

test('without the permission nobody is reached, not even who stands nowhere', () => {
  expect(reachesPerson(of('root'), 'grant:manage', { unitIds: [], outside: false, hostIds: ['root'] })).toBe(false);
});
