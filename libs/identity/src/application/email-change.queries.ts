import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Clock } from '#lib/kernel';
import { Database, Rereads } from '#lib/platform';

export interface EmailChangeRead {
  readonly id: string;
  readonly email: string;
  readonly requestedAt: Date;
  readonly expiresAt: Date;
  readonly waits: boolean;
}

/** Reads of one's own new address. */
@Injectable()
export class EmailChangeQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The one that waits to be confirmed. */
  waiting(actor: Actor): Promise<EmailChangeRead | null> {
    return this.database.first(sql<EmailChangeRead>`select * from (${this.own(actor)}) c where c.waits`);
  }

  @Rereads('EmailChange')
  emailChange(actor: Actor, id: string): Promise<EmailChangeRead | null> {
    return this.database.first(sql<EmailChangeRead>`select * from (${this.own(actor)}) c where c.id = ${id}`);
  }

  private own(actor: Actor) {
    return sql`select e.id, e.address as email, e.requested_at as "requestedAt", e.expires_at as "expiresAt",
      e.confirmed_at is null and e.given_up_at is null and e.expires_at > ${this.clock.now()} as waits from email_change e where e.person_id = ${actor.id}`;
  }
}
