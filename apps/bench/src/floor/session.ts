import { createHash } from 'node:crypto';
import { type Asker } from './floor.js';

/** Who holds a token, with the roles in force and the units of each, those below them included. */
export const SESSION = `
  select s.person_id as "personId", coalesce((select json_agg(json_build_object('role', g.role, 'units', (
      with recursive below (id) as (select g.unit_id union select u.id from unit u join below b on u.parent_id = b.id) select json_agg(id) from below)))
    from role_grant g where g.person_id = s.person_id and g.state = 'IN_FORCE' and g.valid_from <= $2::date and (g.valid_to is null or g.valid_to >= $2::date)), '[]') as grants
  from session s join account a on a.person_id = s.person_id
  where s.token_hash = $1 and s.revoked_at is null and s.expires_at > now() and a.disabled_at is null`;

export interface SessionRow {
  readonly personId: string;
  readonly grants: readonly { readonly role: string; readonly units: readonly string[] }[];
}

export const NOBODY: Asker = { personId: '', unitsOf: () => [] };

export const askerOf = ({ personId, grants }: SessionRow): Asker => ({
  personId,
  unitsOf: (...roles) => [...new Set(grants.filter(({ role }) => roles.includes(role)).flatMap(({ units }) => units))],
});

export const tokenHash = (authorization: string): string =>
  createHash('sha256').update(authorization.slice('Bearer '.length)).digest('hex');
