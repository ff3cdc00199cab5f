import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { Unit } from '#domain/units';
import { newId, refuseIf } from '#lib/kernel';
import { sumOf, whyNotPoints, whyNotReason } from './index-points.js';
import { IndexCriterion, IndexScheme } from './index-scheme.entity.js';
import { INDEX_SHEET_STATES, type IndexAct, type IndexSheetState, whyNotMove } from './index-states.js';

const states = INDEX_SHEET_STATES.map((state) => `'${state}'`).join(', ');

const IndexYearSchema = defineEntity({
  name: 'IndexYear',
  tableName: 'index_year',
  uniques: [{ name: 'index_year_once', properties: ['host', 'year'] }],
  checks: [{ name: 'index_year_year', expression: 'year between 2000 and 2999' }],
  properties: {
    id: p.uuid().primary(),
    host: () => p.manyToOne(Unit).lazyRef().index(false),
    scheme: () => p.manyToOne(IndexScheme).lazyRef().index('index_year_scheme'),
    year: p.integer(),
    /** By when units have scored themselves. */
    selfDueOn: p.date(),
    openedAt: p.datetime(),
  },
});

/** That units are scored for a year, by a scheme in force. */
export class IndexYear extends IndexYearSchema.class {
  static open(said: { host: Unit; scheme: IndexScheme; year: number; selfDueOn: string; openedAt: Date }): IndexYear {
    return Object.assign(new IndexYear(), { id: newId(), ...said });
  }
}
IndexYearSchema.setClass(IndexYear);

const IndexSheetSchema = defineEntity({
  name: 'IndexSheet',
  tableName: 'index_sheet',
  uniques: [{ name: 'index_sheet_once', properties: ['year', 'unit'] }],
  indexes: [
    { name: 'index_sheet_under_way', expression: "create index index_sheet_under_way on index_sheet (state) where state <> 'SETTLED'" },
  ],
  checks: [
    { name: 'index_sheet_state', expression: `state in (${states})` },
    {
      name: 'index_sheet_done_in_order',
      expression:
        "(submitted_at is not null) = (state <> 'OPEN') and (assessed_at is not null) = (state in ('ASSESSED', 'SETTLED')) and (settled_at is not null) = (state = 'SETTLED') and assessed_at >= submitted_at and settled_at >= assessed_at",
    },
    { name: 'index_sheet_assessed_by_another', expression: 'assessed_by_id <> submitted_by_id and settled_by_id <> submitted_by_id' },
  ],
  properties: {
    id: p.uuid().primary(),
    year: () => p.manyToOne(IndexYear).lazyRef().index(false),
    unit: () => p.manyToOne(Unit).lazyRef().index('index_sheet_unit'),
    state: p.text().$type<IndexSheetState>(),
    submittedAt: p.datetime().strictNullable(),
    submittedBy: () => p.manyToOne(Person).lazyRef().strictNullable().index('index_sheet_submitted_by'),
    assessedAt: p.datetime().strictNullable(),
    assessedBy: () => p.manyToOne(Person).lazyRef().strictNullable().index('index_sheet_assessed_by'),
    settledAt: p.datetime().strictNullable(),
    settledBy: () => p.manyToOne(Person).lazyRef().strictNullable().index('index_sheet_settled_by'),
    version: p.integer().default(1),
  },
});

const NOBODY_YET = { submittedAt: null, submittedBy: null, assessedAt: null, assessedBy: null, settledAt: null, settledBy: null };

/** The scores of one unit for a year: its own, what the office assessed, and what was settled. */
export class IndexSheet extends IndexSheetSchema.class {
  static of(year: IndexYear, unit: Unit): IndexSheet {
    return Object.assign(new IndexSheet(), { id: newId(), year, unit, state: 'OPEN', ...NOBODY_YET, version: 1 });
  }

  move(act: IndexAct, by: Person | null, at: Date): void {
    refuseIf(whyNotMove(this.state, act));
    if (act === 'submit') Object.assign(this, { state: 'SUBMITTED', submittedAt: at, submittedBy: by });
    else if (act === 'assess') Object.assign(this, { state: 'ASSESSED', assessedAt: at, assessedBy: by });
    else Object.assign(this, { state: 'SETTLED', settledAt: at, settledBy: by });
    this.version += 1;
  }
}
IndexSheetSchema.setClass(IndexSheet);

const within = (column: string): string => `${column} between 0 and maximum and ${column} % step = 0`;
const reasoned = (column: string, before: string, reason: string): string =>
  `${column} is null or (${before} is not null and (${column} = ${before} or coalesce(btrim(${reason}) <> '', false)))`;

const IndexScoreSchema = defineEntity({
  name: 'IndexScore',
  tableName: 'index_score',
  uniques: [{ name: 'index_score_once', properties: ['sheet', 'criterion'] }],
  checks: [
    {
      name: 'index_score_within',
      expression: `${within('self_points')} and ${within('assessed_points')} and ${within('final_points')}`,
    },
    {
      name: 'index_score_with_reason',
      expression: `(${reasoned('assessed_points', 'self_points', 'assessed_reason')}) and (${reasoned('final_points', 'assessed_points', 'final_reason')})`,
    },
  ],
  properties: {
    id: p.uuid().primary(),
    sheet: () => p.manyToOne(IndexSheet).lazyRef().index(false),
    criterion: () => p.manyToOne(IndexCriterion).lazyRef().index('index_score_criterion'),
    /** Of the criterion and of the scheme, which stand. */
    maximum: p.decimal().columnType('numeric'),
    step: p.decimal().columnType('numeric'),
    selfPoints: p.decimal().columnType('numeric').strictNullable(),
    assessedPoints: p.decimal().columnType('numeric').strictNullable(),
    finalPoints: p.decimal().columnType('numeric').strictNullable(),
    /** What the unit rests its own points on. */
    evidence: p.text().strictNullable(),
    assessedReason: p.text().strictNullable(),
    finalReason: p.text().strictNullable(),
  },
});

/** What is said of one criterion in the step that the sheet is at. */
export interface IndexPoints {
  readonly points: string;
  readonly note: string | null;
}

/** The points of a unit for one criterion. */
export class IndexScore extends IndexScoreSchema.class {
  /** What is written in a step; null as long as nothing is. */
  said(state: IndexSheetState): IndexPoints | null {
    const [points, note] = {
      OPEN: [this.selfPoints, this.evidence],
      SUBMITTED: [this.assessedPoints, this.assessedReason],
      ASSESSED: [this.finalPoints, this.finalReason],
      SETTLED: [this.finalPoints, this.finalReason],
    }[state];
    return points === null || points === undefined ? null : { points: sumOf([points]), note: note ?? null };
  }

  /** In the step that the sheet is at. Refuses as `whyNotPoints` and `whyNotReason` say. */
  write(state: IndexSheetState, { points, note }: IndexPoints, path: string): void {
    refuseIf(whyNotPoints(points, this, `${path}.points`));
    const said = note?.trim() ? note.trim() : null;
    const reason = { reason: said, path: `${path}.note` };
    if (state === 'OPEN') Object.assign(this, { selfPoints: points, evidence: said });
    else if (state === 'SUBMITTED') {
      refuseIf(whyNotReason(points, this.selfPoints, reason));
      Object.assign(this, { assessedPoints: points, assessedReason: said });
    } else {
      refuseIf(whyNotReason(points, this.assessedPoints, reason));
      Object.assign(this, { finalPoints: points, finalReason: said });
    }
  }
}
IndexScoreSchema.setClass(IndexScore);
