import { type Asked, useAsk, useNewest, useNews } from '../../../api/ask';
import { useRest } from '../../../api/ask-whole';
import { may, useMe } from '../../../api/session';
import { MORE_AWAITING, MORE_INVITED, MORE_RETURNED, MORE_ROLLOUTS, YEAR_CONTEST_LIVE, YEAR_PAGE, type YearMatters } from './year.query';

/** All that the year's page says, asked for at once and with only what its reader may see; each list whole, the contest as it is by now. */
export function useMatters(id: string): Asked<YearMatters> {
  const me = useMe();
  const asked: Asked<YearMatters> = useAsk(YEAR_PAGE, {
    id,
    after: null,
    screens: may(me, 'initiative:read'),
    seats: may(me, 'seat:manage'),
    rollsOut: may(me, 'rollout:read'),
  });
  const returned = useRest(asked, MORE_RETURNED, { id }, 'initiatives');
  const invited = useRest(asked, MORE_INVITED, { id }, 'juryInvitations');
  const rollouts = useRest(asked, MORE_ROLLOUTS, {}, 'rollouts');
  const awaiting = useRest(asked, MORE_AWAITING, {}, 'awaiting');
  const contest = useNewest(asked.data?.contest, useNews(YEAR_CONTEST_LIVE, { id })?.contest);
  const all = [asked, returned, invited, rollouts, awaiting];
  return {
    data: asked.data && {
      ...asked.data,
      // While another contest is asked for, what was told of the last one is not of it.
      contest: contest && contest.id === asked.data.contest?.id ? contest : asked.data.contest,
      initiatives: returned.data?.initiatives,
      juryInvitations: invited.data?.juryInvitations,
      rollouts: rollouts.data?.rollouts,
      awaiting: awaiting.data?.awaiting,
    },
    busy: all.some(({ busy }) => busy),
    error: all.map(({ error }) => error).find((error) => error !== undefined),
    again: asked.again,
  };
}
