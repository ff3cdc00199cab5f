import type pg from 'pg';
import { type Statement } from './statements.js';

/** One node of a plan as PostgreSQL tells it. Rows are of one loop, on the average. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

export interface ReadPlan {
  /** Rows of tables that were looked at, kept or not. */
  readonly reads: number;
  /** Tables that were read from one end to the other. */
  readonly scans: readonly string[];
  readonly planningMs: number;
  readonly executionMs: number;
}

/** Tables that do not grow with use: a district's units, areas, quarters, years and schemes of the index, kinds of licences and of titles, models of handing over are few for good. */
export const FEW: ReadonlySet<string> = new Set([
  'calendar_day',
  'calendar_year',
  'index_scheme',
  'index_year',
  'licence_kind',
  'reform_area',
  'reporting_period',
  'roster',
  'roster_unit',
  'schedule_lease',
  'service_model',
  'service_model_procedure',
  'service_model_unit',
  'title_kind',
  'unit',
  'unit_lineage',
]);

/** The most that a list may look at for each thing that it answers with. */
export const MOST_READ = 10;

/** A page of nothing may look at a hundred rows all the same. */
const LEAST_ANSWERED = 10;

/** The plan of a statement that was just run, so that what it reads is at hand. */
export async function planOf(client: pg.ClientBase, { text, values }: Pick<Statement, 'text' | 'values'>): Promise<ReadPlan> {
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode; 'Planning Time': number; 'Execution Time': number }] }>(
    `explain (analyze, timing off, format json) ${text}`,
    [...values],
  );
  const plan = rows[0]?.['QUERY PLAN'][0];
  if (!plan) throw new Error('No plan');
  const nodes = nodesOf(plan.Plan).filter((node) => node['Relation Name'] !== undefined);
  return {
    reads: Math.round(nodes.reduce((sum, node) => sum + readsOf(node), 0)),
    scans: [...new Set(nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? ''))].filter(
      (table) => !FEW.has(table),
    ),
    planningMs: plan['Planning Time'],
    executionMs: plan['Execution Time'],
  };
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

const readsOf = (node: PlanNode): number =>
  (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) * node['Actual Loops'];

/** Reads that the check of the session does for every request, list or not, are none of the list's. */
export const isOfList = ({ text }: Statement): boolean => /^\s*(select|with)\b/i.test(text) && !text.includes('token_hash');

export interface ListPlan extends ReadPlan {
  /** Things in the answer: rows, and what hangs on them. */
  readonly answered: number;
  /** Rows looked at for each of them. */
  readonly times: number;
}

/** What all statements of a list did for its answer. */
export async function listPlan(client: pg.ClientBase, statements: readonly Statement[], answer: unknown): Promise<ListPlan> {
  const plans: ReadPlan[] = [];
  for (const statement of statements.filter(isOfList)) plans.push(await planOf(client, statement));
  const sum = (of: (plan: ReadPlan) => number) => plans.reduce((total, plan) => total + of(plan), 0);
  const answered = thingsIn(answer);
  const reads = sum((plan) => plan.reads);
  return {
    reads,
    answered,
    times: Math.round((10 * reads) / Math.max(answered, LEAST_ANSWERED)) / 10,
    scans: [...new Set(plans.flatMap((plan) => plan.scans))].sort(),
    planningMs: sum((plan) => plan.planningMs),
    executionMs: sum((plan) => plan.executionMs),
  };
}

/** The objects of an answer, however deep; one that tells of several (`count`) is so many. */
export function thingsIn(answer: unknown): number {
  if (answer === null || typeof answer !== 'object') return 0;
  const inside = Object.values(answer).reduce<number>((sum, value) => sum + thingsIn(value), 0);
  if (Array.isArray(answer)) return inside;
  const { count } = answer as { readonly count?: unknown };
  return inside + (typeof count === 'number' ? Math.max(1, count) : 1);
}

export const isWellRead = ({ times, scans }: Pick<ListPlan, 'times' | 'scans'>): boolean => times <= MOST_READ && scans.length === 0;
