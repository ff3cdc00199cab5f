import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Actor, Clock, type Locale, type Role, localDate } from '#lib/kernel';
import { Database } from '#lib/platform';
import { RIGHTS } from '../domain/rights.js';
import { hashToken } from '../domain/token.js';

interface SignedIn {
  readonly sessionId: string;
  readonly personId: string;
  readonly locale: Locale;
  readonly grants: readonly { readonly role: Role; readonly unitId: string; readonly unitIds: readonly string[] }[];
}

/** Reads of sessions. */
@Injectable()
export class SessionQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Who holds this token now, with the grants in force today; null for a token that is unknown, expired, revoked or of a disabled account. */
  async actorOf(token: string): Promise<Actor | null> {
    const now = this.clock.now();
    const today = localDate(now);
    const found = await this.database.first(sql<SignedIn>`
      select s.id as "sessionId", p.id as "personId", p.locale,
             coalesce((select json_agg(json_build_object('role', g.role, 'unitId', g.unit_id, 'unitIds', (
                 with recursive below (id) as (
                   select g.unit_id union select u.id from unit u join below b on u.parent_id = b.id)
                 select json_agg(id) from below)))
               from role_grant g
               where g.person_id = p.id and g.revoked_at is null
                 and g.valid_from <= ${today}::date and (g.valid_to is null or g.valid_to >= ${today}::date)), '[]'::json) as grants
      from session s
      join person p on p.id = s.person_id
      join account a on a.person_id = p.id
      where s.token_hash = ${hashToken(token)} and s.revoked_at is null and s.expires_at > ${now} and a.disabled_at is null`);
    if (!found) return null;
    const grants = found.grants.map((grant) => ({ ...grant, permissions: RIGHTS[grant.role] }));
    return new Actor(found.personId, grants, found.locale, found.sessionId);
  }
}
