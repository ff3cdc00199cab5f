import { type Asked, useAsk } from '../../../api/ask';
import { useWhole } from '../../../api/ask-whole';
import { may, useMe } from '../../../api/session';
import { YEAR_AWAITING, YEAR_INVITED, YEAR_MATTERS, YEAR_RETURNED, YEAR_ROLLOUTS, type YearMatters } from './year.query';

/** All that the year's page says beside its contest: each list whole, and only what its reader may see. */
export function useMatters(id: string): Asked<YearMatters> {
  const me = useMe();
  const matters = useAsk(YEAR_MATTERS, { id });
  const returned = useWhole(YEAR_RETURNED, { id }, 'initiatives', { pause: !may(me, 'initiative:read') });
  const invited = useWhole(YEAR_INVITED, { id }, 'juryInvitations', { pause: !may(me, 'seat:manage') });
  const rollouts = useWhole(YEAR_ROLLOUTS, {}, 'rollouts', { pause: !may(me, 'rollout:read') });
  const awaiting = useWhole(YEAR_AWAITING, {}, 'awaiting');
  const all = [matters, returned, invited, rollouts, awaiting];
  return {
    data: matters.data && { ...matters.data, ...returned.data, ...invited.data, ...rollouts.data, ...awaiting.data },
    busy: all.some(({ busy }) => busy),
    error: all.map(({ error }) => error).find((error) => error !== undefined),
    again: () => {
      for (const one of all) one.again();
    },
  };
}
