import { sql } from 'kysely';
import { newId } from '#lib/kernel';
import { type Act } from '#lib/platform';
import { type Assignment } from '#lib/statistics';
import { type CardFate, type PlannedCard, plannedCards } from '../../domain/assignment/assignment-problem.js';
import { type PlannedLoad } from '../../domain/assignment/assignment-proposal.entity.js';
import { type AssignmentTable } from '../../domain/assignment/assignment-table.js';
import { fitOfAll } from '../../domain/assignment/fit.js';
import { fingerprintOf } from '../../domain/assignment/fingerprint.js';
import { type ProposalOptions } from '../../domain/assignment/options.js';
import { loadsOf } from '../../domain/assignment/replacement.js';
import { type ExplainedShortage, explainShortages } from '../../domain/assignment/shortage.js';

const SHORT_KEPT = 100;

/** What the solver found for a table. */
export interface Solved {
  readonly roundId: string;
  readonly options: ProposalOptions;
  readonly table: AssignmentTable;
  readonly assignment: Assignment;
}

/** A proposal as it is written: what applying it needs to know. */
export interface KeptProposal {
  readonly id: string;
  readonly short: readonly ExplainedShortage[];
  readonly shortCount: number;
}

/** Keeps what the solver found, under this id: the proposal and its cards, in a statement each. */
export async function keepProposal({ em, at, record }: Act, id: string, solved: Solved): Promise<KeptProposal> {
  const { roundId, options, table, assignment } = solved;
  const all = explainShortages(table, assignment, options.sameUnitAtMost);
  const short = all.slice(0, SHORT_KEPT);
  const { proof, spread } = assignment;
  const { totalFit, worstFit } = fitOfAll(table, assignment);
  const db = em.getKysely();
  await sql`
    insert into assignment_proposal (id, round_id, made_at, options, fingerprint, loads, spread, total_fit, worst_fit, optimal, gap, worst_gap, short, short_count)
    values (${id}, ${roundId}, ${at}, ${JSON.stringify(options)}::jsonb, ${fingerprintOf(table)}, ${JSON.stringify(plannedLoads(solved))}::jsonb, ${spread},
      ${totalFit}, ${worstFit === null ? null : rounded(worstFit)}, ${proof.optimal}, ${proof.gap}, ${rounded(proof.worstGap)},
      ${JSON.stringify(short)}::jsonb, ${all.length})`.execute(db);
  const cards = plannedCards(table, assignment);
  const column = <K extends keyof PlannedCard>(key: K) => cards.map((card) => card[key]);
  await sql`
    insert into proposed_card (id, proposal_id, initiative_id, judge_id, fit, fate)
    select planned.id, ${id}::uuid, planned.initiative_id, planned.judge_id, planned.fit, planned.fate
    from unnest(${cards.map(() => newId())}::uuid[], ${column('initiativeId')}::uuid[], ${column('judgeId')}::uuid[], ${column('fit')}::int[],
      ${column('fate')}::text[]) as planned (id, initiative_id, judge_id, fit, fate)`.execute(db);
  const count = (fate: CardFate) => cards.filter((card) => card.fate === fate).length;
  record({
    subject: { type: 'AssignmentProposal', id },
    after: { roundId, options, new: count('NEW'), dropped: count('DROPPED'), released: count('RELEASED'), short: all.length },
  });
  return { id, short, shortCount: all.length };
}

function plannedLoads({ table, assignment }: Solved): PlannedLoad[] {
  const before = loadsOf(table);
  const missing = new Map(assignment.underloaded.map((one) => [one.judge, one.missing]));
  return table.judges.map(({ id }, at) => ({
    judgeId: id,
    load: assignment.loads[at] ?? 0,
    before: before.get(id) ?? 0,
    missing: missing.get(at) ?? 0,
  }));
}

const rounded = (value: number): string => String(Number(value.toFixed(4)));
