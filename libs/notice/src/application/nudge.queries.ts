import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { type PersonName, personName } from '#lib/identity';
import { type Actor, Clock } from '#lib/kernel';
import { AwaitingQueries, Database, Rereads, vietnamese } from '#lib/platform';

export interface NudgeRead {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly at: Date;
  readonly byName: string;
  readonly people: readonly PersonName[];
}

/** The most nudges that one answer holds. */
const MOST = 200;
const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

/** Who was nudged about what, to the offices that wait for it. */
@Injectable()
export class NudgeQueries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly awaiting: AwaitingQueries,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.awaiting.nudgedBy(
      ({ id }) => sql`(select max(n.at) from nudge n where n.person_id = ${id} and n.subject_id = a.subject_id and n.kind = a.kind)`,
    );
  }

  @Rereads('Nudge')
  async nudge(actor: Actor, id: string): Promise<NudgeRead | null> {
    return (await this.database.first(sql<NudgeRead>`${this.rows(actor)} and n.act_id = ${id} ${GROUPED} limit 1`)) ?? null;
  }

  /** Of the last month, the newest first. */
  nudges(actor: Actor): Promise<NudgeRead[]> {
    const since = new Date(this.clock.now().getTime() - MONTH_MS);
    return this.database.rows(
      sql<NudgeRead>`${this.rows(actor)} and n.at > ${since} ${GROUPED} order by n.at desc, n.act_id limit ${MOST}`,
    );
  }

  private rows(actor: Actor) {
    const mine = this.awaiting.kinds.flatMap(({ kind, nudge }) =>
      nudge
        ? [
            sql<boolean>`(n.kind = ${kind} and n.office_id = any(${actor.unitsFor(nudge.permission)}::uuid[])
              and ${nudge.open ? sql`true` : sql`${nudge.office(actor, sql`n.subject_id`)} is not null`})`,
          ]
        : [],
    );
    return sql`select n.act_id as id, n.kind, n.subject_id as "subjectId", n.at, by.full_name as "byName",
      json_agg(${personName(sql`p`)} order by ${vietnamese(sql`p.full_name`)}, p.id) as people
      from nudge n join person p on p.id = n.person_id join person by on by.id = n.by_id where (${sql.join([sql<boolean>`false`, ...mine], sql` or `)})`;
  }
}

const GROUPED = sql`group by n.act_id, n.kind, n.subject_id, n.at, by.full_name`;
