import { type ResultOf, type VariablesOf, graphql } from './graphql';
import { refusalParts } from './refusal';

export const NUDGE = graphql(
  `
    mutation Nudge($input: NudgeInput!) {
      answer: nudge(input: $input) {
        ... on Nudge {
          __typename
          id
          people {
            id
            fullName
          }
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

/** Who was nudged about what; to be spread where something may be nudged about. */
export const nudgesTold = graphql(`
  fragment NudgesTold on Query {
    nudges {
      id
      kind
      subjectId
      at
      people {
        id
      }
    }
  }
`);

type AwaitedKind = VariablesOf<typeof NUDGE>['input']['kind'];

/** What somebody may be nudged about, and when they last were. */
export interface Nudgeable {
  readonly kind: AwaitedKind;
  readonly subjectId: string;
  readonly personId: string | null;
  readonly lastAt: string | null;
}

interface Offer {
  readonly kind: AwaitedKind;
  readonly subjectId: string;
  /** One of those for whom it waits; left out: all of them. */
  readonly personId?: string | null;
}

/** With the last nudge about it, the newest standing first in what is told. */
export function nudgeableOf({ kind, subjectId, personId = null }: Offer, { nudges }: ResultOf<typeof nudgesTold>): Nudgeable {
  const last = nudges.find(
    (one) => one.kind === kind && one.subjectId === subjectId && (personId === null || one.people.some((who) => who.id === personId)),
  );
  return { kind, subjectId, personId, lastAt: last?.at ?? null };
}
