import { useAsk } from '../../../api/ask';
import { named } from '../../../ui/format';
import { type Find } from '../../../ui/pick-field';
import { FIND_UNITS } from './people.query';

/** Units of today by part of their name. */
export const useFindUnit: Find = (search, pause) => {
  const { data, busy } = useAsk(FIND_UNITS, { search }, { pause });
  const found = (data?.units.edges ?? []).map(({ node }) => ({
    id: node.id,
    label: named(node),
    ...(node.statisticsCode !== null && { caption: node.statisticsCode }),
  }));
  return { found, busy };
};
