import { type RawBuilder, sql } from 'kysely';
import { type RoundState } from '../../domain/round/round.entity.js';
import { ANONYMOUS } from '../card/scorecard.queries.js';

/** The kept files `f` of initiative `i`, with what was read of them `t`, and their places `d`. */
const FILES = sql`stored_file f left join dossier_file d on d.file_id = f.id left join content_reading t on t.sha256 = f.sha256
  where f.owner_type = 'initiative' and f.owner_id = i.id and f.kept_at is not null and f.removed_at is null`;

/** Some file of initiative `i` waits to be read. */
export const UNREAD: RawBuilder<boolean> = sql<boolean>`exists (select 1 from ${FILES} and t.sha256 is not null and t.read_at is null)`;

/** Another one where a text of initiative `i` was changed, or a file read, since. */
export const READ_AS = sql<string>`(i.version || '/' || (select count(*) from ${FILES} and t.read_at is not null))`;

/** What is looked through of initiative `i`, and for which names. */
export const TO_LOOK_AT = sql`i.id, ${READ_AS} as "readAs",
  json_build_object('title', i.title, 'problem', i.problem, 'solution', i.solution, 'novelty', i.novelty, 'effect', i.effect) as texts,
  (select coalesce(json_agg(json_build_object('id', f.id, 'fileName', f.file_name, 'caption', coalesce(d.caption, ''), 'text', t.text)
     order by d.ordinal nulls last, f.id), '[]') from ${FILES}) as files,
  (select coalesce(json_agg(json_build_object('kind', known.kind, 'name', known.name) order by known.kind, known.name), '[]') from (
     select 'AUTHOR' as kind, p.full_name as name from initiative_author a join person p on p.id = a.person_id where a.initiative_id = i.id
     union select 'UNIT', u.name_vi from unit u where u.id = i.owner_id or u.id in (
       select p.unit_id from initiative_author a join person p on p.id = a.person_id where a.initiative_id = i.id)) known) as names`;

/** How far the anonymous rounds of a contest are: what judges read now, else what they will, else what they have read; null: it has none. */
export const anonymousStateOf = (contestId: RawBuilder<unknown>): RawBuilder<RoundState | null> => sql<RoundState | null>`(
  select r.state from round r where r.contest_id = ${contestId} and ${ANONYMOUS}
  order by case r.state when 'OPEN' then 1 when 'SETTLING' then 2 when 'PLANNED' then 3 else 4 end limit 1)`;
