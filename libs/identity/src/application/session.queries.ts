import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Actor, Clock, type Locale, type Page, type PageArgs, type Role, localDate } from '#lib/kernel';
import { CONFIG, type Config, Database, PREPARED, Rereads } from '#lib/platform';
import { RIGHTS } from '../domain/rights.js';
import { needsSecondFactor } from '../domain/second-person.js';
import { type SessionKind } from '../domain/session.entity.js';
import { limitOf } from '../domain/session-limit.js';
import { type TokenScope } from '../domain/token-scope.js';
import { hashToken } from '../domain/token.js';
import { grantsOn } from './grant.scope.js';
import { IdentityPorts } from './identity.ports.js';

const NOTED_EACH_MS = 3_600_000;

interface SignedIn {
  readonly sessionId: string;
  readonly personId: string;
  readonly locale: Locale;
  readonly scopes: readonly TokenScope[] | null;
  /** Its use was noted within the hour. */
  readonly noted: boolean;
  /** The second factor was not given. */
  readonly alone: boolean;
  readonly seated: boolean;
  readonly grants: readonly { readonly role: Role; readonly unitId: string; readonly unitIds: readonly string[] }[];
}

export interface SessionRead {
  readonly id: string;
  readonly kind: SessionKind;
  readonly label: string | null;
  readonly browser: string | null;
  readonly scopes: readonly TokenScope[] | null;
  readonly lastUsedAt: Date | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly current: boolean;
}

/** Reads of sessions. */
@Injectable()
export class SessionQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ports: IdentityPorts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Who holds this token now, with the grants in force today; null for a token that is unknown, expired, revoked or of a disabled account.
   * They are spoken to in the language that they ask for, in their own where they ask for none.
   */
  async actorOf(token: string, asked: Locale | null): Promise<Actor | null> {
    const now = this.clock.now();
    const today = localDate(now);
    const found = await this.database.first(sql<SignedIn>`
      select s.id as "sessionId", p.id as "personId", p.locale, s.scopes, 
             coalesce(s.last_used_at > ${new Date(now.getTime() - NOTED_EACH_MS)}, false) as noted, s.factor_at is null as alone,
             s.factor_at is null and ${this.ports.hasSeat(sql`p.id`)} as seated,
             ${grantsOf(today)} as grants
      from session s
      join person p on p.id = s.person_id
      join account a on a.person_id = p.id
      where s.token_hash = ${hashToken(token)} and s.revoked_at is null and s.expires_at > ${now} and a.disabled_at is null ${PREPARED}`);
    if (!found) return null;
    const { sessionId, personId, locale, scopes, seated } = found;
    if (!found.noted) await this.noteUse(sessionId, now);
    const grants = withRights(found.grants);
    const needsFactor = !this.config.demo && needsSecondFactor({ permissions: grants.flatMap(({ permissions }) => permissions), seated });
    const lacksFactor = found.alone && needsFactor;
    return new Actor(personId, lacksFactor ? [] : grants, asked ?? locale, { id: sessionId, limit: limitOf({ scopes, lacksFactor }) });
  }

  /** Who is signed in nowhere, with the grants in force today: for what runs on their behalf. Null without an account that is open. */
  async personNow(personId: string, locale: Locale): Promise<Actor | null> {
    const found = await this.database.first(sql<Pick<SignedIn, 'grants'>>`select ${grantsOf(localDate(this.clock.now()))} as grants
      from person p join account a on a.person_id = p.id where p.id = ${personId} and a.disabled_at is null`);
    return found && new Actor(personId, withRights(found.grants), locale);
  }

  /** When it was last used, to the hour: not every read is to write. */
  private async noteUse(sessionId: string, now: Date): Promise<void> {
    await this.database.rows(sql`update session set last_used_at = ${now} where id = ${sessionId}`);
  }

  /** Those that are open now, the newest first. */
  mySessions(actor: Actor, page: PageArgs): Promise<Page<SessionRead>> {
    return this.database.page<SessionRead>(
      {
        columns: columns(actor),
        from: sql`session s`,
        where: sql`s.person_id = ${actor.id} and s.revoked_at is null and s.expires_at > ${this.clock.now()}`,
        order: [
          { column: sql`s.created_at`, key: 'createdAt', type: 'timestamptz', descending: true },
          { column: sql`s.id`, key: 'id', type: 'uuid', descending: true },
        ],
      },
      page,
    );
  }

  @Rereads('Session')
  session(actor: Actor, id: string): Promise<SessionRead | null> {
    return this.database.first(sql<SessionRead>`select ${columns(actor)} from session s where s.id = ${id} and s.person_id = ${actor.id}`);
  }

  /** A token is shown when it is made, never again. */
  @Rereads('AccessToken')
  async accessToken(actor: Actor, id: string): Promise<(SessionRead & { token: null }) | null> {
    const session = await this.session(actor, id);
    return session && { ...session, token: null };
  }
}

/** Of person `p`, each with the units below. */
const grantsOf = (today: string) => sql`
  coalesce((select json_agg(json_build_object('role', g.role, 'unitId', g.unit_id, 'unitIds', (
      with recursive below (id) as (
        select g.unit_id union select u.id from unit u join below b on u.parent_id = b.id)
      select json_agg(id) from below)))
    from ${grantsOn(today)} g where g.person_id = p.id), '[]'::json)`;

const withRights = (grants: SignedIn['grants']) => grants.map((grant) => ({ ...grant, permissions: RIGHTS[grant.role] }));

const columns = (
  actor: Actor,
) => sql`s.id, s.kind, s.label, s.browser, s.scopes, s.last_used_at as "lastUsedAt", s.created_at as "createdAt", s.expires_at as "expiresAt",
  s.revoked_at as "revokedAt", coalesce(s.id = ${actor.sessionId}::uuid, false) as "current"`;
