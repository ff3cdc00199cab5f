import { defineEntity, p } from '@mikro-orm/core';
import { ProcedureVersion } from '#domain/procedure';
import { Rollout } from '#domain/rollout';
import { Unit } from '#domain/units';
import { Refused, newId, oneOf, refuseIf } from '#lib/kernel';
import {
  PILOT_MEASURES,
  PILOT_STATES,
  type PilotAct,
  type PilotMeasure,
  type PilotOutcome,
  type PilotState,
  type PilotWindows,
  whyNotMove,
} from './pilot-policy.js';
import { PILOT_ARMS, type PilotArm } from './pilot-result.js';

const PilotSchema = defineEntity({
  name: 'Pilot',
  tableName: 'pilot',
  indexes: [
    { name: 'pilot_of_host', properties: ['host', 'id'] },
    { name: 'pilot_latest', expression: 'create index pilot_latest on pilot (starts_on desc, id desc)' },
    { name: 'pilot_public', expression: "create index pilot_public on pilot (starts_on desc, id desc) where state <> 'DRAFT'" },
  ],
  checks: [
    { name: 'pilot_state', expression: oneOf('state', PILOT_STATES) },
    { name: 'pilot_measure', expression: oneOf('measure', PILOT_MEASURES) },
    { name: 'pilot_has_a_title', expression: "btrim(title) <> ''" },
    { name: 'pilot_weekday', expression: 'weekday between 1 and 7' },
    { name: 'pilot_limit', expression: 'limit_days between 1 and 365' },
    { name: 'pilot_ends_after_it_begins', expression: 'ends_on >= starts_on' },
    { name: 'pilot_baseline_ends_after_it_begins', expression: 'baseline_to >= baseline_from' },
    { name: 'pilot_baseline_before_start', expression: 'baseline_to < starts_on' },
    {
      name: 'pilot_registered_before_it_begins',
      expression: "(registered_at is null) = (state = 'DRAFT') and (registered_at at time zone 'Asia/Ho_Chi_Minh')::date < starts_on",
    },
    {
      name: 'pilot_ended_when_it_ended',
      expression: "(ended_on is null) = (state in ('DRAFT', 'REGISTERED', 'RUNNING')) and ended_on >= starts_on",
    },
    {
      name: 'pilot_concluded_with_reason',
      expression:
        "num_nulls(concluded_on, conclusion) in (0, 2) and (concluded_on is not null) = (state in ('EXTEND', 'STOP', 'NOT_SHOWN')) and btrim(conclusion) <> ''",
    },
  ],
  properties: {
    id: p.uuid().primary(),
    rollout: () => p.manyToOne(Rollout).lazyRef().index('pilot_rollout'),
    /** Whose roll-out it is, and whose office registers it. */
    host: () => p.manyToOne(Unit).lazyRef().index(false),
    title: p.text(),
    state: p.text().$type<PilotState>(),
    /** Fields of procedures, as the catalogue calls them. */
    fields: p.array(),
    /** From 1, Monday, to 7; null: all days. */
    weekday: p.integer().strictNullable(),
    startsOn: p.date(),
    endsOn: p.date(),
    basis: p.array(),
    measure: p.text().$type<PilotMeasure>(),
    limitDays: p.integer().strictNullable(),
    baselineFrom: p.date(),
    baselineTo: p.date(),
    registeredAt: p.datetime().strictNullable(),
    endedOn: p.date().strictNullable(),
    endReason: p.text().strictNullable(),
    concludedOn: p.date().strictNullable(),
    conclusion: p.text().strictNullable(),
    version: p.integer().default(1),
  },
});

/** What an office writes of a pilot, and what stands from its registration on. */
export interface PilotTexts extends PilotWindows {
  readonly title: string;
  readonly fields: readonly string[];
  readonly weekday: number | null;
  readonly basis: readonly string[];
  readonly measure: PilotMeasure;
  readonly limitDays: number | null;
}

/** That something is tried in some communes and held against others: what is measured, against whom and against when is said before any result. */
export class Pilot extends PilotSchema.class {
  static of(rollout: Rollout, host: Unit, texts: PilotTexts): Pilot {
    const pilot = Object.assign(new Pilot(), { id: newId(), rollout, host, state: 'DRAFT', version: 0 });
    Object.assign(pilot, { registeredAt: null, endedOn: null, endReason: null, concludedOn: null, conclusion: null });
    pilot.describe(texts);
    return pilot;
  }

  /** As long as it is a draft. */
  describe({ title, fields, weekday, basis, measure, limitDays, startsOn, endsOn, baselineFrom, baselineTo }: PilotTexts): void {
    refuseIf(whyNotMove(this.state, 'edit'));
    Object.assign(this, { title: title.trim(), weekday, measure, limitDays, startsOn, endsOn, baselineFrom, baselineTo });
    this.fields = fields.map((field) => field.trim());
    this.basis = basis.map((text) => text.trim());
    this.version += 1;
  }

  register(at: Date): void {
    this.move('register', 'REGISTERED');
    this.registeredAt = at;
  }

  start(): void {
    this.move('start', 'RUNNING');
  }

  /** Before its last day only with a reason. */
  end(day: string, reason: string | null): void {
    this.move('end', 'ENDED');
    const said = reason?.trim() ? reason.trim() : null;
    if (day <= this.endsOn && said === null) throw new Refused('REASON_MISSING', {}, 'reason');
    Object.assign(this, { endedOn: day, endReason: said });
  }

  conclude(outcome: PilotOutcome, { conclusion, day }: { conclusion: string; day: string }): void {
    this.move('conclude', outcome);
    Object.assign(this, { conclusion: conclusion.trim(), concludedOn: day });
  }

  private move(act: PilotAct, to: PilotState): void {
    refuseIf(whyNotMove(this.state, act));
    this.state = to;
    this.version += 1;
  }
}
PilotSchema.setClass(Pilot);

const PilotUnitSchema = defineEntity({
  name: 'PilotUnit',
  tableName: 'pilot_unit',
  uniques: [{ name: 'pilot_unit_once', properties: ['pilot', 'unit'] }],
  checks: [{ name: 'pilot_unit_arm', expression: oneOf('arm', PILOT_ARMS) }],
  properties: {
    id: p.uuid().primary(),
    pilot: () => p.manyToOne(Pilot).lazyRef().index(false),
    unit: () => p.manyToOne(Unit).lazyRef().index('pilot_unit_unit'),
    arm: p.text().$type<PilotArm>(),
    version: p.integer().default(1),
  },
});

/** A commune in a pilot: it tries, or it is held against those that do; never both. */
export class PilotUnit extends PilotUnitSchema.class {
  static of(pilot: Pilot, unit: Unit, arm: PilotArm): PilotUnit {
    return Object.assign(new PilotUnit(), { id: newId(), pilot, unit, arm, version: 1 });
  }
}
PilotUnitSchema.setClass(PilotUnit);

const PilotFileSchema = defineEntity({
  name: 'PilotFile',
  tableName: 'pilot_file',
  indexes: [{ name: 'pilot_file_of_unit', properties: ['pilotUnit', 'since'] }],
  checks: [
    { name: 'pilot_file_done_after_received', expression: 'done_on >= received_on' },
    { name: 'pilot_file_working_days', expression: 'working_days between 0 and done_on - received_on' },
  ],
  properties: {
    id: p.uuid().primary(),
    pilotUnit: () => p.manyToOne(PilotUnit).lazyRef().index(false),
    /** What the procedure said when it was received; null where that was not written down. */
    procedureVersion: () => p.manyToOne(ProcedureVersion).lazyRef().strictNullable().index('pilot_file_procedure_version'),
    receivedOn: p.date(),
    doneOn: p.date(),
    /** By the calendar as it was known when it was entered. */
    workingDays: p.integer(),
    /** Whether it was entered while the pilot ran; else it is of before. */
    since: p.boolean(),
  },
});

/** How long one file took, and nothing of whose it was. */
export class PilotFile extends PilotFileSchema.class {}
PilotFileSchema.setClass(PilotFile);
