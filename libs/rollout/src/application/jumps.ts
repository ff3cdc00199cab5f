import { type EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, type Locale, type Refused, refuseIf } from '#lib/kernel';
import { type Refusals, vietnamese } from '#lib/platform';
import { type FigureFacts } from '../domain/figures.js';
import { JUMP_PERIODS, type JumpFacts, jumpOf } from '../domain/jump.js';
import { type Belongs, seesSubmitted } from './reach.js';

export interface JumpRead {
  readonly median: string;
  readonly times: string | null;
  readonly question: string;
  readonly reason: string | null;
}

type Numbers = Pick<FigureFacts, 'value' | 'numerator' | 'denominator'>;

/** A figure as a row carries it; null facts where the reader may not know what the unit has submitted. */
export type WithJumpFacts<F> = Omit<F, 'jump'> & Numbers & { readonly jumpFacts: JumpFacts | null };

/** The figures `f` of a report, each of an indicator `n`, in the order that they are shown in. */
export const FIGURES_IN_ORDER = sql`n.ordinal, f.starts_on, f.ends_on, ${vietnamese(sql`f.source`)}`;

/**
 * What a figure `f` of an indicator `n` is held against: what its unit itself sent or had approved in other reports, for windows that ended
 * before, one for each window, the one that would be counted. A predecessor's are another unit's. Of the host, that never reports, it is
 * what is on record.
 */
export const JUMP_FACTS = sql`json_build_object('aggregation', n.aggregation, 'perCent', n.kind = 'SHARE', 'key', n.key, 'nameVi', n.name_vi, 'nameEn', n.name_en,
  'reason', f.jump_reason, 'before', (
    select coalesce(json_agg(json_build_object('value', h.value::text, 'numerator', h.numerator::text, 'denominator', h.denominator::text)
      order by h.ends_on desc, h.starts_on desc), '[]'::json)
    from (
      select distinct on (b.ends_on, b.starts_on) b.ends_on, b.starts_on, b.value, b.numerator, b.denominator
      from figure b left join report of_b on of_b.id = b.report_id
      where b.indicator_id = f.indicator_id and b.unit_id = f.unit_id and b.ends_on < f.ends_on and b.denominator is distinct from 0
        and case when b.report_id is not null then of_b.state in ('SUBMITTED', 'APPROVED') and b.report_id is distinct from f.report_id
            else exists (select 1 from rollout o join roster s on s.id = o.roster_id where o.id = n.rollout_id and s.host_id = b.unit_id) end
      order by b.ends_on desc, b.starts_on desc, b.verified desc,
        coalesce(b.value, b.numerator / b.denominator) * case n.direction when 'UP' then 1 else -1 end, b.id
      limit ${sql.lit(JUMP_PERIODS)}) h))`;

/** The same as the actor may know it. Nobody is asked about what the system counted. */
export const jumpFacts = (actor: Actor, belongs: Belongs): RawBuilder<unknown> =>
  sql`case when f.source_kind <> 'SYSTEM' and ${seesSubmitted(actor, belongs)} then ${JUMP_FACTS} end`;

/** The figure with what is asked about it, in the reader's language. */
export function withJump<F extends Numbers & { readonly jumpFacts: JumpFacts | null }>(
  { jumpFacts: facts, ...figure }: F,
  refusals: Refusals,
  locale: Locale,
): Omit<F, 'jumpFacts'> & { readonly jump: JumpRead | null } {
  const jump = facts && jumpOf(figure, facts);
  if (!jump) return { ...figure, jump: null };
  const { median, times, question } = jump;
  const asked = refusals.message(question.code, question.detail, locale);
  const shown = { median: median.toDecimalPlaces(4).toFixed(), times: times?.toDecimalPlaces(2).toFixed() ?? null };
  return { ...figure, jump: { ...shown, question: asked, reason: facts.reason } };
}

/** Refuses a figure that jumps without a word. */
export async function refuseUnansweredJump(em: EntityManager, figureId: string): Promise<void> {
  const { rows } = await sql<JumpRow>`
    select f.value::text, f.numerator::text, f.denominator::text, ${JUMP_FACTS} as "jumpFacts"
    from figure f join indicator n on n.id = f.indicator_id where f.id = ${figureId}`.execute(em.getKysely());
  const [row] = rows;
  refuseIf((row && unanswered(row, 'jumpReason')[0]) ?? null);
}

type JumpRow = Numbers & { readonly jumpFacts: JumpFacts };

/** What is asked about a figure and not answered. */
export function unanswered({ jumpFacts: facts, ...figure }: JumpRow, path: string): Refused[] {
  const jump = facts.reason === null ? jumpOf(figure, facts, path) : null;
  return jump ? [jump.question] : [];
}
