import { defineEntity, p } from '@mikro-orm/core';
import { Roster, Unit } from '#domain/units';
import { Refused, type WhyNot, newId, oneOf, refuseIf } from '#lib/kernel';
import {
  CONTEST_PHASES,
  CONTEST_PHASE_WORDS,
  type ContestAct,
  type ContestPhase,
  DATED_PHASES,
  type DatedPhase,
  OVER_PHASES,
  PERMITS,
  type PhaseDates,
  TRANSITIONS,
  whyNotAdvance,
  whyNotDates,
  whyNotPermitted,
} from './phases.js';

const ContestSchema = defineEntity({
  name: 'Contest',
  tableName: 'contest',
  uniques: [{ name: 'contest_once', properties: ['host', 'year', 'titleVi'] }],
  indexes: [
    { name: 'contest_newest', expression: 'create index contest_newest on contest (year desc, id desc)' },
    {
      name: 'contest_running',
      expression: "create index contest_running on contest (host_id) where phase not in ('PUBLISHED', 'ARCHIVED', 'CANCELLED')",
    },
  ],
  checks: [
    { name: 'contest_phase', expression: oneOf('phase', CONTEST_PHASES) },
    { name: 'contest_year_in_range', expression: 'year between 2000 and 2100' },
    { name: 'contest_cancelled_iff_reason', expression: "(phase = 'CANCELLED') = (cancel_reason is not null)" },
    { name: 'contest_announced_once_public', expression: "announced_at is not null or recorded or phase in ('DRAFT', 'CANCELLED')" },
    {
      name: 'contest_announced_with_plan_approved',
      expression: "not leader_approves or plan_approved_at is not null or recorded or phase in ('DRAFT', 'CANCELLED')",
    },
    { name: 'contest_recorded_is_past', expression: "not recorded or phase = 'ARCHIVED'" },
    { name: 'contest_held_iff_reason', expression: '(held_at is null) = (held_reason is null)' },
    { name: 'contest_grace', expression: 'grace_minutes between 0 and 1440' },
    { name: 'contest_files', expression: 'max_files between 0 and 50 and max_file_bytes between 1024 and 209715200' },
  ],
  properties: {
    id: p.uuid().primary(),
    year: p.integer(),
    titleVi: p.text().fieldName('title'),
    titleEn: p.text(),
    objectives: p.text(),
    host: () => p.manyToOne(Unit).lazyRef(),
    roster: () => p.manyToOne(Roster).lazyRef(),
    phase: p.text().$type<ContestPhase>(),
    phases: () => p.oneToMany(Phase).mappedBy('contest'),
    announcedAt: p.datetime().strictNullable(),
    heldAt: p.datetime().strictNullable(),
    heldReason: p.text().strictNullable(),
    cancelReason: p.text().strictNullable(),
    headConfirms: p.boolean(),
    authorsConfirm: p.boolean().default(false),
    // Whether its plan is approved by the leader before it is announced.
    leaderApproves: p.boolean().default(true),
    planApprovedAt: p.datetime().strictNullable(),
    graceMinutes: p.integer(),
    maxFiles: p.integer(),
    maxFileBytes: p.integer(),
    recorded: p.boolean(),
    illustrative: p.boolean(),
    // Moves the version on where only what hangs on the contest was changed.
    edits: p.integer(),
    version: p.integer().version(),
  },
});

/** What a contest is called and how it takes initiatives. */
export interface ContestSettings {
  readonly titleVi: string;
  readonly titleEn: string;
  readonly objectives: string;
  /** Whether the head of a unit confirms before an initiative is sent. */
  readonly headConfirms: boolean;
  /** Whether an initiative is sent only once each author has confirmed that they are one, with this share. */
  readonly authorsConfirm?: boolean;
  readonly graceMinutes: number;
  readonly maxFiles: number;
  readonly maxFileBytes: number;
}

/** One year's contest. What it permits is asked of its phases, which must have been loaded with it. */
export class Contest extends ContestSchema.class {
  static draft(
    order: ContestSettings & {
      readonly year: number;
      readonly host: Unit;
      readonly roster: Roster;
      readonly illustrative: boolean;
      readonly leaderApproves?: boolean;
    },
  ): Contest {
    const contest = new Contest();
    contest.id = newId();
    contest.edits = 0;
    contest.year = order.year;
    contest.host = order.host;
    contest.roster = order.roster;
    contest.phase = 'DRAFT';
    contest.announcedAt = null;
    contest.heldAt = null;
    contest.heldReason = null;
    contest.cancelReason = null;
    contest.recorded = false;
    contest.illustrative = order.illustrative;
    contest.authorsConfirm = false;
    contest.leaderApproves = order.leaderApproves ?? true;
    contest.planApprovedAt = null;
    contest.describe(order);
    return contest;
  }

  /** A contest of a past year, entered afterwards: it is over, and only its results are added. */
  static past(order: Parameters<typeof Contest.draft>[0]): Contest {
    const contest = Contest.draft(order);
    contest.phase = 'ARCHIVED';
    contest.recorded = true;
    return contest;
  }

  describe({ titleVi, titleEn, objectives, headConfirms, authorsConfirm, graceMinutes, maxFiles, maxFileBytes }: ContestSettings): void {
    Object.assign(this, {
      titleVi: titleVi.trim(),
      titleEn: titleEn.trim(),
      objectives,
      headConfirms,
      graceMinutes,
      maxFiles,
      maxFileBytes,
    });
    this.authorsConfirm = authorsConfirm ?? this.authorsConfirm;
  }

  /** Counts a change, so that who has an older version on the screen is told. */
  touch(): void {
    this.edits += 1;
  }

  isOver(): boolean {
    return OVER_PHASES.includes(this.phase);
  }

  whyNot(act: ContestAct, at: Date): WhyNot {
    return whyNotPermitted(this, act, at);
  }

  whyNotDraft(at: Date): WhyNot {
    return this.whyNot('DRAFT', at);
  }

  whyNotSubmit(at: Date): WhyNot {
    return this.whyNot('SUBMIT', at);
  }

  /** What was set before the announcement is fixed by it, dates and rule book apart, which have their own acts. */
  refuseUnlessDraft(): void {
    if (this.phase !== 'DRAFT') throw new Refused('CONTEST_ANNOUNCED', { phase: this.phase });
  }

  /** Becomes public, with the plan that its leader approved at that moment; null where the leader is not asked. */
  announce(at: Date, planApprovedAt: Date | null): void {
    this.enter('ANNOUNCED', at);
    this.planApprovedAt = planApprovedAt;
  }

  /** Goes into a phase that the table allows from here. */
  enter(phase: ContestPhase, at: Date): void {
    if (!TRANSITIONS[this.phase].includes(phase))
      throw new Refused('TRANSITION', { from: CONTEST_PHASE_WORDS[this.phase], to: CONTEST_PHASE_WORDS[phase] });
    if (phase === 'ANNOUNCED') this.announcedAt = at;
    this.phase = phase;
    const dated = this.phases.getItems().find(({ kind }) => kind === phase);
    if (dated) dated.enteredAt = at;
    this.touch();
  }

  /** Goes on to the next phase by a person's act; refuses while it is held, or before the moment that the units were promised. */
  advance(at: Date, next: ContestPhase): void {
    refuseIf(whyNotAdvance(this, at));
    this.enter(next, at);
  }

  hold(reason: string, at: Date): void {
    if (this.phase === 'DRAFT' || this.isOver()) throw new Refused('CONTEST_NOT_RUNNING', { phase: this.phase });
    if (this.heldAt) throw new Refused('CONTEST_HELD');
    this.heldAt = at;
    this.heldReason = reason;
    this.touch();
  }

  resume(): void {
    if (!this.heldAt) throw new Refused('CONTEST_NOT_HELD');
    this.heldAt = null;
    this.heldReason = null;
    this.touch();
  }

  cancel(reason: string, at: Date): void {
    this.enter('CANCELLED', at);
    this.cancelReason = reason;
    this.heldAt = null;
    this.heldReason = null;
  }

  /**
   * Sets the dates of the phases named, all others standing, and an end that is left out too. Refuses a year out of order; once announced also the dates of a phase
   * that is over and an end that has gone by. A deadline moved on while screening opens the contest again.
   */
  setDates(given: readonly PhaseDates[], at: Date): Phase[] {
    const known = new Map(this.phases.getItems().map(({ kind, endsAt }) => [kind, endsAt]));
    const dates = given.map((phase) => (phase.endsAt === undefined ? { ...phase, endsAt: known.get(phase.kind) ?? null } : phase));
    const named = new Map(dates.map((phase) => [phase.kind, phase]));
    const deadline = named.get('OPEN')?.endsAt;
    const reopens = this.phase === 'SCREENING' && deadline instanceof Date && deadline > at;
    const standing = reopens ? 'OPEN' : this.phase;
    if (standing !== 'DRAFT')
      for (const [i, phase] of dates.entries()) this.refusePast(phase, { standing, at, path: `phases.${String(i)}` });
    refuseIf(whyNotDates([...dates, ...this.phases.getItems().filter(({ kind }) => !named.has(kind))], dates.length));
    const fresh: Phase[] = [];
    for (const phase of dates) {
      const existing = this.phases.getItems().find(({ kind }) => kind === phase.kind);
      if (existing) existing.move(phase);
      else fresh.push(Phase.of(this, phase));
    }
    if (reopens) this.enter('OPEN', at);
    return fresh;
  }

  private refusePast(
    { kind, startsAt, endsAt }: PhaseDates,
    { standing, at, path }: { standing: ContestPhase; at: Date; path: string },
  ): void {
    const now = DATED_PHASES.indexOf(standing as DatedPhase);
    if (this.isOver() || DATED_PHASES.indexOf(kind) < now) throw new Refused('PHASE_OVER', { phase: kind }, path);
    const existing = this.phases.getItems().find((phase) => phase.kind === kind);
    if (endsAt && endsAt < at && endsAt.getTime() !== existing?.endsAt?.getTime())
      throw new Refused('PHASE_DATE_PAST', { phase: kind }, `${path}.endsAt`);
    const begun = DATED_PHASES.indexOf(kind) <= now;
    if (begun && existing && existing.startsAt.getTime() !== startsAt.getTime())
      throw new Refused('PHASE_BEGUN', { phase: kind }, `${path}.startsAt`);
  }
}
ContestSchema.setClass(Contest);

const PhaseSchema = defineEntity({
  name: 'Phase',
  tableName: 'phase',
  uniques: [{ name: 'phase_once', properties: ['contest', 'kind'] }],
  checks: [
    { name: 'phase_kind', expression: oneOf('kind', DATED_PHASES) },
    { name: 'phase_ends_after_it_begins', expression: 'ends_at > starts_at' },
    { name: 'phase_open_has_deadline', expression: "kind <> 'OPEN' or ends_at is not null" },
  ],
  properties: {
    id: p.uuid().primary(),
    contest: () => p.manyToOne(Contest).lazyRef(),
    kind: p.text().$type<DatedPhase>(),
    startsAt: p.datetime(),
    endsAt: p.datetime().strictNullable(),
    permits: p.array().$type<ContestAct[]>(),
    /** When the contest really went into it. */
    enteredAt: p.datetime().strictNullable(),
    /** That the organisers were told it is due; that the units were told so many days before its end. */
    dueToldAt: p.datetime().strictNullable(),
    toldDaysBefore: p.integer().strictNullable(),
  },
});

/** A phase of one contest: its dates, and what it permits. */
export class Phase extends PhaseSchema.class {
  static of(contest: Contest, { kind, startsAt, endsAt }: PhaseDates): Phase {
    const phase = new Phase();
    phase.id = newId();
    phase.contest = contest;
    phase.kind = kind;
    phase.startsAt = startsAt;
    phase.endsAt = endsAt ?? null;
    phase.permits = [...PERMITS[kind]];
    phase.enteredAt = null;
    phase.dueToldAt = null;
    phase.toldDaysBefore = null;
    return phase;
  }

  /** Moved dates are told anew. */
  move({ startsAt, endsAt = null }: PhaseDates): void {
    if (startsAt.getTime() === this.startsAt.getTime() && endsAt?.getTime() === this.endsAt?.getTime()) return;
    this.startsAt = startsAt;
    this.endsAt = endsAt;
    this.dueToldAt = null;
    this.toldDaysBefore = null;
  }
}
PhaseSchema.setClass(Phase);
