import { sql } from 'kysely';
import { type PersonalPart, vietnamese } from '#lib/platform';

const contest = () => ({ contest: sql`(select c.title from contest c where c.id = t.contest_id)` });

/** A person's seats, and what they decided of contests. */
export const CONTEST_PERSONAL: PersonalPart = {
  context: 'contest',
  sections: [
    {
      name: 'seats',
      table: 'seat',
      by: ['person_id'],
      shows: ['contest_id', 'kind', 'chair', 'from', 'ended_at', 'end_reason'],
      more: () => ({
        ...contest(),
        jury: sql`(select json_build_object('loadMin', m.load_min, 'loadMax', m.load_max, 'absentFrom', m.absent_from, 'absentTo', m.absent_to,
          'expertise', (select coalesce(json_agg(a.name_vi order by ${vietnamese(sql`a.name_vi`)}), '[]') from jury_expertise x join reform_area a on a.id = x.area_id where x.member_id = m.id))
          from jury_member m where m.seat_id = t.id)`,
      }),
    },
    {
      name: 'decisions',
      table: 'contest_decision',
      by: ['taken_by'],
      shows: ['contest_id', 'kind', 'number', 'reason', 'taken_at'],
      more: contest,
    },
    {
      name: 'plansSent',
      table: 'plan_approval',
      by: ['sent_by_id'],
      shows: ['contest_id', 'state', 'sent_at', 'answered_at'],
      more: contest,
    },
    {
      name: 'plansAnswered',
      table: 'plan_approval',
      by: ['answered_by_id'],
      shows: ['contest_id', 'state', 'sent_at', 'answered_at', 'return_reason'],
      more: contest,
    },
  ],
};
