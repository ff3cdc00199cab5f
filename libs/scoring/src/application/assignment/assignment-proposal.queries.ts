import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type PersonName, personName } from '#lib/identity';
import { type InitiativeName, initiativeName } from '#lib/initiative';
import { type Actor, type Page, type PageArgs } from '#lib/kernel';
import { Database, Rereads, rowById, vietnamese } from '#lib/platform';
import { type CardFate } from '../../domain/assignment/assignment-problem.js';
import { type PlannedLoad } from '../../domain/assignment/assignment-proposal.entity.js';
import { type ProposalOptions } from '../../domain/assignment/options.js';
import { type Constraint, type ExplainedShortage } from '../../domain/assignment/shortage.js';
import { judgingScope } from '#lib/jury';
import { type UnitName, unitName } from '#lib/units';
import { byInitiative } from './by-initiative.js';

/** A constraint that binds, by the names of whom it keeps off. */
export interface BindingRow {
  readonly kind: Constraint;
  readonly judges: readonly string[];
  readonly unit: UnitName | null;
  readonly atMost: number | null;
}

/** An initiative that cannot have its judges, and why. */
export interface ShortInitiativeRow extends Pick<ExplainedShortage, 'missing' | 'reason'> {
  readonly initiative: InitiativeName;
  readonly judges: readonly string[];
  readonly binding: readonly BindingRow[];
}

export interface JudgeLoadRow extends Omit<PlannedLoad, 'judgeId'> {
  readonly judge: PersonName;
}

/** What the solver proposes. */
export interface AssignmentProposalRow extends ProposalOptions {
  readonly id: string;
  readonly roundId: string;
  readonly madeAt: Date;
  readonly kept: number;
  readonly added: number;
  readonly dropped: number;
  readonly released: number;
  readonly spread: number;
  readonly totalFit: number;
  readonly worstFit: string | null;
  readonly optimal: boolean;
  readonly gap: number;
  readonly worstGap: string;
  readonly judgeLoads: readonly JudgeLoadRow[];
  readonly shortCount: number;
  readonly short: readonly ShortInitiativeRow[];
  readonly appliedAt: Date | null;
  readonly canApply: boolean;
}

export interface ProposedCardRow {
  readonly id: string;
  readonly initiative: InitiativeName;
  readonly judge: PersonName;
  readonly fit: number;
  readonly fate: CardFate;
}

/** With the number that it is listed by. */
type ListedCard = ProposedCardRow & { readonly receiptNumber: string };

const counted = (fate: CardFate) => sql`(select count(*)::int from proposed_card c where c.proposal_id = a.id and c.fate = ${fate})`;

const namesOf = (
  ids: RawBuilder<unknown>,
) => sql`(select coalesce(json_agg(p.full_name order by ${vietnamese(sql`p.full_name`)}, p.id), '[]') from person p
  where p.id in (select named::uuid from jsonb_array_elements_text(${ids}) named))`;

const LOADS = sql`(select coalesce(json_agg(json_build_object('judge', ${personName(sql`p`)}, 'load', l.load, 'before', l.before,
    'missing', l.missing) order by ${vietnamese(sql`p.full_name`)}, p.id), '[]')
  from jsonb_to_recordset(a.loads) as l ("judgeId" uuid, load int, before int, missing int) join person p on p.id = l."judgeId")`;

const SHORT = sql`(select coalesce(json_agg(json_build_object('initiative', ${initiativeName(sql`i`)}, 'missing', s.missing,
    'reason', s.reason, 'judges', ${namesOf(sql`s."judgeIds"`)}, 'binding', (
      select coalesce(json_agg(json_build_object('kind', b.kind, 'judges', ${namesOf(sql`b."judgeIds"`)},
        'unit', case when u.id is not null then ${unitName(sql`u`)} end, 'atMost', b."atMost")), '[]')
      from jsonb_to_recordset(s.binding) as b (kind text, "judgeIds" jsonb, "unitId" uuid, "atMost" int) left join unit u on u.id = b."unitId"))
    order by i.code, i.id), '[]')
  from jsonb_to_recordset(a.short) as s ("initiativeId" uuid, missing int, reason text, "judgeIds" jsonb, binding jsonb)
    join initiative i on i.id = s."initiativeId")`;

/** What was proposed for a round, to those who may assign it. */
@Injectable()
export class AssignmentProposalQueries {
  constructor(private readonly database: Database) {}

  @Rereads('AssignmentProposal')
  assignmentProposal(actor: Actor, id: string): Promise<AssignmentProposalRow | null> {
    return this.database.first(sql<AssignmentProposalRow>`
      select a.id, a.round_id as "roundId", a.made_at as "madeAt", a.options->>'objective' as objective, a.options->>'loads' as loads,
        a.options->>'keep' as keep, (a.options->>'sameUnitAtMost')::int as "sameUnitAtMost", (a.options->>'reassignStarted')::boolean as "reassignStarted",
        ${counted('KEPT')} as kept, ${counted('NEW')} as added, ${counted('DROPPED')} as dropped, ${counted('RELEASED')} as released,
        a.spread, a.total_fit as "totalFit", a.worst_fit::text as "worstFit", a.optimal, a.gap, a.worst_gap::text as "worstGap",
        ${LOADS} as "judgeLoads", a.short_count as "shortCount", ${SHORT} as short, a.applied_at as "appliedAt",
        a.applied_at is null and r.state in ('PLANNED', 'OPEN') as "canApply"
      from assignment_proposal a join round r on r.id = a.round_id join contest ct on ct.id = r.contest_id
      where a.id = ${id} and ${judgingScope(actor, 'assignment:manage')}`);
  }

  /** By initiative. */
  proposedCards(
    actor: Actor,
    args: PageArgs & { readonly proposalId: string; readonly fate?: CardFate | null; readonly judgeId?: string | null },
  ): Promise<Page<ProposedCardRow>> {
    const fate = args.fate ? sql`c.fate = ${args.fate}` : sql`true`;
    const judge = args.judgeId ? sql`c.judge_id = ${args.judgeId}` : sql`true`;
    const asked = sql`c.proposal_id = ${args.proposalId} and ${fate} and ${judge}`;
    const round = sql`(select of.round_id from assignment_proposal of where of.id = ${args.proposalId})`;
    return this.database.page<ListedCard>(
      {
        columns: sql`c.id, ${initiativeName(sql`i`)} as initiative, i.code as "receiptNumber", ${personName(sql`p`)} as judge, c.fit, c.fate`,
        from: byInitiative({ rows: sql`proposed_card c`, where: asked, round }),
        where: sql`${asked} and c.proposal_id in (
          select a.id from assignment_proposal a join round r on r.id = a.round_id join contest ct on ct.id = r.contest_id
          where ${judgingScope(actor, 'assignment:manage')})`,
        order: [
          { column: sql`i.code`, key: 'receiptNumber', type: 'text' },
          { column: sql`c.id`, key: 'id', type: 'uuid' },
        ],
        dress: {
          key: sql`c.id`,
          from: sql`${rowById('proposed_card', sql`page.key`)} c on true join initiative i on i.id = c.initiative_id join person p on p.id = c.judge_id`,
        },
      },
      args,
    );
  }
}
