import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { SMALLEST_TRIMMED_PANEL } from '#lib/statistics';

/** Somebody has begun on card `c`, or it was signed once: it is kept, excused where it goes to another. */
export const BEGUN = sql<boolean>`(c.version > 1 or exists (select 1 from scorecard_version signed where signed.scorecard_id = c.id))`;

/** The card `c` is the actor's own, as a judge. */
export function ownCard(actor: Actor): RawBuilder<boolean> {
  return actor.can('scorecard:sign') ? sql<boolean>`c.judge_id = ${actor.id}` : sql<boolean>`false`;
}

/** Initiative `i` of the contest of round `r` reached it: the first round by taking part, a later one by going on from the one before. */
export const REACHED = sql<boolean>`(r.ordinal = 1 or exists (select 1 from round before join round_qualifier q on q.round_id = before.id
  where before.contest_id = r.contest_id and before.ordinal = r.ordinal - 1 and q.initiative_id = i.id))`;

/** The initiatives `i` that round `r` judges: those that reached it and are eligible still. */
export const IN_ROUND = sql<boolean>`i.contest_id = r.contest_id and i.state = 'ELIGIBLE' and ${REACHED}`;

/** Card `c` is signed, as it stood at a moment; without one, as it stands. */
export const isSignedAs = (told: Date | null): RawBuilder<boolean> =>
  told ? sql<boolean>`(c.state = 'SIGNED' and c.signed_at <= ${told})` : sql<boolean>`(c.state = 'SIGNED')`;

/** How far round `r` is, as one row of counts: as it stands, to who must act on it, or as it is told to those who look on. */
export const progressAs = (told: Date | null): RawBuilder<unknown> => sql`(
  select coalesce(sum(judged.due), 0)::int as due, coalesce(sum(judged.signed), 0)::int as signed, count(*)::int as initiatives,
    (count(*) filter (where judged.due < greatest(1, (r.rule->>'minimumCards')::int)))::int as short,
    (case when r.rule->'aggregation'->>'kind' = 'TRIMMED_MEAN' then count(*) filter (where judged.due < ${SMALLEST_TRIMMED_PANEL}) else 0 end)::int as untrimmed,
    (select count(*)::int from reopening o join scorecard c on c.id = o.scorecard_id and c.state = 'SIGNED' join initiative i on i.id = c.initiative_id
      where o.state = 'REQUESTED' and c.round_id = r.id and i.state = 'ELIGIBLE') as reopenings,
    (select count(*)::int from scorecard c join initiative i on i.id = c.initiative_id where c.round_id = r.id and c.state = 'SIGNED' and i.state = 'ELIGIBLE'
      and exists (select 1 from conflict k where k.initiative_id = c.initiative_id and k.person_id = c.judge_id and k.active)) as conflicted
  from (select count(c.id) filter (where c.state <> 'EXCUSED') as due, count(c.id) filter (where ${isSignedAs(told)}) as signed
        from initiative i left join scorecard c on c.round_id = r.id and c.initiative_id = i.id where ${IN_ROUND} group by i.id) judged)`;
