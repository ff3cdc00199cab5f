import { defineEntity, p } from '@mikro-orm/core';
import { Initiative } from '#domain/initiative';
import { Roster, Unit } from '#domain/units';
import { newId, oneOf, Refused, refuseIf, said, whyNotDate } from '#lib/kernel';
import { LEAST_MONTHS, type LeastMonths } from './adoption-states.js';
import { PLATFORM_SERVICES, type PlatformService } from './platform-services.js';

/** By a decision of the district, or because communes took it up by themselves. */
export const ROLLOUT_KINDS = ['DECISION', 'OWN_CHOICE'] as const;
export type RolloutKind = (typeof ROLLOUT_KINDS)[number];

const RolloutSchema = defineEntity({
  name: 'Rollout',
  tableName: 'rollout',
  uniques: [{ name: 'rollout_once_per_initiative', properties: ['initiative'] }],
  indexes: [
    { name: 'rollout_latest', expression: 'create index rollout_latest on rollout (started_on desc, id desc)' },
    { name: 'rollout_by_title', expression: 'create index rollout_by_title on rollout (title_vi collate "vi-VN-x-icu", id)' },
    { name: 'rollout_next_due', expression: "create index rollout_next_due on rollout (coalesce(due_on, 'infinity'::date), id)" },
  ],
  checks: [
    { name: 'rollout_kind', expression: "kind in ('DECISION', 'OWN_CHOICE')" },
    {
      name: 'rollout_decided_iff_by_decision',
      expression: "(kind = 'DECISION') = (decision_number is not null and decided_on is not null)",
    },
    { name: 'rollout_due_after_start', expression: 'due_on >= started_on' },
    { name: 'rollout_cost_not_negative', expression: 'cost >= 0' },
    { name: 'rollout_service', expression: oneOf('service', PLATFORM_SERVICES) },
    { name: 'rollout_least_months', expression: 'least_pilot_months between 0 and 60 and least_use_months between 0 and 60' },
  ],
  properties: {
    id: p.uuid().primary(),
    initiative: () => p.manyToOne(Initiative).lazyRef(),
    roster: () => p.manyToOne(Roster).lazyRef().index(),
    kind: p.text().$type<RolloutKind>(),
    titleVi: p.text(),
    titleEn: p.text(),
    reason: p.text(),
    legalBasis: p.text().strictNullable(),
    leadUnit: () => p.manyToOne(Unit).lazyRef().index(),
    plan: p.text().strictNullable(),
    resources: p.text().strictNullable(),
    cost: p.bigint('number').strictNullable(),
    decisionNumber: p.text().strictNullable(),
    decidedOn: p.date().strictNullable(),
    decisionTitle: p.text().strictNullable(),
    startedOn: p.date(),
    dueOn: p.date().strictNullable().index(),
    /** What of the platform it runs on; null: on nothing of it. */
    service: p.text().$type<PlatformService>().strictNullable(),
    leastPilotMonths: p.integer().default(LEAST_MONTHS.pilot),
    leastUseMonths: p.integer().default(LEAST_MONTHS.use),
    illustrative: p.boolean(),
    version: p.integer().version(),
  },
});

/** What people write about a rollout, and may edit. Money in whole đồng. */
export interface RolloutTexts {
  readonly titleVi: string;
  readonly titleEn: string;
  readonly reason: string;
  readonly legalBasis?: string | null;
  readonly plan?: string | null;
  readonly resources?: string | null;
  readonly cost?: number | null;
  readonly dueOn?: string | null;
  /** The service of the platform that it runs on. */
  readonly service?: PlatformService | null;
  /** For how long it is piloted before use, and used before that is sustained, at least. */
  readonly leastPilotMonths?: number | null;
  readonly leastUseMonths?: number | null;
}

/** The decision that a rollout rests on. */
export interface RolloutDecision {
  readonly number: string;
  readonly decidedOn: string;
  readonly title: string | null;
}

/** An adopted initiative on its way to the communes: why, on what basis, who leads, by when. */
export class Rollout extends RolloutSchema.class {
  static of(
    initiative: Initiative,
    where: { leadUnit: Unit; roster: Roster; startedOn: string; illustrative: boolean },
    texts: RolloutTexts,
  ): Rollout {
    const rollout = new Rollout();
    rollout.id = newId();
    rollout.kind = 'OWN_CHOICE';
    rollout.initiative = initiative;
    rollout.roster = where.roster;
    rollout.startedOn = where.startedOn;
    rollout.illustrative = where.illustrative;
    rollout.decisionNumber = null;
    rollout.decidedOn = null;
    rollout.decisionTitle = null;
    Object.assign(rollout, { legalBasis: null, plan: null, resources: null, cost: null, dueOn: null, service: null });
    rollout.leastPilotMonths = LEAST_MONTHS.pilot;
    rollout.leastUseMonths = LEAST_MONTHS.use;
    rollout.describe(texts, where.leadUnit);
    return rollout;
  }

  /** What is left out stays. Refuses a due date before the start. */
  describe(texts: RolloutTexts, leadUnit: Unit): void {
    if (texts.dueOn && texts.dueOn < this.startedOn) throw new Refused('DUE_BEFORE_START', { startedOn: this.startedOn }, 'dueOn');
    const { titleVi, titleEn, reason, legalBasis, plan, resources, cost, dueOn, service } = texts;
    Object.assign(this, { titleVi: titleVi.trim(), titleEn: titleEn.trim(), reason: reason.trim() });
    Object.assign(this, said({ legalBasis, plan, resources, cost, dueOn, service }));
    this.leastPilotMonths = texts.leastPilotMonths ?? this.leastPilotMonths;
    this.leastUseMonths = texts.leastUseMonths ?? this.leastUseMonths;
    this.leadUnit = leadUnit;
  }

  leastMonths(): LeastMonths {
    return { pilot: this.leastPilotMonths, use: this.leastUseMonths };
  }

  /** What communes took up by themselves becomes the district's by a decision, once; refuses one of a day that has not come. */
  decide(decision: RolloutDecision, today: string): void {
    refuseIf(whyNotDate('DECISION', decision.decidedOn, { now: today, path: 'decision.decidedOn' }));
    if (this.kind === 'DECISION') throw new Refused('ROLLOUT_EXISTS', { number: this.decisionNumber ?? '' });
    this.kind = 'DECISION';
    this.decisionNumber = decision.number.trim();
    this.decidedOn = decision.decidedOn;
    this.decisionTitle = decision.title;
  }
}
RolloutSchema.setClass(Rollout);
