import { useAsk } from '../../../api/ask';
import { named } from '../../../ui/format';
import { type Find } from '../../../ui/pick-field';
import { FIND_OFFICIALS } from '../hold.query';

/** Officials within reach, by some letters of their names. */
export const useFindOfficial: Find = (search, pause) => {
  const { data, busy } = useAsk(FIND_OFFICIALS, { search }, { pause });
  return {
    found: (data?.people.edges ?? []).map(({ node: { id, fullName, unit } }) => ({
      id,
      label: fullName,
      caption: unit ? named(unit) : undefined,
    })),
    busy,
  };
};
