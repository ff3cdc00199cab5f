import { useAsk } from '../../../api/ask';
import { useRest } from '../../../api/ask-whole';
import { ADOPT_CHOICES, MORE_UNITS } from './adopt.query';

/** All units of a day, with the years in which something may have won. */
export function useAdoptChoices(day?: string) {
  const asOf = day ?? null;
  const { data } = useRest(useAsk(ADOPT_CHOICES, { asOf }), MORE_UNITS, { asOf }, 'units');
  const units = data?.units.edges.map(({ node }) => node) ?? [];
  const contests = data?.publicContests.edges.map(({ node }) => node) ?? [];
  return { units, contests };
}
