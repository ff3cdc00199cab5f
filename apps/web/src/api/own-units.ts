import { useAsk } from './ask';
import { type ResultOf, graphql } from './graphql';
import { useMe } from './session';

const OWN_GRANTS = graphql(`
  query OwnGrants {
    me {
      id
      person {
        id
        grants {
          id
          state
          unit {
            id
            nameVi
            nameEn
          }
        }
      }
    }
  }
`);

type OwnUnit = ResultOf<typeof OWN_GRANTS>['me']['person']['grants'][number]['unit'];

/**
 * The units for which somebody was given what a permission takes, and none of those below them. A district stays one of them after it was
 * reorganised, so that they are not looked for among the units of today. Null until they are known.
 */
export function useUnitsOf(permission: string): readonly OwnUnit[] | null {
  const reached = useMe().permissions.find(({ name }) => name === permission)?.unitIds ?? [];
  const { data } = useAsk(OWN_GRANTS, {});
  if (!data) return null;
  const given = data.me.person.grants.filter(({ state, unit }) => state === 'IN_FORCE' && reached.includes(unit.id));
  return [...new Map(given.map(({ unit }) => [unit.id, unit])).values()];
}
