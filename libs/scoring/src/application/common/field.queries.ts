import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '#lib/platform';
import { type AssignmentTable } from '../../domain/assignment/assignment-table.js';
import { type RoundProgress } from '../../domain/card/policies.js';
import { BEGUN, IN_ROUND, progressAs } from './scope.js';

/** What the acts of a round read: always inside the act's transaction, never shown as it is. */
@Injectable()
export class FieldQueries {
  constructor(private readonly database: Database) {}

  /** Who could judge what in a round on a day: initiatives by code, seated judges and those who hold cards, cards, conflicts. */
  async assignmentTable(roundId: string, day: string): Promise<AssignmentTable> {
    const found = await this.database.first(sql<AssignmentTable>`
      select (r.rule->>'judgesPerInitiative')::int as needed,
        (select coalesce(json_agg(json_build_object('id', i.id, 'code', i.code, 'title', i.title, 'areaId', i.area_id) order by i.code, i.id), '[]')
           from initiative i where ${IN_ROUND}) as initiatives,
        (select coalesce(json_agg(json_build_object('id', j.person_id, 'name', j.full_name, 'loadMin', j.load_min, 'loadMax', j.load_max,
                  'available', j.available, 'unitIds', (
                    select coalesce(json_agg(works.unit_id order by works.unit_id), '[]') from (
                      select j.unit_id union select o.unit_id from position o
                      where o.person_id = j.person_id and o."from" <= ${day}::date and (o."to" is null or o."to" >= ${day}::date)) works
                    where works.unit_id <> ct.host_id),
                  'areaIds', (
                    select coalesce(json_agg(x.area_id order by x.area_id), '[]') from jury_expertise x join jury_member m on m.id = x.member_id
                    join seat s on s.id = m.seat_id where s.person_id = j.person_id and s.contest_id = r.contest_id and s.ended_at is null))
                  order by j.person_id), '[]')
           from (
             select p.id as person_id, p.full_name, p.unit_id, coalesce(max(m.load_min), 0) as load_min, max(m.load_max) as load_max,
                    bool_or(s.id is not null and not (m.absent_from is not null and m.absent_from <= ${day}::date and coalesce(m.absent_to, ${day}::date) >= ${day}::date) is true) as available
             from person p
             left join seat s on s.person_id = p.id and s.contest_id = r.contest_id and s.kind = 'JUDGE' and s.ended_at is null
             left join jury_member m on m.seat_id = s.id
             where s.id is not null or exists (select 1 from scorecard c where c.round_id = r.id and c.judge_id = p.id)
             group by p.id) j) as judges,
        (select coalesce(json_agg(json_build_object('id', c.id, 'initiativeId', c.initiative_id, 'judgeId', c.judge_id, 'excused', c.state = 'EXCUSED',
                  'touched', ${BEGUN}, 'signed', c.state = 'SIGNED') order by c.id), '[]') from scorecard c where c.round_id = r.id) as cards,
        (select coalesce(json_agg(distinct jsonb_build_object('initiativeId', k.initiative_id, 'personId', k.person_id)), '[]')
           from conflict k where k.contest_id = r.contest_id and k.active) as barred,
        (select coalesce(json_agg(json_build_array(a.first_id, a.second_id) order by a.first_id, a.second_id), '[]')
           from jury_pair a where a.contest_id = r.contest_id and a.active) as pairs
      from round r join contest ct on ct.id = r.contest_id where r.id = ${roundId}`);
    return found ?? { needed: 0, initiatives: [], judges: [], cards: [], barred: [], pairs: [] };
  }

  /** As it stands, or as it stood when it was told last. */
  async progress(roundId: string, told: Date | null = null): Promise<RoundProgress> {
    const found = await this.database.first(
      sql<RoundProgress>`select counted.* from round r cross join lateral ${progressAs(told)} counted where r.id = ${roundId}`,
    );
    return found ?? { due: 0, signed: 0, short: 0, initiatives: 0, reopenings: 0, conflicted: 0, untrimmed: 0 };
  }
}
