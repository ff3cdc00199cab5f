import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { type AuditedSubjects } from '#lib/platform';
import { shutOutSomewhere } from './scope.js';

/** Who is shut out of the judging of a contest that is not published finds no act of any judging. */
export const notShutOut = (actor: Actor): RawBuilder<boolean> => sql<boolean>`not ${shutOutSomewhere(sql`${actor.id}::uuid`)}`;

/** How the log is read about who judges. */
export const JURY_AUDITED: readonly AuditedSubjects[] = [
  {
    types: ['Conflict', 'JuryPair'],
    permission: 'conflict:decide',
    unsealed: notShutOut,
    shutTo: (actor) => shutOutSomewhere(sql`${actor.id}::uuid`),
  },
  // What a judge takes on, and which cards were excused when one left, stands there beside who sits.
  { types: ['Seat'], permission: 'jury:manage', unsealed: notShutOut },
  { types: ['JuryInvitation'], permission: 'contest:read', unsealed: notShutOut },
];
