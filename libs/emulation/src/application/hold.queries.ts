import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type PersonName, personName } from '#lib/identity';
import { type Actor, Clock, type Page, type PageArgs, type WhyNot, localDate, pageAs, Refused } from '#lib/kernel';
import { type AgeOrder, Database, type OrderKey, Rereads, byAge, rowById } from '#lib/platform';
import { whyNotEnd } from '../domain/hold.entity.js';
import { holdScope } from './hold.scope.js';

interface HoldRow {
  readonly id: string;
  readonly version: number;
  readonly person: PersonName;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly ground: string;
  readonly placedByName: string | null;
  readonly inForce: boolean;
  readonly illustrative: boolean;
  /** Whether the actor's office may end it. */
  readonly manages: boolean;
}

export interface HoldRead extends Omit<HoldRow, 'manages'> {
  readonly whyNotEnd: WhyNot;
}

export interface HoldsFilter extends PageArgs {
  readonly personId?: string | null;
  readonly order?: AgeOrder | null;
}

const LATEST: readonly OrderKey<HoldRow>[] = [
  { column: sql`h.starts_on`, key: 'startsOn', type: 'date', descending: true },
  { column: sql`h.id`, key: 'id', type: 'uuid', descending: true },
];

/** Holds, to the office and the leader alone. */
@Injectable()
export class HoldQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async holds(actor: Actor, { personId, order, ...args }: HoldsFilter): Promise<Page<HoldRead>> {
    const where = [holdScope(actor, 'hold:read'), ...(personId ? [sql<boolean>`h.subject_id = ${personId}`] : [])];
    const dress = { key: sql`h.id`, from: sql`${rowById('hold', sql`page.key`)} h on true` };
    const listing = {
      from: sql`hold h`,
      where: sql.join(where, sql` and `),
      order: byAge(LATEST, order),
      dress,
      columns: this.columns(actor),
    };
    return pageAs(await this.database.page<HoldRow>(listing, args), told);
  }

  @Rereads('Hold')
  async hold(actor: Actor, id: string): Promise<HoldRead | null> {
    const found = await this.database.first(sql<HoldRow>`
      select ${this.columns(actor)} from hold h where h.id = ${id} and ${holdScope(actor, 'hold:read')}`);
    return found && told(found);
  }

  private columns(actor: Actor) {
    const today = localDate(this.clock.now());
    return sql`h.id, h.version, (select ${personName(sql`p`)} from person p where p.id = h.subject_id) as person,
      h.starts_on::text as "startsOn", h.ends_on::text as "endsOn", h.ground, (select p.full_name from person p where p.id = h.placed_by_id) as "placedByName",
      (h.starts_on <= ${today}::date and (h.ends_on is null or h.ends_on >= ${today}::date)) as "inForce", h.illustrative,
      ${holdScope(actor, 'hold:manage')} as manages`;
  }
}

const told = ({ manages, ...row }: HoldRow): HoldRead => ({
  ...row,
  whyNotEnd: manages ? whyNotEnd(row.endsOn) : new Refused('ACHIEVEMENT_OF_OFFICE'),
});
