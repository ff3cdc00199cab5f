import { defineEntity, p } from '@mikro-orm/core';
import { Contest, ReformArea, TRACKS, type Track } from '#domain/contest';
import { Person } from '#domain/identity';
import { Unit } from '#domain/units';
import { Refused, newId, refuseIf, localDate, whyNotDate } from '#lib/kernel';
import { DECLARATIONS, type Declaration, type Declared, INFLUENCES, type Influence, type InitiativeTexts } from './content.js';
import { whyNotDueAt, whyNotEdit, whyNotReject } from './policies.js';
import { receiptCode } from './receipt.js';
import { INITIATIVE_STATES, type InitiativeAct, type InitiativeState, stateAfter } from './states.js';

const oneOf = (column: string, values: readonly string[]): string => `${column} in (${values.map((value) => `'${value}'`).join(', ')})`;

const InitiativeSchema = defineEntity({
  name: 'Initiative',
  tableName: 'initiative',
  uniques: [{ name: 'initiative_receipt_once', properties: ['contest', 'receiptNumber'] }],
  indexes: [
    {
      name: 'initiative_received',
      expression: `create index initiative_received on initiative (contest_id, (coalesce(submitted_at, '-infinity'::timestamptz)) desc, id desc)`,
    },
    { name: 'initiative_saved', expression: 'create index initiative_saved on initiative (owner_id, saved_at desc, id desc)' },
    { name: 'initiative_area', properties: ['area'] },
  ],
  checks: [
    { name: 'initiative_state', expression: oneOf('state', INITIATIVE_STATES) },
    { name: 'initiative_track', expression: oneOf('track', TRACKS) },
    { name: 'initiative_influence', expression: oneOf('influence', INFLUENCES) },
    {
      name: 'initiative_received_whole',
      expression: '(submitted_at is null) = (receipt_number is null) and (submitted_at is null) = (code is null)',
    },
    { name: 'initiative_draft_is_not_received', expression: "submitted_at is null or state <> 'DRAFT'" },
    { name: 'initiative_course_begins_with_receipt', expression: "submitted_at is not null or state in ('DRAFT', 'WITHDRAWN')" },
    { name: 'initiative_returned_iff_due', expression: "(state = 'RETURNED') = (return_due_at is not null)" },
    { name: 'initiative_confirmed_by_someone', expression: '(confirmed_at is null) = (confirmed_by_id is null)' },
    { name: 'initiative_paper_has_who_entered_it', expression: 'paper_received_at is null or entered_by_id is not null' },
    { name: 'initiative_ended_iff_reason', expression: "(state in ('WITHDRAWN', 'DISQUALIFIED')) = (end_reason is not null)" },
  ],
  properties: {
    id: p.uuid().primary(),
    contest: () => p.manyToOne(Contest).lazyRef().index(false),
    area: () => p.manyToOne(ReformArea).lazyRef().index(false),
    owner: () => p.manyToOne(Unit).lazyRef().index(false),
    /** `2026-017`: the contest's year and the place in the order of receipt. */
    code: p.text().strictNullable(),
    title: p.text(),
    problem: p.text(),
    solution: p.text(),
    novelty: p.text(),
    effect: p.text(),
    influence: p.text().$type<Influence>(),
    firstAppliedOn: p.date().strictNullable(),
    confidential: p.text().strictNullable(),
    track: p.text().$type<Track>().strictNullable(),
    state: p.text().$type<InitiativeState>(),
    receiptNumber: p.integer().strictNullable(),
    submittedAt: p.datetime().strictNullable(),
    ownWorkAt: p.datetime().strictNullable(),
    notPrizedElsewhereAt: p.datetime().strictNullable(),
    nobodyOnJuryAt: p.datetime().strictNullable(),
    confirmedAt: p.datetime().strictNullable(),
    confirmedBy: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    returnDueAt: p.datetime().strictNullable(),
    /** When the secretariat had it on paper, where it came so; that moment counts against the deadline. */
    paperReceivedAt: p.datetime().strictNullable(),
    enteredBy: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    createdBy: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    endReason: p.text().strictNullable(),
    illustrative: p.boolean(),
    savedAt: p.datetime(),
    // Moved on by touch(), also where only the authors changed; held against what was on the screen under the row's lock.
    version: p.integer(),
  },
});

/** Where an initiative comes from. */
export interface InitiativeOrigin {
  readonly contest: Contest;
  readonly area: ReformArea;
  readonly owner: Unit;
  readonly createdBy: Person | null;
  readonly illustrative: boolean;
}

const NO_TEXTS: InitiativeTexts = {
  title: '',
  problem: '',
  solution: '',
  novelty: '',
  effect: '',
  influence: 'ESTABLISHMENT',
  firstAppliedOn: null,
  confidential: null,
  track: null,
};

/** What a unit sends to a contest: from the first draft to its verdict, and, where it is withdrawn or disqualified, its end. */
export class Initiative extends InitiativeSchema.class {
  static draft({ contest, area, owner, createdBy, illustrative }: InitiativeOrigin, texts: Partial<InitiativeTexts>, at: Date): Initiative {
    const initiative = new Initiative();
    Object.assign(initiative, { id: newId(), contest, area, owner, createdBy, illustrative, state: 'DRAFT', version: 0, ...NO_TEXTS });
    Object.assign(initiative, {
      code: null,
      receiptNumber: null,
      submittedAt: null,
      confirmedAt: null,
      confirmedBy: null,
      returnDueAt: null,
    });
    Object.assign(initiative, {
      ownWorkAt: null,
      notPrizedElsewhereAt: null,
      nobodyOnJuryAt: null,
      paperReceivedAt: null,
      enteredBy: null,
      endReason: null,
    });
    initiative.write(texts, at);
    return initiative;
  }

  get declared(): Declared {
    return { ownWork: this.ownWorkAt, notPrizedElsewhere: this.notPrizedElsewhereAt, nobodyOnJury: this.nobodyOnJuryAt };
  }

  /** Refuses `STALE` where another version than this was on the screen. */
  refuseUnlessVersion(version: number): void {
    if (version !== this.version) throw new Refused('STALE', {}, 'version');
  }

  /** Changes the texts that are given; refuses a first application on a day that has not come. The head confirmed what stood there before, so the confirmation falls. */
  write(texts: Partial<InitiativeTexts>, at: Date): void {
    refuseIf(whyNotEdit(this) ?? whyNotDate('FIRST_APPLIED', texts.firstAppliedOn, { now: localDate(at), path: 'firstAppliedOn' }));
    const given = Object.entries<unknown>(texts).filter(([, text]) => text !== undefined);
    Object.assign(this, Object.fromEntries(given));
    this.title = this.title.trim();
    this.unconfirm(at);
  }

  moveTo(area: ReformArea): void {
    refuseIf(whyNotEdit(this));
    this.area = area;
  }

  /** Other authors have to declare for themselves, so the declarations fall too. */
  authorsChanged(at: Date): void {
    refuseIf(whyNotEdit(this));
    Object.assign(this, { ownWorkAt: null, notPrizedElsewhereAt: null, nobodyOnJuryAt: null });
    this.unconfirm(at);
  }

  /** Makes and takes back declarations; one that stands keeps its time. */
  declare(made: Readonly<Record<Declaration, boolean>>, at: Date): void {
    refuseIf(whyNotEdit(this));
    for (const kind of DECLARATIONS) {
      const field = `${kind}At` as const;
      this[field] = made[kind] ? (this[field] ?? at) : null;
    }
    this.touch(at);
  }

  confirm(head: Person, at: Date): void {
    refuseIf(whyNotEdit(this));
    this.confirmedAt = at;
    this.confirmedBy = head;
    this.touch(at);
  }

  /** Sent in; the first time it gets its place in the order of receipt, and keeps it when it comes back. */
  submit(receipt: { readonly year: number; readonly number: number }, at: Date): void {
    this.go('submit', at);
    this.receiptNumber ??= receipt.number;
    this.code ??= receiptCode(receipt.year, this.receiptNumber);
    this.submittedAt = at;
    this.returnDueAt = null;
  }

  /** The secretariat had it on paper: that moment is the moment of its receipt. */
  receiveOnPaper(by: Person | null, receivedAt: Date): void {
    this.enteredBy = by;
    this.paperReceivedAt = by && receivedAt;
  }

  /** One that took part in a past contest, recorded afterwards. */
  record(receipt: { readonly year: number; readonly number: number }, at: Date): void {
    this.submit(receipt, at);
    this.accept(at);
  }

  return(dueAt: Date, at: Date): void {
    refuseIf(whyNotDueAt(dueAt, at));
    this.go('return', at);
    this.returnDueAt = dueAt;
    this.confirmedAt = null;
    this.confirmedBy = null;
  }

  accept(at: Date): void {
    this.go('accept', at);
  }

  reject(at: Date): void {
    refuseIf(whyNotReject(this, at));
    this.go('reject', at);
    this.returnDueAt = null;
  }

  withdraw(reason: string, at: Date): void {
    this.go('withdraw', at);
    this.end(reason);
  }

  disqualify(reason: string, at: Date): void {
    this.go('disqualify', at);
    this.end(reason);
  }

  private end(reason: string): void {
    this.endReason = reason.trim();
    this.returnDueAt = null;
  }

  private go(act: InitiativeAct, at: Date): void {
    this.state = stateAfter(this.state, act);
    this.touch(at);
  }

  private unconfirm(at: Date): void {
    this.confirmedAt = null;
    this.confirmedBy = null;
    this.touch(at);
  }

  private touch(at: Date): void {
    this.savedAt = at;
    this.version += 1;
  }
}
InitiativeSchema.setClass(Initiative);
