import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Clock, Refused, localDate } from '#lib/kernel';
import { Database } from '#lib/platform';
import { type Assignment, assignInWorker } from '#lib/statistics';
import { type AssignmentChange, changeOf, problemOf } from '../../domain/assignment/assignment-problem.js';
import { type AssignmentTable } from '../../domain/assignment/assignment-table.js';
import { FieldQueries } from '../field.queries.js';
import { judgingScope } from '../scope.js';

const TIME_LIMIT_MS = 20_000;

/** An initiative that cannot have its judges, and why. */
export interface ShortInitiative {
  readonly initiativeId: string;
  readonly code: string;
  readonly title: string;
  readonly missing: number;
  /** `TOO_FEW_JUDGES`: too few are free of conflict with it. `JUDGES_FULL`: those who are free have no room left. `KEPT_APART`: a limit keeps them off. */
  readonly reason: 'TOO_FEW_JUDGES' | 'JUDGES_FULL' | 'KEPT_APART';
  /** Those who could judge it, by name. */
  readonly judges: readonly string[];
}

export interface JudgeLoad {
  readonly judgeId: string;
  readonly fullName: string;
  readonly load: number;
}

/** What the solver proposes: nothing of it is written. */
export interface AssignmentProposal {
  readonly id: string;
  readonly added: number;
  readonly dropped: number;
  readonly released: number;
  readonly spread: number;
  readonly loads: readonly JudgeLoad[];
  readonly short: readonly ShortInitiative[];
}

export interface Proposed {
  readonly proposal: AssignmentProposal;
  readonly change: AssignmentChange;
}

/** Asks the solver who should judge what in a round. */
@Injectable()
export class AssignmentProposalService {
  constructor(
    private readonly database: Database,
    private readonly field: FieldQueries,
    private readonly clock: Clock,
  ) {}

  /** The proposal for a round of the actor's, by the conflicts that are known now. */
  async assignmentProposal(actor: Actor, { roundId }: { roundId: string }): Promise<AssignmentProposal> {
    const round = await this.database.first(sql<{ needed: number }>`
      select (r.rule->>'judgesPerInitiative')::int as needed from round r join contest ct on ct.id = r.contest_id
      where r.id = ${roundId} and ${judgingScope(actor, 'assignment:manage')}`);
    if (!round) throw new Refused('NOT_FOUND', { what: 'Round' });
    return (await this.propose(roundId, round.needed)).proposal;
  }

  async propose(roundId: string, needed: number): Promise<Proposed> {
    const table = await this.field.assignmentTable(roundId, localDate(this.clock.now()));
    if (table.initiatives.length === 0) throw new Refused('ROUND_EMPTY');
    const assignment = await assignInWorker(problemOf(table, needed), { timeLimitMs: TIME_LIMIT_MS });
    const change = changeOf(table, assignment);
    return { change, proposal: describe(roundId, table, { assignment, change }) };
  }
}

function describe(
  roundId: string,
  table: AssignmentTable,
  { assignment, change }: { assignment: Assignment; change: AssignmentChange },
): AssignmentProposal {
  const short = assignment.short.flatMap(({ initiative, missing, reason, judges }) => {
    const found = table.initiatives[initiative];
    const names = judges.flatMap((judge) => table.judges[judge]?.name ?? []);
    return found ? [{ initiativeId: found.id, code: found.code, title: found.title, missing, reason, judges: names }] : [];
  });
  return {
    id: roundId,
    added: change.added.length,
    dropped: change.dropped.length,
    released: change.released.length,
    spread: assignment.spread,
    loads: table.judges.map(({ id, name }, at) => ({ judgeId: id, fullName: name, load: assignment.loads[at] ?? 0 })),
    short,
  };
}
