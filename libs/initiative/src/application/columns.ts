import { type RawBuilder, sql } from 'kysely';
import { contestName } from '#lib/contest';
import { personName } from '#lib/identity';
import { type Actor } from '#lib/kernel';
import { columnsShown } from '#lib/platform';
import { areaName, ownerName } from './initiative-name.js';
import { type InitiativeSummary } from './initiative.rows.js';
import { inHandScope, readScope, receivedScope, writeScope } from './scope.js';

const AUTHORS = sql`(select coalesce(json_agg(json_build_object('person', ${personName(sql`p`)}, 'share', a.share::text, 'lead', a.lead) order by a."order"), '[]')
     from initiative_author a join person p on p.id = a.person_id where a.initiative_id = i.id)`;

/** Of an initiative `i`, with its area `r` and owner `u`. */
const LINE: Readonly<Record<Exclude<keyof InitiativeSummary, 'contest'>, RawBuilder<unknown>>> = {
  id: sql`i.id`,
  version: sql`i.version`,
  receiptNumber: sql`i.code`,
  title: sql`i.title`,
  state: sql`i.state`,
  influence: sql`i.influence`,
  track: sql`i.track`,
  illustrative: sql`i.illustrative`,
  submittedAt: sql`i.submitted_at`,
  savedAt: sql`i.saved_at`,
  returnDueAt: sql`i.return_due_at`,
  authors: AUTHORS,
  area: areaName(sql`r`),
  owner: ownerName(sql`u`),
};
/** With its contest `within`. */
export const SUMMARY: Readonly<Record<keyof InitiativeSummary, RawBuilder<unknown>>> = { ...LINE, contest: contestName(sql`within`) };
/** Those of one initiative, whose contest is told at more length. */
export const lineColumns: RawBuilder<unknown> = columnsShown<Omit<InitiativeSummary, 'contest'>>(LINE);

export const WITH_SUMMARY: RawBuilder<unknown> = sql`join contest within on within.id = i.contest_id join reform_area r on r.id = i.area_id
  join unit u on u.id = i.owner_id`;

/** Whoever of the secretariat last said something of initiative `i`, for those who screen it. */
export const screenedBy = (actor: Actor): RawBuilder<unknown> => sql`(case when ${receivedScope(actor, 'initiative:screen')}
  then (select ${personName(sql`p`)} from screening said join person p on p.id = said.by_id
    where said.initiative_id = i.id order by said.at desc, said.id desc limit 1) end)`;

/** The rest of one initiative's content, what only some may read left to the caller. */
export const contentColumns: RawBuilder<unknown> = sql`
  i.problem, i.solution, i.novelty, i.effect, i.first_applied_on as "firstAppliedOn",
  i.own_work_at as "ownWorkAt", i.not_prized_elsewhere_at as "notPrizedElsewhereAt", i.nobody_on_jury_at as "nobodyOnJuryAt",
  i.confirmed_at as "confirmedAt", i.paper_received_at as "paperReceivedAt", i.end_reason as "endReason",
  json_build_object('id', c.id, 'year', c.year, 'titleVi', c.title, 'titleEn', c.title_en, 'phase', c.phase, 'headConfirms', c.head_confirms, 'authorsConfirm', c.authors_confirm,
    'asksTrack', exists (select 1 from prize_tier t where t.contest_id = c.id and t.track is not null)) as contest,
  (select coalesce(json_agg(json_build_object('id', s.id, 'verdict', s.verdict, 'reason', s.reason, 'dueAt', s.due_at, 'asks', s.asks, 'at', s.at) order by s.at, s.id), '[]')
     from screening s where s.initiative_id = i.id) as screenings,
  (case when i.state = 'RETURNED' then (select to_json(s.asks) from screening s where s.initiative_id = i.id and s.verdict = 'RETURNED' order by s.at desc, s.id desc limit 1)
     else '[]' end) as asks,
  (select coalesce(json_agg(json_build_object('id', v.id, 'number', v.number, 'hash', v.hash, 'submittedAt', v.submitted_at) order by v.number), '[]')
     from initiative_version v where v.initiative_id = i.id) as versions`;

/** The dates of a contest, and what is permitted when. */
const phasesOf = (contestId: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  (select coalesce(json_agg(json_build_object('kind', f.kind, 'startsAt', f.starts_at, 'endsAt', f.ends_at, 'permits', f.permits)), '[]')
     from phase f where f.contest_id = ${contestId})`;

/** Whether the person is the head of the unit that sends initiative `i` in. */
export const isHead = (actor: Actor, day: string): RawBuilder<unknown> => sql`
  exists (select 1 from position h where h.person_id = ${actor.id} and h.unit_id = i.owner_id and h.is_head
    and h."from" <= ${day}::date and (h."to" is null or h."to" >= ${day}::date))`;

/** Where a row of a list stands, for `rightsOf`: its contest is `within`. What all rows of a contest share is said with the first of them that is shown. */
export const standingColumn = (actor: Actor, day: string): RawBuilder<unknown> => sql`
  json_build_object('state', i.state, 'submittedAt', i.submitted_at, 'ownWorkAt', i.own_work_at, 'notPrizedElsewhereAt', i.not_prized_elsewhere_at,
    'nobodyOnJuryAt', i.nobody_on_jury_at, 'confirmedAt', i.confirmed_at, 'contestId', i.contest_id,
    'contest', json_build_object('phase', within.phase, 'headConfirms', within.head_confirms),
    'heldAt', within.held_at, 'graceMinutes', within.grace_minutes, 'own', ${writeScope(actor)}, 'inHand', ${inHandScope(actor)},
    'screens', ${receivedScope(actor, 'initiative:screen')}, 'head', ${isHead(actor, day)},
    'phases', case row_number() over (partition by i.contest_id order by page.at = 0, page.at) when 1 then ${phasesOf(sql`i.contest_id`)} end)`;

/** What the policies need to know of the contest `c` of initiative `i`. */
export const contestFacts: RawBuilder<unknown> = sql`
  c.held_at as "heldAt", c.grace_minutes as "graceMinutes", ${phasesOf(sql`c.id`)} as phases,
  (select coalesce(json_agg(a.person_id), '[]') from initiative_author a join seat s on s.contest_id = i.contest_id and s.person_id = a.person_id
     and s.ended_at is null where a.initiative_id = i.id) as seated`;

/** The one of an earlier year that initiative `i` says it improves. Who named it could know of it: its title goes with the dossier. */
export const improvesColumn = (actor: Actor): RawBuilder<unknown> => sql`
  (select (select json_build_object('id', i.id, 'receiptNumber', i.code, 'title', i.title, 'contest', ${contestName(sql`of`)}, 'mayRead', ${readScope(actor)})
     from initiative i join contest of on of.id = i.contest_id where i.id = named.id) from (select i.improves_id as id) named)`;

/** What the head sent initiative `i` back for. */
export const sentBackColumn: RawBuilder<unknown> = sql`
  (select json_build_object('words', i.sent_back_words, 'at', i.sent_back_at, 'byName', by.full_name) from person by where by.id = i.sent_back_by_id)`;

/** What the authors of initiative `i` have said of being that. */
export const answerColumns: RawBuilder<unknown> = sql`
  (select json_agg(json_build_object('personId', a.person_id, 'answer', a.answer, 'answeredAt', a.answered_at, 'declineReason', a.decline_reason) order by a."order")
     from initiative_author a where a.initiative_id = i.id)`;

/** The screener's words on initiative `i`. */
export const linkColumns: RawBuilder<unknown> = sql`
  (select coalesce(json_agg(json_build_object('id', l.id, 'verdict', l.verdict, 'reason', l.reason, 'at', l.at,
            'earlier', json_build_object('id', e.id, 'receiptNumber', e.code, 'title', e.title, 'contest', ${contestName(sql`ec`)})) order by l.at, l.id), '[]')
     from initiative_link l join initiative e on e.id = l.earlier_id join contest ec on ec.id = e.contest_id where l.initiative_id = i.id)`;
