import { sql } from 'kysely';

/** What judges of anonymous rounds read in place of the title of initiative `i`, where it was decided so. */
export const HIDDEN_TITLE = sql<string | null>`(select looked.hidden->>'title' from name_look looked where looked.initiative_id = i.id)`;
