import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { InitiativePorts } from '#lib/initiative';

/** The result of an initiative and its prize, told on its way once they are published. */
@Injectable()
export class ResultSteps implements OnModuleInit {
  constructor(private readonly ports: InitiativePorts) {}

  onModuleInit(): void {
    this.ports.registerWaySteps(publishedSteps);
  }
}

/** The rule book in force lets authors read this; of others' initiatives nobody reads it here. */
const lets = (what: 'RANK' | 'SCORE' | 'COMMENTS', own: RawBuilder<boolean>): RawBuilder<boolean> =>
  sql`(${own} and coalesce(book.content->'authorsRead' @> to_jsonb(${what}::text), false))`;

const NAMED = sql`jsonb_path_query_first(r.rule->'rubric', '$.** ? (@.key == $key)', jsonb_build_object('key', m->>'criterion'))`;

/** What judges remarked on initiative `i`, in an order that says nothing of whose card it stands on. */
const COMMENTS = sql`(select jsonb_agg(jsonb_build_object('roundNameVi', r.rule->>'nameVi', 'roundNameEn', r.rule->>'nameEn',
      'criterionNameVi', coalesce(${NAMED}->>'nameVi', m->>'criterion'), 'criterionNameEn', coalesce(${NAMED}->>'nameEn', m->>'criterion'),
      'text', m->>'comment') order by r.ordinal, m->>'criterion', m->>'comment')
    from scorecard k join round r on r.id = k.round_id cross join jsonb_array_elements(k.marks) m
    where k.initiative_id = i.id and k.state = 'SIGNED' and btrim(coalesce(m->>'comment', '')) <> '')`;

/** The beginning of a day here. */
const dayOf = (date: RawBuilder<unknown>): RawBuilder<unknown> => sql`(${date}::timestamp at time zone 'Asia/Ho_Chi_Minh')`;

/** When decision `d` of contest `c` was published: what is recorded of a past one was written down much later than it was decided. */
const PUBLISHED_AT = sql`(case when c.recorded then ${dayOf(sql`d.decided_on`)} else d.published_at end)`;

const publishedSteps = (own: RawBuilder<boolean>): RawBuilder<unknown> => sql`
  select 'PUBLISHED', ${PUBLISHED_AT}, jsonb_strip_nulls(jsonb_build_object('decisionNumber', d.number,
      'rank', case when ${lets('RANK', own)} then f.rank end,
      'score', case when ${lets('SCORE', own)} then round(f.score, coalesce((book.content->'rounding'->>'places')::int, 2))::text end,
      'comments', case when ${lets('COMMENTS', own)} then ${COMMENTS} end))
  from award_decision d
  left join lateral (select b.content from rule_book b where b.contest_id = i.contest_id order by b.number desc limit 1) book on true
  left join lateral (select s.rank, s.score from final_standing s join contest_result v on v.id = s.result_id and v.superseded_at is null
    where v.contest_id = i.contest_id and s.initiative_id = i.id) f on true
  where d.contest_id = i.contest_id and d.state = 'PUBLISHED' and i.state = 'ELIGIBLE'
  union all
  select 'PRIZE', case when w.replaces_id is null then ${PUBLISHED_AT} else greatest(${PUBLISHED_AT}, ${dayOf(sql`w.replacement_decided_on`)}) end,
         jsonb_build_object('prizeNameVi', t.name_vi, 'prizeNameEn', t.name_en, 'decisionNumber', coalesce(w.replacement_number, d.number))
  from award w join award_decision d on d.id = w.decision_id and d.state = 'PUBLISHED' join prize_tier t on t.id = w.tier_id where w.initiative_id = i.id
  union all
  select 'PRIZE_REVOKED', w.revoked_at, jsonb_build_object('prizeNameVi', t.name_vi, 'prizeNameEn', t.name_en, 'reason', w.revocation_reason)
  from award w join award_decision d on d.id = w.decision_id and d.state = 'PUBLISHED' join prize_tier t on t.id = w.tier_id
  where w.initiative_id = i.id and w.revoked_at is not null`;
