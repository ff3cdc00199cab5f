import { useAsk } from '../../../api/ask';
import { named } from '../../../ui/format';
import { type Find } from '../../../ui/pick-field';
import { PEOPLE_BY_NAME, UNITS_BY_NAME } from './past.query';

export const useFindUnit: Find = (search, pause) => {
  const { data, busy } = useAsk(UNITS_BY_NAME, { search }, { pause });
  return { found: (data?.units.edges ?? []).map(({ node }) => ({ id: node.id, label: named(node) })), busy };
};

export const useFindPerson: Find = (search, pause) => {
  const { data, busy } = useAsk(PEOPLE_BY_NAME, { search }, { pause });
  return {
    found: (data?.people.edges ?? []).map(({ node }) => ({
      id: node.id,
      label: node.fullName,
      caption: node.unit ? named(node.unit) : undefined,
    })),
    busy,
  };
};
