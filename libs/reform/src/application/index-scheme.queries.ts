import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, type WhyNot } from '#lib/kernel';
import { Database, Rereads } from '#lib/platform';
import { type UnitName, unitName } from '#lib/units';
import { sumOf, whyNotTotal } from '../domain/index-points.js';
import { type IndexSchemeState, whyNotDraft } from '../domain/index-states.js';
import { unitsWith } from './index.scope.js';
import { KEEP } from './index-scheme.service.js';

export interface IndexCriterionRead {
  readonly id: string;
  readonly criterionCode: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly maximum: string;
  readonly comparableWith: string | null;
  readonly comparableWithId: string | null;
}

export interface IndexFieldRead {
  readonly id: string;
  readonly criterionCode: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly maximum: string;
  readonly criteria: readonly IndexCriterionRead[];
}

/** A scheme as others name it. */
export interface IndexSchemeNamed {
  readonly id: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly issuer: string;
  readonly fromYear: number;
  readonly total: string;
  readonly step: string;
  readonly illustrative: boolean;
}

interface SchemeRow extends IndexSchemeNamed {
  readonly version: number;
  readonly host: UnitName;
  readonly state: IndexSchemeState;
  readonly putInForceAt: Date | null;
  readonly fields: readonly IndexFieldRead[];
  readonly keeps: boolean;
}

export interface IndexSchemeRead extends Omit<SchemeRow, 'keeps'> {
  readonly maximaSum: string;
  readonly whyNotEdit: WhyNot;
  readonly whyNotPutInForce: WhyNot;
}

/** Scheme `s` as others name it. */
export const SCHEME_NAMED = sql`json_build_object('id', s.id, 'nameVi', s.name_vi, 'nameEn', s.name_en, 'decisionNumber', s.decision_number,
  'decidedOn', s.decided_on, 'issuer', s.issuer, 'fromYear', s.from_year, 'total', s.total::text, 'step', s.step::text, 'illustrative', s.illustrative)`;

const CRITERIA = sql`(select coalesce(json_agg(json_build_object('id', c.id, 'criterionCode', c.code, 'nameVi', c.name_vi, 'nameEn', c.name_en,
    'maximum', c.maximum::text, 'comparableWithId', o.id, 'comparableWith', o.code) order by c.place), '[]')
  from index_criterion c left join index_criterion o on o.id = c.comparable_key and o.id <> c.id where c.group_id = g.id)`;

/** The fields of scheme `s`, each with its criteria. */
export const FIELDS = sql`(select coalesce(json_agg(json_build_object('id', g.id, 'criterionCode', g.code, 'nameVi', g.name_vi, 'nameEn', g.name_en,
    'maximum', (select coalesce(sum(c.maximum), 0)::text from index_criterion c where c.group_id = g.id), 'criteria', ${CRITERIA}) order by g.place), '[]')
  from index_criterion g where g.scheme_id = s.id and g.group_id is null)`;

const columns = (actor: Actor): RawBuilder<unknown> => sql`
  s.id, s.version, ${unitName(sql`h`)} as host, s.name_vi as "nameVi", s.name_en as "nameEn", s.decision_number as "decisionNumber",
  s.decided_on::text as "decidedOn", s.issuer, s.from_year as "fromYear", s.total::text, s.step::text, s.state, s.put_in_force_at as "putInForceAt",
  s.illustrative, ${FIELDS} as fields, (${actor.isSystem} or s.host_id = ${unitsWith(actor, KEEP)}) as keeps`;

const scope = (actor: Actor): RawBuilder<boolean> =>
  actor.isSystem ? sql<boolean>`true` : sql<boolean>`s.host_id = ${unitsWith(actor, 'index:read')}`;

/** Schemes of the index, to the office that keeps it and to its leader; there are few. */
@Injectable()
export class IndexSchemeQueries {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  async indexSchemes(actor: Actor): Promise<IndexSchemeRead[]> {
    const rows = await this.database.rows(sql<SchemeRow>`
      select ${columns(actor)} from index_scheme s join unit h on h.id = s.host_id where ${scope(actor)} order by s.from_year desc, s.id desc`);
    return rows.map(told);
  }

  @Rereads('IndexScheme')
  async indexScheme(actor: Actor, id: string): Promise<IndexSchemeRead | null> {
    const found = await this.database.first(sql<SchemeRow>`
      select ${columns(actor)} from index_scheme s join unit h on h.id = s.host_id where s.id = ${id} and ${scope(actor)}`);
    return found && told(found);
  }
}

function told({ keeps, ...row }: SchemeRow): IndexSchemeRead {
  const maxima = row.fields.map(({ maximum }) => maximum);
  const whyNotEdit = whyNotDraft(keeps, row.state);
  return { ...row, maximaSum: sumOf(maxima), whyNotEdit, whyNotPutInForce: whyNotEdit ?? whyNotTotal(row.total, maxima) };
}
