import { sql } from 'kysely';
import { type PersonalPart } from './personal-section.js';

/** What the platform itself keeps of a person. What an act says of somebody else is not theirs. */
export const PLATFORM_PERSONAL: PersonalPart = {
  context: 'platform',
  sections: [
    {
      name: 'acts',
      table: 'audit_entry',
      by: ['actor_id'],
      shows: ['seq', 'at', 'operation', 'subject_type', 'subject_id', 'hash'],
      order: 'seq',
    },
    {
      name: 'requests',
      table: 'mutation_key',
      by: ['actor_id'],
      shows: ['operation', 'result_type', 'result_id', 'created_at'],
      order: 'created_at',
    },
    {
      name: 'jobs',
      table: 'job',
      by: ['requested_by'],
      shows: ['kind', 'subject_type', 'subject_id', 'input', 'state', 'created_at', 'started_at', 'finished_at'],
    },
    {
      name: 'exports',
      table: 'export',
      by: ['person_id'],
      shows: ['what', 'title', 'file_name', 'format', 'columns', 'args', 'row_count', 'created_at', 'made_at', 'ends_at'],
    },
    {
      name: 'imports',
      table: 'import',
      by: ['person_id'],
      shows: [
        ...['kind', 'state', 'file_name', 'make_count', 'change_count', 'leave_count', 'problem_count'],
        ...['created_at', 'checked_at', 'applied_at', 'ends_at'],
      ],
      more: () => ({
        rows: sql`(select json_agg(json_build_object('number', r.number, 'fate', r.fate, 'typed', r.typed) order by r.number) from import_row r where r.import_id = t.id)`,
      }),
    },
    {
      name: 'files',
      table: 'stored_file',
      by: ['uploaded_by'],
      shows: ['file_name', 'content_type', 'size', 'sha256', 'owner_type', 'owner_id', 'created_at', 'kept_at', 'removed_at'],
    },
  ],
};
