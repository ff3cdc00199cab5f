import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type PersonName, personName } from '#lib/identity';
import { type InitiativeName, initiativeName } from '#lib/initiative';
import { type Actor, Clock, type Page, type PageArgs, pageAs } from '#lib/kernel';
import { Database, Rereads, isThere } from '#lib/platform';
import { type ConflictSource, type ConflictType } from '#domain/jury';
import { whyNotUnassign } from '../../domain/card/policies.js';
import { type CardState } from '../../domain/card/scorecard.entity.js';
import { ATTESTED, CONFLICTED, SEATED } from '../card/scorecard.queries.js';
import { toldUntil } from '../../domain/round/deadline.js';
import { type RoundState } from '../../domain/round/round.entity.js';
import { isBetween, isOneOf, judgingScope } from '#lib/jury';
import { isSignedAs } from '../common/scope.js';
import { byInitiative } from './by-initiative.js';

/** Who judges what, to the organisers: whether a card is signed, and nothing of what is on it. */
export interface RoundAssignmentRow {
  readonly id: string;
  readonly roundId: string;
  readonly initiative: InitiativeName;
  readonly judge: PersonName;
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
  readonly canRequestReopening: boolean;
  readonly canUnassign: boolean;
}

/** With what its rights hang on, and the number that it is listed by. */
type AssignmentRecord = Omit<RoundAssignmentRow, 'canUnassign'> & { readonly roundState: RoundState; readonly receiptNumber: string };

export interface RoundAssignmentsFilter extends PageArgs {
  readonly roundId: string;
  readonly initiativeId?: string | null;
  readonly judgeId?: string | null;
  readonly states?: readonly CardState[] | null;
  /** Part of the judge's name or of the title, or the whole code. */
  readonly search?: string | null;
}

/** A card that was signed since it was told last is not signed yet, to those who look on. */
export const stateAs = (told: Date) => sql`(case when c.state = 'SIGNED' and not ${isSignedAs(told)} then 'DRAFT' else c.state end)`;
const OPEN_CONFLICT = sql`conflict k where k.initiative_id = c.initiative_id and k.person_id = c.judge_id and k.active`;
// What stands in the way of reopening is told by obstacleToReopening; here for each row of a list, by what is told of it.
const columnsAs = (
  told: Date,
) => sql`c.id, c.round_id as "roundId", ${initiativeName(sql`i`)} as initiative, i.code as "receiptNumber", ${personName(sql`p`)} as judge,
  ${stateAs(told)} as state, r.state as "roundState", c.extra, ${ATTESTED} as attested, ${CONFLICTED} as conflicted, c.excuse_reason as "excuseReason", c.assigned_at as "assignedAt",
  (select json_build_object('type', k.type, 'source', k.source, 'reason', k.reason) from ${OPEN_CONFLICT}
     order by k.source = 'DECLARED' desc, k.id limit 1) as conflict,
  c.state = 'EXCUSED' and ${isThere(sql`select 1 from ${OPEN_CONFLICT} and k.source = 'DECLARED'`)} as declined,
  r.state <> 'CLOSED' and (${stateAs(told)} = 'DRAFT' or c.state = 'SIGNED' and ${CONFLICTED}) as "canExcuse",
  r.state <> 'CLOSED' and ${stateAs(told)} = 'SIGNED' and i.state = 'ELIGIBLE' and not ${CONFLICTED} and ${SEATED}
    and (select ct.phase = 'JUDGING' from contest ct where ct.id = r.contest_id)
    and not ${isThere(sql`select 1 from reopening o where o.scorecard_id = c.id and o.state = 'REQUESTED'`)} as "canRequestReopening"`;
const OF_CARD = sql`join round r on r.id = c.round_id join initiative i on i.id = c.initiative_id join person p on p.id = c.judge_id`;
const roundsOf = (actor: Actor) => sql`c.round_id in (select mine.id from round mine join contest ct on ct.id = mine.contest_id
  where ${judgingScope(actor, 'assignment:manage')})`;

@Injectable()
export class AssignmentQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Rereads('RoundAssignment')
  async assignment(actor: Actor, id: string): Promise<RoundAssignmentRow | null> {
    const found = await this.database.first(
      sql<AssignmentRecord>`select ${this.columns()} from scorecard c ${OF_CARD} where c.id = ${id} and ${roundsOf(actor)}`,
    );
    return found && withRights(found);
  }

  /** By initiative. A card is in the state that its row shows: what was signed since it was told last is found among those that are not. */
  async assignments(actor: Actor, args: RoundAssignmentsFilter): Promise<Page<RoundAssignmentRow>> {
    const given = [sql`c.round_id = ${args.roundId}`];
    if (args.initiativeId) given.push(sql`c.initiative_id = ${args.initiativeId}`);
    if (args.judgeId) given.push(sql`c.judge_id = ${args.judgeId}`);
    if (args.states) given.push(isOneOf(stateAs(toldUntil(this.clock.now())), args.states));
    if (args.search) given.push(isBetween({ personId: sql`c.judge_id`, initiativeId: sql`c.initiative_id` }, args.search));
    const asked = sql.join(given, sql` and `);
    const page = await this.database.page<AssignmentRecord>(
      {
        columns: this.columns(),
        from: byInitiative({ rows: sql`scorecard c`, where: asked, round: sql`${args.roundId}::uuid` }),
        where: sql`${asked} and ${roundsOf(actor)}`,
        order: [
          { column: sql`i.code`, key: 'receiptNumber', type: 'text' },
          { column: sql`c.id`, key: 'id', type: 'uuid' },
        ],
        plannedAnew: Boolean(args.search),
        dress: { key: sql`c.id`, from: sql`scorecard c on c.id = page.key ${OF_CARD}` },
      },
      args,
    );
    return pageAs(page, withRights);
  }

  private columns() {
    return columnsAs(toldUntil(this.clock.now()));
  }
}

const withRights = (row: AssignmentRecord): RoundAssignmentRow => ({ ...row, canUnassign: whyNotUnassign(row) === null });
