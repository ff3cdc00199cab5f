import { useEffect, useState } from 'react';
import { useAsk } from '../../../api/ask';
import { ADOPT_CHOICES, type UnitChoice } from './rollout.query';

/** All units of a day, asked for page by page, with the years in which something may have won. */
export function useAdoptChoices(asOf?: string) {
  const [after, setAfter] = useState<string | null>(null);
  const [before, setBefore] = useState<readonly UnitChoice[]>([]);
  const { data } = useAsk(ADOPT_CHOICES, { asOf: asOf ?? null, after });
  useEffect(() => {
    setAfter(null);
    setBefore([]);
  }, [asOf]);
  useEffect(() => {
    const cursor = data?.units.pageInfo.hasNextPage ? data.units.pageInfo.endCursor : null;
    if (!cursor || cursor === after) return;
    setBefore((known) => merged(known, data?.units.edges.map(({ node }) => node) ?? []));
    setAfter(cursor);
  }, [data, after]);
  const units = merged(before, data?.units.edges.map(({ node }) => node) ?? []);
  const contests = data?.publicContests.edges.map(({ node }) => node) ?? [];
  return { units, contests, today: data && new Date(Date.parse(data.serverTime) + 7 * 3_600_000).toISOString().slice(0, 10) };
}

const merged = (known: readonly UnitChoice[], more: readonly UnitChoice[]): readonly UnitChoice[] => [
  ...new Map([...known, ...more].map((unit) => [unit.id, unit])).values(),
];
