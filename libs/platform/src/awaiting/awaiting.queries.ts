import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, type Page, type PageArgs, localDate, pageAs } from '#lib/kernel';
import { Database } from '../database/database.js';
import { AWAITS, type AtMoment, type AwaitedKind, type AwaitedRows } from './awaits.js';
import { MarkedMethods } from './marked-methods.js';

export interface AwaitedRow {
  /** Of the kind and its subject. */
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly subject: string;
  readonly since: Date;
  readonly due: Date | null;
  readonly late: boolean;
  readonly who: string | null;
  readonly count: number;
  readonly link: string;
  readonly nudgedAt: Date | null;
}

export interface AwaitedRead extends AwaitedRow {
  readonly label: string;
  readonly act: string;
}

interface Source extends AwaitedKind {
  readonly rows: AwaitedRows;
}

/** What waits for a person, of all that the libraries know of: one statement, what is due first in front. */
@Injectable()
export class AwaitingQueries implements OnApplicationBootstrap {
  private readonly sources = new Map<string, Source>();
  private lastNudge: (actor: Actor) => RawBuilder<unknown> = () => sql`null::timestamptz`;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly marked: MarkedMethods,
  ) {}

  onApplicationBootstrap(): void {
    for (const source of this.marked.of<Source>(AWAITS)) this.sources.set(source.kind, source);
  }

  /** When the actor was last nudged about row `a`, as the library that keeps nudges says it in SQL. */
  nudgedBy(lastOf: (actor: Actor) => RawBuilder<unknown>): void {
    this.lastNudge = lastOf;
  }

  get kinds(): readonly AwaitedKind[] {
    return [...this.sources.values()];
  }

  async awaiting(actor: Actor, { kinds, ...args }: PageArgs & { readonly kinds?: readonly string[] | null }): Promise<Page<AwaitedRead>> {
    const now = this.clock.now();
    const asked = [...this.sources.values()].filter(({ kind }) => !kinds || kinds.includes(kind));
    const page = await this.database.page<AwaitedRow>(
      {
        columns: sql`a.kind || ':' || a.subject_id as id, a.kind, a.subject_id as "subjectId",
          a.subject, a.since, a.due, coalesce(a.due < ${now}, false) as late,
          a.who, a.count, a.path as link, ${this.lastNudge(actor)} as "nudgedAt"`,
        from: sql`(${union(asked, actor, { now, day: localDate(now) })}) a`,
        where: sql`true`,
        order: [
          { column: sql`a.due`, key: 'due', type: 'timestamptz', nullAs: 'infinity' },
          { column: sql`(a.kind || ':' || a.subject_id)`, key: 'id', type: 'text' },
        ],
      },
      args,
    );
    return pageAs(page, (node) => this.worded(actor, node));
  }

  /** One of them; null where it does not await the actor. */
  async awaited(actor: Actor, kind: string, subjectId: string): Promise<AwaitedRead | null> {
    const source = this.sources.get(kind);
    const now = this.clock.now();
    const rows = source?.rows(actor, { now, day: localDate(now) });
    if (!rows) return null;
    const row = await this.database.first(
      sql<AwaitedRow>`select ${kind}::text || ':' || x.subject_id as id, ${kind}::text as kind, x.subject_id as "subjectId", x.subject, x.since, x.due,
        coalesce(x.due < ${now}, false) as late, x.who, x.count, x.path as link, null::timestamptz as "nudgedAt"
        from (${rows}) x where x.subject_id = ${subjectId}`,
    );
    return row && this.worded(actor, row);
  }

  private worded({ locale }: Actor, row: AwaitedRow): AwaitedRead {
    const source = this.sources.get(row.kind);
    return { ...row, label: source?.words[locale] ?? '', act: source?.act ?? '' };
  }
}

const NOTHING = sql`select ''::text as kind, null::uuid as subject_id, ''::text as subject, null::timestamptz as since,
  null::timestamptz as due, null::text as who, 0 as count, ''::text as path where false`;

function union(sources: readonly Source[], actor: Actor, at: AtMoment): RawBuilder<unknown> {
  const parts = sources.flatMap(({ kind, rows }) => {
    const found = rows(actor, at);
    return found
      ? [sql`select ${kind}::text as kind, x.subject_id, x.subject, x.since, x.due, x.who, x.count, x.path from (${found}) x`]
      : [];
  });
  return sql.join([NOTHING, ...parts], sql` union all `);
}
