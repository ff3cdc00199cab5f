import { defineEntity, p } from '@mikro-orm/core';
import { Contest, ReformArea, TRACKS, type Track } from '#domain/contest';
import { Person } from '#domain/identity';
import { Unit } from '#domain/units';
import { type WhyNot, localDate, newId, oneOf, refuseIf, whyNotDate } from '#lib/kernel';
import { DECLARATIONS, type Declaration, type Declared, INFLUENCES, type Influence, type InitiativeTexts } from './content.js';
import { sameText } from './dossier-content.js';
import { whyNotDueAt, whyNotEdit, whyNotReason, whyNotReject, whyNotSendBack } from './policies.js';
import { receiptCode } from './receipt.js';
import { INITIATIVE_STATES, type InitiativeAct, type InitiativeState, stateAfter } from './states.js';

const InitiativeSchema = defineEntity({
  name: 'Initiative',
  tableName: 'initiative',
  uniques: [
    { name: 'initiative_receipt_once', properties: ['contest', 'receiptNumber'] },
    // Over all contests of a host in a year. What was numbered by contest before has neither, and keeps its number.
    { name: 'initiative_receipt_of_host_once', properties: ['receiptHost', 'receiptYear', 'receiptNumber'] },
  ],
  indexes: [
    {
      name: 'initiative_received',
      expression: `create index initiative_received on initiative (contest_id, (coalesce(submitted_at, '-infinity'::timestamptz)) desc, id desc)`,
    },
    {
      name: 'initiative_in_state',
      expression: `create index initiative_in_state on initiative (contest_id, state, (coalesce(submitted_at, '-infinity'::timestamptz)) desc, id desc)`,
    },
    {
      name: 'initiative_in_hand',
      expression: `create index initiative_in_hand on initiative (drafted_by_id) where state = 'DRAFT' and drafted_by_id is not null`,
    },
    {
      name: 'initiative_unfolded',
      expression: `create index initiative_unfolded on initiative (contest_id) where submitted_at is null or state = 'RETURNED'`,
    },
    { name: 'initiative_saved', expression: 'create index initiative_saved on initiative (owner_id, saved_at desc, id desc)' },
    { name: 'initiative_area', properties: ['area'] },
    { name: 'initiative_code', properties: ['contest', 'code', 'id'] },
    {
      name: 'initiative_improves',
      expression: 'create index initiative_improves on initiative (improves_id) where improves_id is not null',
    },
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
    { name: 'initiative_confirmed_a_content', expression: 'confirmed_hash is null or confirmed_at is not null' },
    {
      name: 'initiative_sent_back_by_someone_with_words',
      expression: 'num_nulls(sent_back_at, sent_back_words, sent_back_by_id) in (0, 3)',
    },
    { name: 'initiative_sent_back_is_not_confirmed', expression: 'sent_back_at is null or confirmed_at is null' },
    {
      name: 'initiative_sent_back_before_it_is_sent',
      expression: "sent_back_at is null or state in ('DRAFT', 'RETURNED', 'WITHDRAWN')",
    },
    { name: 'initiative_drafted_for_somebody', expression: 'drafted_by_id is null or created_by_id is not null' },
    { name: 'initiative_improves_another', expression: 'improves_id <> id' },
    { name: 'initiative_numbered_by_host_and_year', expression: '(receipt_host_id is null) = (receipt_year is null)' },
    { name: 'initiative_begun_or_on_paper', expression: 'begun_at is null or paper_received_at is null' },
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
    /** The one of an earlier year that it grew from, as its authors say; the screener's word is a link. */
    improves: () => p.manyToOne(Initiative).lazyRef().strictNullable().index(false),
    state: p.text().$type<InitiativeState>(),
    receiptNumber: p.integer().strictNullable(),
    receiptHost: () => p.manyToOne(Unit).lazyRef().strictNullable().index(false),
    receiptYear: p.integer().strictNullable(),
    submittedAt: p.datetime().strictNullable(),
    ownWorkAt: p.datetime().strictNullable(),
    notPrizedElsewhereAt: p.datetime().strictNullable(),
    nobodyOnJuryAt: p.datetime().strictNullable(),
    confirmedAt: p.datetime().strictNullable(),
    /** SHA-256 of the content that was confirmed (`dossierHash`); null for one confirmed before contents were hashed. */
    confirmedHash: p.text().strictNullable(),
    confirmedBy: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    /** What the head sent it back for, until they confirm it or it is sent in. */
    sentBackAt: p.datetime().strictNullable(),
    sentBackWords: p.text().strictNullable(),
    sentBackBy: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    returnDueAt: p.datetime().strictNullable(),
    /** When the secretariat had it on paper, where it came so; that moment counts against the deadline. */
    paperReceivedAt: p.datetime().strictNullable(),
    enteredBy: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    createdBy: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    /** Of the secretariat, where it was drafted on behalf of whom it is created by. */
    draftedBy: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    endReason: p.text().strictNullable(),
    illustrative: p.boolean(),
    /** When its draft was begun; null of what came on paper, and of a past contest. */
    begunAt: p.datetime().strictNullable(),
    savedAt: p.datetime(),
    // Moved on by touch(), also where only the authors changed; held against what was on the screen under the row's lock.
    version: p.integer(),
  },
});

/** Why it cannot have been applied first on this day: it has not come. */
export function whyNotFirstApplied({ firstAppliedOn }: Partial<InitiativeTexts>, at: Date): WhyNot {
  return whyNotDate('FIRST_APPLIED', firstAppliedOn, { now: localDate(at), path: 'firstAppliedOn' });
}

/** A place in the order of receipt: of a host's year, or, without a host, one that was given elsewhere. */
export interface Receipt {
  readonly host?: Unit;
  readonly year: number;
  readonly number: number;
}

/** Where an initiative comes from. */
export interface InitiativeOrigin {
  readonly contest: Contest;
  readonly area: ReformArea;
  readonly owner: Unit;
  readonly createdBy: Person | null;
  /** Who of the secretariat drafts it on behalf of whom it is created by. */
  readonly draftedBy?: Person | null;
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

const NOT_CONFIRMED = { confirmedAt: null, confirmedHash: null, confirmedBy: null };
const NOT_SENT_BACK = { sentBackAt: null, sentBackWords: null, sentBackBy: null };

/** What a unit sends to a contest: from the first draft to its verdict, and, where it is withdrawn or disqualified, its end. */
export class Initiative extends InitiativeSchema.class {
  static draft({ draftedBy = null, ...origin }: InitiativeOrigin, texts: Partial<InitiativeTexts>, at: Date): Initiative {
    const initiative = new Initiative();
    Object.assign(initiative, { id: newId(), ...origin, draftedBy, state: 'DRAFT', version: 0, ...NO_TEXTS });
    Object.assign(initiative, {
      code: null,
      receiptNumber: null,
      receiptHost: null,
      receiptYear: null,
      submittedAt: null,
      confirmedAt: null,
      confirmedHash: null,
      confirmedBy: null,
      returnDueAt: null,
      ...NOT_SENT_BACK,
    });
    Object.assign(initiative, {
      ownWorkAt: null,
      notPrizedElsewhereAt: null,
      nobodyOnJuryAt: null,
      paperReceivedAt: null,
      enteredBy: null,
      endReason: null,
      improves: null,
      begunAt: at,
    });
    initiative.write(texts, at);
    initiative.touch(at);
    return initiative;
  }

  get declared(): Declared {
    return { ownWork: this.ownWorkAt, notPrizedElsewhere: this.notPrizedElsewhereAt, nobodyOnJury: this.nobodyOnJuryAt };
  }

  /** Changes the texts that are given and say something else; refuses a first application on a day that has not come. */
  write(texts: Partial<InitiativeTexts>, at: Date): void {
    refuseIf(whyNotEdit(this) ?? whyNotFirstApplied(texts, at));
    const given = Object.entries(texts) as [keyof InitiativeTexts, string | null | undefined][];
    const other = given.filter(([field, text]) => text !== undefined && !sameText(field, text, this[field]));
    Object.assign(this, Object.fromEntries(other));
    this.title = this.title.trim();
  }

  moveTo(area: ReformArea): void {
    refuseIf(whyNotEdit(this));
    this.area = area;
  }

  /** Its authors say which one of an earlier year it grew from; null: none. */
  growFrom(earlier: Initiative | null): void {
    refuseIf(whyNotEdit(this));
    this.improves = earlier;
  }

  /** Other authors have to declare for themselves, so the declarations fall too. */
  authorsChanged(): void {
    refuseIf(whyNotEdit(this));
    Object.assign(this, { ownWorkAt: null, notPrizedElsewhereAt: null, nobodyOnJuryAt: null });
  }

  /** Makes and takes back declarations; one that stands keeps its time. */
  declare(made: Readonly<Record<Declaration, boolean>>, at: Date): void {
    refuseIf(whyNotEdit(this));
    for (const kind of DECLARATIONS) {
      const field = `${kind}At` as const;
      this[field] = made[kind] ? (this[field] ?? at) : null;
    }
  }

  /** The head stands for the content of this hash; what is confirmed already stays so. */
  confirm(head: Person, hash: string, at: Date): void {
    refuseIf(whyNotEdit(this));
    if (this.confirmedHash === hash) return;
    this.confirmedAt = at;
    this.confirmedHash = hash;
    this.confirmedBy = head;
    Object.assign(this, NOT_SENT_BACK);
    this.touch(at);
  }

  /** The head gives it back to its writers: what they declared falls, so that it comes to wait for the head again once they declare anew. */
  sendBack(head: Person, words: string, at: Date): void {
    refuseIf(whyNotSendBack({ state: this.state, declared: this.declared }) ?? whyNotReason(words, 'words'));
    this.authorsChanged();
    Object.assign(this, { sentBackAt: at, sentBackWords: words.trim(), sentBackBy: head });
    Object.assign(this, NOT_CONFIRMED);
  }

  /** When the content of this hash was confirmed; null where another was, or none. */
  confirmedFor(hash: string): Date | null {
    return this.confirmedHash === null || this.confirmedHash === hash ? this.confirmedAt : null;
  }

  /** Its content has become another: a version of its own, for which the head has not stood yet. */
  contentChanged(at: Date): void {
    refuseIf(whyNotEdit(this));
    Object.assign(this, NOT_CONFIRMED);
    this.touch(at);
  }

  /** Sent in; the first time it gets its place in the order of receipt, and keeps it when it comes back. */
  submit(receipt: Receipt | null, at: Date): void {
    this.go('submit', at);
    Object.assign(this, NOT_SENT_BACK);
    if (receipt) this.receive(receipt);
    this.submittedAt = at;
    this.returnDueAt = null;
  }

  /** The secretariat had it on paper: that moment is the moment of its receipt. */
  receiveOnPaper(by: Person | null, receivedAt: Date): void {
    this.enteredBy = by;
    this.paperReceivedAt = by && receivedAt;
    this.begunAt = null;
  }

  /** One that took part in a past contest, recorded afterwards. */
  record(receipt: Receipt, at: Date): void {
    this.submit(receipt, at);
    this.accept(at);
    this.begunAt = null;
  }

  return(dueAt: Date, at: Date): void {
    refuseIf(whyNotDueAt(dueAt, at));
    this.go('return', at);
    this.returnDueAt = dueAt;
  }

  /** It may come back later, or sooner, than was said. What its authors have on the screen was not saved anew by that. */
  moveReturnDue(dueAt: Date, at: Date): void {
    refuseIf(whyNotDueAt(dueAt, at));
    this.state = stateAfter(this.state, 'moveDue');
    this.returnDueAt = dueAt;
    this.version += 1;
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

  private receive({ host, year, number }: Receipt): void {
    Object.assign(this, { receiptHost: host ?? null, receiptYear: host ? year : null });
    Object.assign(this, { receiptNumber: number, code: receiptCode(year, number) });
  }

  private end(reason: string): void {
    this.endReason = reason.trim();
    this.returnDueAt = null;
  }

  private go(act: InitiativeAct, at: Date): void {
    this.state = stateAfter(this.state, act);
    this.touch(at);
  }

  private touch(at: Date): void {
    this.savedAt = at;
    this.version += 1;
  }
}
InitiativeSchema.setClass(Initiative);
