import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Clock, type WhyNot, localDate } from '#lib/kernel';
import { Database, Rereads } from '#lib/platform';
import { type UnitName, unitName } from '#lib/units';
import { shareOf, sumOf } from '../domain/index-points.js';
import { type IndexSheetState, type IndexStanding, whyNotAct, whyNotScore } from '../domain/index-states.js';
import { type IndexSchemeNamed, SCHEME_NAMED } from './index-scheme.queries.js';
import { sheetScope, standing } from './index.scope.js';

export interface IndexScoreRead {
  readonly id: string;
  readonly criterionCode: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly maximum: string;
  readonly selfPoints: string | null;
  readonly evidence: string | null;
  readonly assessedPoints: string | null;
  readonly assessedReason: string | null;
  readonly finalPoints: string | null;
  readonly finalReason: string | null;
}

export interface IndexSheetField {
  readonly id: string;
  readonly criterionCode: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly scores: readonly IndexScoreRead[];
}

interface SheetRow extends IndexStanding {
  readonly id: string;
  readonly version: number;
  readonly yearId: string;
  readonly year: number;
  readonly selfDueOn: string;
  readonly scheme: IndexSchemeNamed;
  readonly unit: UnitName;
  readonly state: IndexSheetState;
  readonly submittedAt: Date | null;
  readonly submittedByName: string | null;
  readonly assessedAt: Date | null;
  readonly assessedByName: string | null;
  readonly settledAt: Date | null;
  readonly settledByName: string | null;
  readonly fields: readonly IndexSheetField[];
}

export interface IndexSheetRead extends Omit<SheetRow, keyof IndexStanding> {
  readonly selfTotal: string;
  readonly assessedTotal: string | null;
  readonly finalTotal: string | null;
  readonly finalPercent: string | null;
  readonly unscored: number;
  readonly whyNotScore: WhyNot;
  readonly whyNotSubmit: WhyNot;
  readonly whyNotAssess: WhyNot;
  readonly whyNotSettle: WhyNot;
}

/** The sheet of a unit, criterion by criterion. */
@Injectable()
export class IndexSheetQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Rereads('IndexSheet')
  async indexSheet(actor: Actor, id: string): Promise<IndexSheetRead | null> {
    const today = localDate(this.clock.now());
    const found = await this.database.first(sql<SheetRow>`
      select sh.id, sh.version, y.id as "yearId", y.year, y.self_due_on::text as "selfDueOn", ${SCHEME_NAMED} as scheme, ${unitName(sql`u`)} as unit, sh.state,
        sh.submitted_at as "submittedAt", ${named('submitted_by_id')} as "submittedByName", sh.assessed_at as "assessedAt",
        ${named('assessed_by_id')} as "assessedByName", sh.settled_at as "settledAt", ${named('settled_by_id')} as "settledByName",
        ${FIELDS} as fields, ${standing(actor, today)}
      from index_sheet sh join index_year y on y.id = sh.year_id join index_scheme s on s.id = y.scheme_id join unit u on u.id = sh.unit_id
      where sh.id = ${id} and ${sheetScope(actor, today)}`);
    return found && told(found);
  }
}

const named = (column: string) => sql`(select p.full_name from person p where p.id = ${sql.ref(`sh.${column}`)})`;

const SCORES = sql`(select json_agg(json_build_object('id', e.id, 'criterionCode', c.code, 'nameVi', c.name_vi, 'nameEn', c.name_en, 'maximum', e.maximum::text,
    'selfPoints', e.self_points::text, 'evidence', e.evidence, 'assessedPoints', e.assessed_points::text, 'assessedReason', e.assessed_reason,
    'finalPoints', e.final_points::text, 'finalReason', e.final_reason) order by c.place)
  from index_score e join index_criterion c on c.id = e.criterion_id where e.sheet_id = sh.id and c.group_id = g.id)`;

const FIELDS = sql`(select coalesce(json_agg(json_build_object('id', g.id, 'criterionCode', g.code, 'nameVi', g.name_vi, 'nameEn', g.name_en,
    'scores', coalesce(${SCORES}, '[]')) order by g.place), '[]')
  from index_criterion g where g.scheme_id = s.id and g.group_id is null)`;

type Points = 'selfPoints' | 'assessedPoints' | 'finalPoints';
const ASKED: Readonly<Record<IndexSheetState, Points>> = {
  ...{ OPEN: 'selfPoints', SUBMITTED: 'assessedPoints', ASSESSED: 'finalPoints', SETTLED: 'finalPoints' },
};

function told({ scores, keeps, ofUnit, ...row }: SheetRow): IndexSheetRead {
  const all = row.fields.flatMap((field) => field.scores);
  const total = (points: Points) => sumOf(all.flatMap((score) => score[points] ?? []));
  const unscored = all.filter((score) => score[ASKED[row.state]] === null).length;
  const facts = { scores, keeps, ofUnit, state: row.state, unscored };
  const finalTotal = row.state === 'SETTLED' ? total('finalPoints') : null;
  return {
    ...row,
    ...{ selfTotal: total('selfPoints'), finalTotal, unscored },
    assessedTotal: row.state === 'OPEN' ? null : total('assessedPoints'),
    finalPercent: finalTotal === null ? null : shareOf({ points: finalTotal, maximum: row.scheme.total }),
    whyNotScore: whyNotScore(facts, row.state),
    whyNotSubmit: whyNotAct(facts, 'submit'),
    whyNotAssess: whyNotAct(facts, 'assess'),
    whyNotSettle: whyNotAct(facts, 'settle'),
  };
}
