import { sql } from 'kysely';
import { type Actor } from '#lib/kernel';

/** Contest `ct` in the reader's language. */
export const titleOf = ({ locale }: Actor) => (locale === 'en' ? sql`ct.title_en` : sql`ct.title`);

/** Who holds contest `ct`, in the reader's language. */
export const hostOf = ({ locale }: Actor) =>
  sql`(select ${locale === 'en' ? sql`u.name_en` : sql`u.name_vi`} from unit u where u.id = ct.host_id)`;

export const JUDGING_STARTS = sql`(select p.starts_at from phase p where p.contest_id = ct.id and p.kind = 'JUDGING')`;
