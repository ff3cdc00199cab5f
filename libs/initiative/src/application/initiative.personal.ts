import { sql } from 'kysely';
import { type PersonalPart } from '#lib/platform';
import { ownScope, readScope } from './scope.js';

const code = () => ({ receiptNumber: sql`(select i.code from initiative i where i.id = t.initiative_id)` });

/** What a person wrote, had a part in, or did with dossiers. What a dossier holds is given as long as they may read it. */
export const INITIATIVE_PERSONAL: PersonalPart = {
  context: 'initiative',
  sections: [
    {
      name: 'initiatives',
      table: 'initiative',
      by: ['created_by_id', 'drafted_by_id', 'entered_by_id', 'confirmed_by_id', 'sent_back_by_id'],
      shows: ['id', 'contest_id', 'code', 'state', 'submitted_at', 'confirmed_at', 'sent_back_at', 'saved_at'],
      more: (actor) => ({
        content: sql`(select json_build_object('title', i.title, 'problem', i.problem, 'solution', i.solution, 'novelty', i.novelty, 'effect', i.effect,
          'influence', i.influence, 'firstAppliedOn', i.first_applied_on) from initiative i where i.id = t.id and ${readScope(actor)})`,
      }),
    },
    {
      name: 'authorships',
      table: 'initiative_author',
      by: ['person_id'],
      shows: ['initiative_id', 'share', 'lead', 'asked_at', 'answer', 'answered_at', 'decline_reason'],
      more: (actor) => ({
        initiative: sql`(select json_build_object('receiptNumber', i.code, 'title', i.title, 'problem', i.problem, 'solution', i.solution, 'novelty', i.novelty,
          'effect', i.effect, 'influence', i.influence, 'confidential', i.confidential, 'state', i.state,
          'versions', (select json_agg(json_build_object('number', v.number, 'submittedAt', v.submitted_at, 'hash', v.hash, 'content', v.content) order by v.number)
            from initiative_version v where v.initiative_id = i.id)) from initiative i where i.id = t.initiative_id and ${ownScope(actor)})`,
      }),
    },
    {
      name: 'versions',
      table: 'initiative_version',
      by: ['submitted_by_id'],
      shows: ['initiative_id', 'number', 'hash', 'submitted_at'],
      more: (actor) => ({
        ...code(),
        content: sql`case when exists (select 1 from initiative i where i.id = t.initiative_id and ${ownScope(actor)}) then t.content end`,
      }),
    },
    {
      name: 'links',
      table: 'initiative_link',
      by: ['by_id'],
      shows: ['initiative_id', 'earlier_id', 'verdict', 'reason', 'at'],
      more: code,
    },
    { name: 'screenings', table: 'screening', by: ['by_id'], shows: ['initiative_id', 'verdict', 'reason', 'due_at', 'at'], more: code },
    { name: 'unitsWithoutSubmission', table: 'no_submission', by: ['by_id'], shows: ['contest_id', 'unit_id', 'reason', 'at'] },
  ],
};
