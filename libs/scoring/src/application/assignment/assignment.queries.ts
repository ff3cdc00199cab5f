import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, type Page, type PageArgs } from '#lib/kernel';
import { Database, Rereads } from '#lib/platform';
import { type ConflictSource, type ConflictType } from '../../domain/conflict/conflicts.js';
import { type CardState } from '../../domain/card/scorecard.entity.js';
import { judgingScope } from '../scope.js';

/** Who judges what, to the organisers: whether a card is signed, and nothing of what is on it. */
export interface RoundAssignmentRow {
  readonly id: string;
  readonly roundId: string;
  readonly initiativeId: string;
  readonly code: string;
  readonly title: string;
  readonly judgeId: string;
  readonly judgeName: string;
  readonly state: CardState;
  readonly extra: boolean;
  readonly attested: boolean;
  readonly conflicted: boolean;
  readonly excuseReason: string | null;
  readonly assignedAt: Date;
  /** What stands between the judge and the initiative: the judge's own word before what was found or set. */
  readonly conflict: { readonly type: ConflictType; readonly source: ConflictSource; readonly reason: string | null } | null;
  /** The judge stepped back from it themselves. */
  readonly declined: boolean;
  readonly canExcuse: boolean;
}

const CONFLICTED = sql`exists (select 1 from conflict k where k.initiative_id = c.initiative_id and k.person_id = c.judge_id and k.active)`;
const COLUMNS = sql`c.id, c.round_id as "roundId", c.initiative_id as "initiativeId", i.code, i.title, c.judge_id as "judgeId", p.full_name as "judgeName",
  c.state, c.extra, exists (select 1 from attestation a where a.initiative_id = c.initiative_id and a.judge_id = c.judge_id) as attested,
  ${CONFLICTED} as conflicted, c.excuse_reason as "excuseReason", c.assigned_at as "assignedAt",
  (select json_build_object('type', k.type, 'source', k.source, 'reason', k.reason) from conflict k
     where k.initiative_id = c.initiative_id and k.person_id = c.judge_id and k.active order by k.source = 'DECLARED' desc, k.id limit 1) as conflict,
  c.state = 'EXCUSED' and exists (select 1 from conflict k where k.initiative_id = c.initiative_id and k.person_id = c.judge_id and k.active
     and k.source = 'DECLARED') as declined,
  r.state <> 'CLOSED' and (c.state = 'DRAFT' or c.state = 'SIGNED' and ${CONFLICTED}) as "canExcuse"`;
// Left joins by primary key, which PostgreSQL leaves out where rows are only counted.
const FROM = sql`scorecard c left join round r on r.id = c.round_id left join initiative i on i.id = c.initiative_id left join person p on p.id = c.judge_id`;
const roundsOf = (actor: Actor) => sql`c.round_id in (select mine.id from round mine join contest ct on ct.id = mine.contest_id
  where ${judgingScope(actor, 'assignment:manage')})`;

@Injectable()
export class AssignmentQueries {
  constructor(private readonly database: Database) {}

  @Rereads('RoundAssignment')
  assignment(actor: Actor, id: string): Promise<RoundAssignmentRow | null> {
    return this.database.first(sql<RoundAssignmentRow>`select ${COLUMNS} from ${FROM} where c.id = ${id} and ${roundsOf(actor)}`);
  }

  /** By initiative. */
  assignments(
    actor: Actor,
    args: PageArgs & { readonly roundId: string; readonly initiativeId?: string | null; readonly judgeId?: string | null },
  ): Promise<Page<RoundAssignmentRow>> {
    const initiative = args.initiativeId ? sql`c.initiative_id = ${args.initiativeId}` : sql`true`;
    const judge = args.judgeId ? sql`c.judge_id = ${args.judgeId}` : sql`true`;
    return this.database.page<RoundAssignmentRow>(
      {
        columns: COLUMNS,
        from: FROM,
        where: sql`c.round_id = ${args.roundId} and ${initiative} and ${judge} and ${roundsOf(actor)}`,
        order: [
          { column: sql`i.code`, key: 'code', type: 'text' },
          { column: sql`c.id`, key: 'id', type: 'uuid' },
        ],
      },
      args,
    );
  }
}
