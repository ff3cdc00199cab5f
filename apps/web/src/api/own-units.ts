import { type Me, useMe } from './session';

type OwnUnit = Me['person']['grants'][number]['unit'];

/**
 * The units for which somebody was given what a permission takes, and none of those below them. A district stays one of them after it was
 * reorganised, so that they are not looked for among the units of today.
 */
export function useUnitsOf(permission: string): readonly OwnUnit[] {
  const { permissions, person } = useMe();
  const reached = permissions.find(({ name }) => name === permission)?.unitIds ?? [];
  const given = person.grants.filter(({ state, unit }) => state === 'IN_FORCE' && reached.includes(unit.id));
  return [...new Map(given.map(({ unit }) => [unit.id, unit])).values()];
}
