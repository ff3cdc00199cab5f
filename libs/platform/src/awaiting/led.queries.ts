import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Clock, localDate } from '#lib/kernel';
import { Database } from '../database/database.js';
import { LEADS, type LedKind, type LedRows } from './leads.js';
import { MarkedMethods } from './marked-methods.js';

interface LedRow {
  /** Of the kind and its subject. */
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly subject: string;
  readonly done: number;
  readonly whole: number;
  readonly due: Date | null;
  readonly link: string;
}

export interface LedRead extends LedRow {
  readonly label: string;
}

interface Source extends LedKind {
  readonly rows: LedRows;
}

/** As many as a leader looks at; what is due first is among them. */
const MOST = 100;

/** How far all is that a person leads, of all that the libraries know of: one statement, what is due first in front. */
@Injectable()
export class LedQueries implements OnApplicationBootstrap {
  private kinds: readonly Source[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly marked: MarkedMethods,
  ) {}

  onApplicationBootstrap(): void {
    this.kinds = this.marked.of<Source>(LEADS);
  }

  async led(actor: Actor): Promise<LedRead[]> {
    const now = this.clock.now();
    const parts = this.kinds.flatMap(({ kind, rows }) => {
      const found = rows(actor, { now, day: localDate(now) });
      return found
        ? [sql`select ${kind}::text as kind, x.subject_id, x.subject, x.done, x.whole, x.due, x.path from (${found}) x where x.whole > 0`]
        : [];
    });
    if (parts.length === 0) return [];
    const led = await this.database.rows(sql<LedRow>`
      select l.kind || ':' || l.subject_id as id, l.kind, l.subject_id as "subjectId", l.subject, l.done, l.whole, l.due, l.path as link
      from (${sql.join(parts, sql` union all `)}) l order by l.due nulls last, 1 limit ${MOST}`);
    return led.map((row) => ({ ...row, label: this.kinds.find(({ kind }) => kind === row.kind)?.words[actor.locale] ?? '' }));
  }
}
