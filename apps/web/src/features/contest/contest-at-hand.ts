import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useAsk } from '../../api/ask';
import { type ResultOf, graphql } from '../../api/graphql';
import { may, useMe } from '../../api/session';
import { contestOfTheYear } from './contest-year';

const CONTESTS_TO_WORK_ON = graphql(`
  query ContestsToWorkOn {
    contests(first: 50) {
      edges {
        node {
          id
          year
          phase
          recorded
          phases {
            kind
            startsAt
            endsAt
            enteredAt
          }
        }
      }
    }
  }
`);

type AtHand = ResultOf<typeof CONTESTS_TO_WORK_ON>['contests']['edges'][number]['node'];

const CHOSEN = 'contest-at-hand';

function remembered(): string | null {
  try {
    return localStorage.getItem(CHOSEN);
  } catch {
    return null;
  }
}

function remember(contestId: string): void {
  try {
    localStorage.setItem(CHOSEN, contestId);
  } catch {
    // Chosen for this page only.
  }
}

/**
 * The contest that whoever runs contests works on: that of the address, else the one looked at last on this machine, else the one that is
 * going on, else the newest. Null for everybody else.
 */
export function useContestAtHand(): AtHand | null {
  const me = useMe();
  const runs = may(me, 'contest:edit') || may(me, 'contest:decide');
  const { contestId } = useParams({ strict: false });
  const { data, again } = useAsk(CONTESTS_TO_WORK_ON, {}, { pause: !runs });
  useEffect(() => {
    if (runs && contestId) remember(contestId);
  }, [runs, contestId]);
  const known = (data?.contests.edges ?? []).map(({ node }) => node);
  const isNew = runs && contestId !== undefined && data !== undefined && !known.some(({ id }) => id === contestId);
  useEffect(() => {
    if (isNew) again();
    // Asked anew for each that is not known, and not for each answer without it.
  }, [isNew, contestId]);
  // Never into another contest than that of the address.
  if (!runs || isNew) return null;
  const contests = known.filter(({ recorded }) => !recorded);
  const of = (id: string | null | undefined) => contests.find((contest) => contest.id === id);
  return known.find(({ id }) => id === contestId) ?? of(remembered()) ?? contestOfTheYear(contests) ?? contests[0] ?? null;
}
