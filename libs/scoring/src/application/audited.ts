import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { type AuditedSubjects } from '#lib/platform';
import { isPublished, shutOut } from './scope.js';

/** Of entry `e`, about what stands in a round: that the round is closed. Before, who did what when with which card is under its seal. */
const ofClosedRound = (rounds: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from round r where r.state = 'CLOSED' and r.id in (${rounds}))`;

/** Who is shut out of the judging of a contest that is not published finds no act of any judging. */
const notShutOut = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`not exists (select 1 from contest ct where not ${isPublished} and ${shutOut(sql`${actor.id}::uuid`)} offset 0)`;

/** How the log is read about the judging. */
export const AUDITED: readonly AuditedSubjects[] = [
  {
    types: ['Scorecard'],
    permission: 'standings:read',
    unsealed: () => ofClosedRound(sql`select c.round_id from scorecard c where c.id::text = e.subject_id`),
  },
  // Of a judge who opened a dossier: it says whose card it is. One may judge the same in two rounds, so that both have to be closed.
  {
    types: ['Initiative'],
    permission: 'initiative:read',
    unsealed:
      () => sql<boolean>`(e.operation <> 'openDossier' or (select bool_and(r.state = 'CLOSED') from scorecard c join round r on r.id = c.round_id
      where c.initiative_id::text = e.subject_id and c.judge_id = e.actor_id))`,
  },
  {
    types: ['OfflineSheet'],
    permission: 'standings:read',
    unsealed: () => ofClosedRound(sql`select s.round_id from offline_sheet s where s.id::text = e.subject_id`),
  },
  {
    types: ['CalibrationSample'],
    permission: 'standings:read',
    unsealed: () => ofClosedRound(sql`select s.round_id from calibration_sample s where s.id::text = e.subject_id`),
  },
  { types: ['Scorecard', 'OfflineSheet', 'CalibrationSample'], permission: 'standings:read', unsealed: notShutOut },
  { types: ['Conflict', 'JuryPair'], permission: 'conflict:decide', unsealed: notShutOut },
  { types: ['ContestResult', 'Correction', 'ResultPack'], permission: 'standings:read', unsealed: notShutOut },
  { types: ['AssignmentProposal', 'Round'], permission: 'assignment:manage', unsealed: notShutOut },
  { types: ['Award', 'AwardDecision'], permission: 'award:read', unsealed: notShutOut },
  { types: ['JuryInvitation', 'PresentationSlot'], permission: 'contest:read', unsealed: notShutOut },
];
