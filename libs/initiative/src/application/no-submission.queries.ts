import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, type Page, type PageArgs, Refused } from '#lib/kernel';
import { Database, type NameOrder, type OrderKey, Rereads, byName, vietnamese } from '#lib/platform';
import { NOT_MISSED_IN } from '../domain/no-submission.entity.js';
import { type OwnerName } from './initiative.rows.js';

/** Why a unit has sent nothing. */
export interface NoSubmissionRow {
  readonly id: string;
  readonly version: number;
  readonly contestId: string;
  readonly unit: OwnerName;
  readonly reason: string;
  readonly byName: string | null;
  readonly at: string;
}

/** A unit of the roster of which nothing was received, or nothing that it did not withdraw. */
export interface SilentUnitRow {
  readonly id: string;
  readonly nameVi: string;
  readonly unit: OwnerName;
  readonly said: NoSubmissionRow | null;
  readonly canSay: boolean;
}

export interface SilentFilter extends PageArgs {
  readonly contestId: string;
  readonly order?: NameOrder | null;
}

const BY_NAME: readonly OrderKey<SilentUnitRow>[] = [
  { column: vietnamese(sql`u.name_vi`), key: 'nameVi', type: 'text' },
  { column: sql`u.id`, key: 'id', type: 'uuid' },
];

/** Who has sent nothing: to the host's side all units of a contest, to a unit itself. */
@Injectable()
export class NoSubmissionQueries {
  constructor(private readonly database: Database) {}

  @Rereads('NoSubmission')
  async noSubmission(actor: Actor, id: string): Promise<NoSubmissionRow | null> {
    const found = await this.database.first(sql<{ said: NoSubmissionRow }>`
      select ${SAID} as said from no_submission n join contest c on c.id = n.contest_id join unit u on u.id = n.unit_id left join person b on b.id = n.by_id
      where n.id = ${id} and ${toldTo(actor)}`);
    return found?.said ?? null;
  }

  /** The same, for what must be there: refuses `NOT_FOUND`. */
  async shown(actor: Actor, id: string): Promise<NoSubmissionRow> {
    const row = await this.noSubmission(actor, id);
    if (!row) throw new Refused('NOT_FOUND', { what: 'NoSubmission' });
    return row;
  }

  /** By name as Vietnamese sorts, from either end. Empty while nothing can be sent yet, and for a contest that is not the actor's to know. */
  unitsWithoutSubmission(actor: Actor, { contestId, order, ...page }: SilentFilter): Promise<Page<SilentUnitRow>> {
    return this.database.page<SilentUnitRow>(
      {
        columns: sql`u.id, u.name_vi as "nameVi", ${UNIT} as unit, case when n.id is not null then ${SAID} end as said,
          ${own(actor)} and c.phase <> all(${[...NOT_MISSED_IN]}::text[]) as "canSay"`,
        from: sql`contest c join roster_unit ru on ru.roster_id = c.roster_id join unit u on u.id = ru.unit_id
          left join no_submission n on n.contest_id = c.id and n.unit_id = u.id left join person b on b.id = n.by_id`,
        where: sql`c.id = ${contestId} and c.phase not in ('DRAFT', 'ANNOUNCED') and ${toldTo(actor)} and not ${HAS_SENT}`,
        order: byName(BY_NAME, order),
      },
      page,
    );
  }

  /** Whether something of the unit was received that it did not withdraw. */
  async hasSent(contestId: string, unitId: string): Promise<boolean> {
    const found = await this.database.first(
      sql<{ sent: boolean }>`select ${HAS_SENT} as sent from contest c, unit u where c.id = ${contestId} and u.id = ${unitId}`,
    );
    return found?.sent ?? false;
  }
}

/** Whether unit `u` has something in contest `c`. What it drafts is its own affair. */
const HAS_SENT = sql<boolean>`exists (
  select 1 from initiative i where i.contest_id = c.id and i.owner_id = u.id and i.submitted_at is not null and i.state <> 'WITHDRAWN')`;

const UNIT = sql`json_build_object('id', u.id, 'nameVi', u.name_vi, 'nameEn', u.name_en, 'abbreviation', u.abbreviation)`;

const SAID = sql`json_build_object('id', n.id, 'version', n.version, 'contestId', n.contest_id, 'unit', ${UNIT}, 'reason', n.reason,
  'byName', b.full_name, 'at', n.at)`;

const own = (actor: Actor): RawBuilder<boolean> => sql`(u.id = any(${actor.unitsFor('initiative:draft')}::uuid[]))`;

function toldTo(actor: Actor): RawBuilder<boolean> {
  if (actor.isSystem) return sql`true`;
  const hosts = [...actor.unitsFor('initiative:screen'), ...actor.unitsFor('contest:decide')];
  return sql`(c.host_id = any(${hosts}::uuid[]) or ${own(actor)})`;
}
