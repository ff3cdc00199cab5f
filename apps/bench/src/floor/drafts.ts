import { type ActGiven } from './acts.js';
import { entry, first } from './queries.js';

/**
 * Initiative and contest are locked and looked at by the statement that writes: whose it is, its version, its state, and that the contest
 * permits saving now and is not held. What the log says of a saved draft is known from the order, so nothing is read first. Of a contest
 * whose heads confirm, one more event is told: not here, since the measured one has none.
 */
const SAVE = `
  with held as materialized (
    select i.id from initiative i join contest c on c.id = i.contest_id
    where i.id = $1 and (i.owner_id = any($2::uuid[]) or exists (select 1 from initiative_author mine where mine.initiative_id = i.id and mine.person_id = $3)) and i.version = $4
      and i.state in ('DRAFT', 'RETURNED') and c.held_at is null and not c.head_confirms
      and exists (select 1 from phase f where f.contest_id = c.id and f.kind = c.phase and 'SAVE' = any(f.permits))
    for update of i for share of c),
  done as (update initiative i set title = $5, problem = $6, saved_at = $7, confirmed_at = null, confirmed_by_id = null, version = i.version + 1 from held where i.id = held.id returning i.id, i.version, i.title, i.problem, i.state)
  select json_build_object('__typename', 'Initiative', 'id', id, 'version', version, 'title', title, 'problem', problem, 'state', state)::text as json, record_act('[]', $8) from done`;

export async function saveDraft({ asked, asker, client }: ActGiven): Promise<string> {
  const {
    initiativeId: id,
    version,
    title,
    problem,
  } = asked['input'] as { initiativeId: string; version: number; title: string; problem: string };
  const at = new Date();
  // What is drafted here was confirmed by nobody.
  const after = { version: version + 1, confirmedAt: null, fields: ['problem', 'title'] };
  const entries = entry({
    actor: asker.personId,
    operation: 'saveDraft',
    at,
    subjectType: 'Initiative',
    subjectId: id,
    before: { version, confirmedAt: null },
    after,
  });
  const values = [id, asker.unitsOf('SUBMITTER'), asker.personId, version, title, problem, at, entries];
  const { json } = await first<{ json: string }>(client, 'save draft', [SAVE, values]);
  return `{"data":{"saveDraft":${json}}}`;
}
