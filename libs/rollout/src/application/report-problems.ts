import { type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Refused } from '#lib/kernel';
import { type FigureRule, problemsOfKept } from '../domain/figure.entity.js';
import { type FigureFacts } from '../domain/figures.js';
import { type JumpFacts } from '../domain/jump.js';
import { FIGURES_IN_ORDER, JUMP_FACTS, unanswered } from './jumps.js';

/** A figure as a report has it, with what it is held to; null facts where the reader may not know what the unit has submitted. */
export interface HeldFigure extends Pick<FigureFacts, 'value' | 'numerator' | 'denominator'> {
  readonly endsOn: string;
  readonly rule: FigureRule;
  readonly jumpFacts: JumpFacts | null;
}

/** What a figure of an indicator `n` is held to. */
export const FIGURE_RULE = sql`json_build_object('kind', n.kind, 'decimals', n.decimals, 'lowest', n.lowest::text, 'highest', n.highest::text,
  'aggregation', n.aggregation, 'perCent', n.kind = 'SHARE')`;

const pathOf = (at: number): string => `figures.${String(at)}.`;

/** The figures that their indicators cannot have, or of days to come: none is typed any more, but drafts and reports of earlier days may have some. */
export function unfitFigures(figures: readonly HeldFigure[], today: string): Refused[] {
  return figures.flatMap((figure, at) => problemsOfKept(figure.rule, figure, today, pathOf(at)));
}

/** All that keeps a report from being sent: it has no figure, or figures that do not fit or jump without a word. */
export function problemsToSubmit(figures: readonly HeldFigure[], today: string): Refused[] {
  if (figures.length === 0) return [new Refused('REPORT_EMPTY', {}, 'figures')];
  return figures.flatMap(({ rule, jumpFacts, ...figure }, at) => [
    ...problemsOfKept(rule, figure, today, pathOf(at)),
    ...(jumpFacts ? unanswered({ ...figure, jumpFacts }, `${pathOf(at)}jumpReason`) : []),
  ]);
}

/** The figures of a report in the order that they are shown in. */
export async function heldFigures(em: EntityManager, reportId: string): Promise<HeldFigure[]> {
  const { rows } = await sql<HeldFigure>`
    select f.ends_on::text as "endsOn", f.value::text, f.numerator::text, f.denominator::text, ${FIGURE_RULE} as rule, ${JUMP_FACTS} as "jumpFacts"
    from figure f join indicator n on n.id = f.indicator_id where f.report_id = ${reportId} order by ${FIGURES_IN_ORDER}`.execute(
    em.getKysely(),
  );
  return rows;
}
