import { useAsk } from '../../../api/ask';
import { useWhole } from '../../../api/ask-whole';
import { ADOPT_CHOICES, UNITS_OF_DAY } from './rollout.query';

/** All units of a day, with the years in which something may have won. */
export function useAdoptChoices(asOf?: string) {
  const { data } = useAsk(ADOPT_CHOICES, {});
  const units = useWhole(UNITS_OF_DAY, { asOf: asOf ?? null }, 'units').data?.units.edges.map(({ node }) => node) ?? [];
  const contests = data?.publicContests.edges.map(({ node }) => node) ?? [];
  return { units, contests, today: data && new Date(Date.parse(data.serverTime) + 7 * 3_600_000).toISOString().slice(0, 10) };
}
