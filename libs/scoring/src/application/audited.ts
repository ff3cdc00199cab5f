import { type RawBuilder, sql } from 'kysely';
import { type AuditedSubjects, isThere } from '#lib/platform';
import { notShutOut } from '#lib/jury';

/** The id of what entry `e` is about where it is one of these, by which its row is looked up; of others none. */
const idOf = (type: string): RawBuilder<unknown> =>
  sql`(case when e.subject_type = ${type} and pg_input_is_valid(e.subject_id, 'uuid') then e.subject_id::uuid end)`;

/** Of entry `e`, about what stands in a round: that the round is closed. Before, who did what when with which card is under its seal. */
const ofClosedRound = (type: string, table: string): RawBuilder<boolean> =>
  isThere(sql`select 1 from ${sql.table(table)} s join round r on r.id = s.round_id where s.id = ${idOf(type)} and r.state = 'CLOSED'`);

/** What judges do with a dossier, written down as done to the initiative. */
const ACTS_OF_JUDGES = ['openDossier', 'attest'];

/** How the log is read about the judging. */
export const AUDITED: readonly AuditedSubjects[] = [
  {
    types: ['Scorecard'],
    permission: 'standings:read',
    unsealed: () => ofClosedRound('Scorecard', 'scorecard'),
    sealedSince: sql`(select min(r.opened_at) from round r where r.state <> 'CLOSED')`,
  },
  // Whose card it is, an act of its judge says, whatever act it is. One may judge the same in two rounds, so that both have to be closed.
  {
    types: ['Initiative'],
    permission: 'initiative:read',
    unsealed: () => sql<boolean>`coalesce((select bool_and(r.state = 'CLOSED') from scorecard c join round r on r.id = c.round_id
      where c.initiative_id = ${idOf('Initiative')} and c.judge_id = e.actor_id), e.operation <> all(${ACTS_OF_JUDGES}::text[]))`,
  },
  { types: ['OfflineSheet'], permission: 'standings:read', unsealed: () => ofClosedRound('OfflineSheet', 'offline_sheet') },
  { types: ['CalibrationSample'], permission: 'standings:read', unsealed: () => ofClosedRound('CalibrationSample', 'calibration_sample') },
  { types: ['Scorecard', 'OfflineSheet', 'CalibrationSample'], permission: 'standings:read', unsealed: notShutOut },
  { types: ['AssignmentProposal', 'Round'], permission: 'assignment:manage', unsealed: notShutOut },
  { types: ['Award', 'AwardDecision'], permission: 'award:read', unsealed: notShutOut },
  { types: ['PresentationSlot'], permission: 'contest:read', unsealed: notShutOut },
];
