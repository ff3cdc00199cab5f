import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { Database } from '#lib/platform';
import { WAY_KINDS, type WayKind } from '../domain/way.js';
import { InitiativePorts } from './initiative.ports.js';
import { ownScope, readScope } from './scope.js';

/** A remark of a judge, without who made it. */
export interface WayComment {
  readonly roundNameVi: string;
  readonly roundNameEn: string;
  readonly criterionNameVi: string;
  readonly criterionNameEn: string;
  readonly text: string;
}

/** Something that an initiative came by; what is not of its kind is null. */
export interface WayStepRow {
  readonly kind: WayKind;
  readonly at: string;
  readonly reason: string | null;
  readonly dueAt: string | null;
  readonly roundNameVi: string | null;
  readonly roundNameEn: string | null;
  readonly rank: number | null;
  readonly score: string | null;
  readonly comments: readonly WayComment[];
  readonly prizeNameVi: string | null;
  readonly prizeNameEn: string | null;
  readonly decisionNumber: string | null;
  readonly rolloutId: string | null;
  readonly communesUsing: number | null;
}

export interface WayRow {
  readonly initiativeId: string;
  readonly steps: readonly WayStepRow[];
}

type Found = Pick<WayStepRow, 'kind' | 'at'> & { readonly said: Partial<WayStepRow> };

const UNSAID = {
  ...{ reason: null, dueAt: null, roundNameVi: null, roundNameEn: null, rank: null, score: null, comments: [] },
  ...{ prizeNameVi: null, prizeNameEn: null, decisionNumber: null, rolloutId: null, communesUsing: null },
} as const;

/** The way of an initiative, of which each library tells what is its matter. */
@Injectable()
export class WayQueries {
  constructor(
    private readonly database: Database,
    private readonly ports: InitiativePorts,
  ) {}

  /** All that it came by, in the order in which it did; null where it is none of theirs. */
  async initiativeWay(actor: Actor, id: string): Promise<WayRow | null> {
    const own = ownScope(actor);
    const sources = [OWN_STEPS, ...this.ports.waySteps(own)];
    const found = await this.database.first(sql<{ steps: readonly Found[] }>`
      select (select coalesce(json_agg(json_build_object('kind', s.kind, 'at', s.at, 'said', s.said) order by s.at, array_position(${WAY_KINDS}::text[], s.kind)), '[]')
                from (${sql.join(sources, sql` union all `)}) s (kind, at, said)) as steps
      from initiative i join contest c on c.id = i.contest_id where i.id = ${id} and ${readScope(actor)}`);
    return found && { initiativeId: id, steps: found.steps.map(({ kind, at, said }) => ({ ...UNSAID, ...said, kind, at })) };
  }
}

/** What became of initiative `i` of contest `c` before it was judged, as rows `(kind, at, said)`. When one of a past contest was sent in nobody knows. */
const OWN_STEPS: RawBuilder<unknown> = sql`
  select 'DRAFTED', i.begun_at, '{}'::jsonb where i.begun_at is not null
  union all select 'CONFIRMED', i.confirmed_at, '{}' where i.confirmed_at is not null
  union all select case v.number when 1 then 'SUBMITTED' else 'COMPLETED' end, v.submitted_at, '{}' from initiative_version v where v.initiative_id = i.id and not c.recorded
  union all select s.verdict, s.at, jsonb_build_object('reason', s.reason, 'dueAt', s.due_at) from screening s where s.initiative_id = i.id
  union all select i.state, i.saved_at, jsonb_build_object('reason', i.end_reason) where i.state in ('WITHDRAWN', 'DISQUALIFIED')`;
