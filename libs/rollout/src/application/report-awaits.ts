import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';

/** A report is a period `p` and a unit `u`, and has no id before it is begun: one made of theirs, of the version that is for such (8). */
export const REPORT_SUBJECT = sql`overlay(overlay(md5(p.id::text || u.id::text) placing '8' from 13) placing '8' from 17)::uuid`;

/** In which state of report `r` of period `p` what awaits its officers. */
export const REPORT_AWAITS = {
  'report.submit': sql<boolean>`(r.state is null or r.state = 'DRAFT')`,
  'report.resubmit': sql<boolean>`r.state = 'RETURNED'`,
} as const;

/** Whether a report of period `p` may be awaited on the day: communes type from its first day until it is closed. */
export const takesReports = (day: string): RawBuilder<boolean> => sql<boolean>`(p.closed_at is null and p.starts_on <= ${day}::date)`;

/** Who reminds the officers of a report: whoever approves the reports for the host. */
export const REPORT_NUDGED_BY = 'report:approve';

/** Of what the actor may remind the officers of unit `u` about report `r` of period `p`, of which a report is `expected`; null: of nothing. */
export const reportNudge = (actor: Actor, day: string, expected: RawBuilder<unknown>): RawBuilder<unknown> => sql`case
  when ${expected} and ${takesReports(day)} and p.host_id = any(${actor.unitsFor(REPORT_NUDGED_BY)}::uuid[]) then (
    select json_build_object('kind', a.kind, 'subjectId', ${REPORT_SUBJECT}) from (values ${sql.join(
      Object.entries(REPORT_AWAITS).map(([kind, which]) => sql`(${kind}::text, ${which})`),
    )}) a (kind, waits) where a.waits) end`;
