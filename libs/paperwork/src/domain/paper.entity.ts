import { defineEntity, p } from '@mikro-orm/core';
import { Contest } from '#domain/contest';
import { Person } from '#domain/identity';
import { ReportingPeriod, Rollout } from '#domain/rollout';
import { Round } from '#domain/scoring';
import { Unit } from '#domain/units';
import { type OfficialPaper } from '#lib/documents';
import { Refused, type WhyNot, type Words, localDate, newId, refuseIf, whyNotDate } from '#lib/kernel';
import { gapsOf } from './compose.js';
import { PAPER_KINDS, type PaperKind, type PaperSubject, kindsAbout } from './paper-kinds.js';
import { PaperTemplate } from './paper-template.entity.js';

export const PAPER_STATES = ['DRAFT', 'FROZEN', 'SIGNED'] as const;
export type PaperState = (typeof PAPER_STATES)[number];

export const PAPER_STATE_WORDS: Readonly<Record<PaperState, Words>> = {
  DRAFT: { vi: 'dự thảo', en: 'a draft' },
  FROZEN: { vi: 'đã chốt, chờ ký', en: 'frozen and waiting to be signed' },
  SIGNED: { vi: 'đã ký, đã vào sổ', en: 'signed and registered' },
};

/** A frozen paper that is not signed may go back to its draft; a signed one stays. */
export const PAPER_TRANSITIONS: Readonly<Record<PaperState, readonly PaperState[]>> = {
  DRAFT: ['FROZEN'],
  FROZEN: ['DRAFT', 'SIGNED'],
  SIGNED: [],
};

export const whyNotMovePaper = (from: PaperState, to: PaperState): WhyNot =>
  PAPER_TRANSITIONS[from].includes(to)
    ? null
    : new Refused('PAPER_TRANSITION', { from: PAPER_STATE_WORDS[from], to: PAPER_STATE_WORDS[to] });

const isAbout = (subject: PaperSubject): string =>
  `(kind in (${kindsAbout(subject)
    .map((kind) => `'${kind}'`)
    .join(', ')}))`;

const PaperSchema = defineEntity({
  name: 'Paper',
  tableName: 'paper',
  indexes: [
    { name: 'paper_in_order', expression: 'create index paper_in_order on paper (drafted_at desc, id desc)' },
    { name: 'paper_contest', properties: ['contest'] },
  ],
  uniques: [{ name: 'paper_number_once', properties: ['unit', 'numberYear', 'number'] }],
  checks: [
    { name: 'paper_kind', expression: `kind in (${PAPER_KINDS.map((kind) => `'${kind}'`).join(', ')})` },
    { name: 'paper_state', expression: "state in ('DRAFT', 'FROZEN', 'SIGNED')" },
    {
      name: 'paper_about_one',
      expression: `num_nonnulls(contest_id, period_id, rollout_id) = 1 and ${isAbout('ROUND')} = (round_id is not null) and ${isAbout('ROLLOUT')} = (rollout_id is not null)`,
    },
    {
      name: 'paper_frozen_iff_hashed',
      expression: "(state = 'DRAFT') = (frozen_hash is null) and (frozen_hash is null) = (frozen_at is null)",
    },
    {
      name: 'paper_signed_iff_numbered',
      expression:
        "case when state = 'SIGNED' then num_nulls(number, number_year, signed_on, signed_file_id, registered_at) = 0 else num_nonnulls(number, number_year, signed_on, signed_file_id, registered_at) = 0 end",
    },
    { name: 'paper_number_of_its_year', expression: 'number > 0 and number_year = extract(year from signed_on)' },
  ],
  properties: {
    id: p.uuid().primary(),
    unit: () => p.manyToOne(Unit).lazyRef().index(false),
    kind: p.text().$type<PaperKind>(),
    contest: () => p.manyToOne(Contest).lazyRef().deleteRule('restrict').strictNullable().index(false),
    round: () => p.manyToOne(Round).lazyRef().deleteRule('restrict').strictNullable().index('paper_round'),
    period: () => p.manyToOne(ReportingPeriod).lazyRef().deleteRule('restrict').strictNullable().index('paper_period'),
    rollout: () => p.manyToOne(Rollout).lazyRef().deleteRule('restrict').strictNullable().index('paper_rollout'),
    template: () => p.manyToOne(PaperTemplate).lazyRef().index('paper_template_of'),
    state: p.text().$type<PaperState>(),
    content: p.json<OfficialPaper>(),
    /** Of what it was filled from, to tell whether that changed since. */
    sourceHash: p.text(),
    draftedBy: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    draftedAt: p.datetime(),
    frozenAt: p.datetime().strictNullable(),
    /** SHA-256 of the frozen PDF. */
    frozenHash: p.text().strictNullable(),
    number: p.integer().strictNullable(),
    numberYear: p.integer().strictNullable(),
    signedOn: p.date().$type<string>().strictNullable(),
    signedFileId: p.uuid().strictNullable(),
    registeredAt: p.datetime().strictNullable(),
    version: p.integer().version(),
  },
});

/** What a paper is about: a contest, one of its rounds, a reporting period, or a roll-out. */
export interface PaperAbout {
  readonly contest: Contest | null;
  readonly round: Round | null;
  readonly period: ReportingPeriod | null;
  readonly rollout: Rollout | null;
}

export interface Drafted {
  readonly template: PaperTemplate;
  readonly content: OfficialPaper;
  readonly sourceHash: string;
  readonly by: Person | null;
  readonly at: Date;
}

/** As the clerk enters it in the register, once it is signed: the number is the next of the body's year, from 01. */
export interface Registration {
  readonly number: number;
  /** `YYYY-MM-DD`. */
  readonly signedOn: string;
  readonly fileId: string;
  readonly at: Date;
}

/** A paper of an office: drafted from what the platform knows, frozen as a file, signed on paper or digitally and brought back. */
export class Paper extends PaperSchema.class {
  static draft(of: PaperAbout & { readonly unit: Unit; readonly kind: PaperKind }, drafted: Drafted): Paper {
    const paper = Object.assign(new Paper(), {
      ...of,
      id: newId(),
      state: 'DRAFT' as const,
      frozenAt: null,
      frozenHash: null,
      number: null,
      numberYear: null,
      signedOn: null,
      signedFileId: null,
      registeredAt: null,
    });
    paper.fill(drafted);
    return paper;
  }

  /** Fills a draft anew. Refuses one that is frozen or signed. */
  fill({ template, content, sourceHash, by, at }: Drafted): void {
    if (this.state !== 'DRAFT') throw new Refused('PAPER_NOT_DRAFT', { state: PAPER_STATE_WORDS[this.state] });
    this.template = template;
    this.content = content;
    this.sourceHash = sourceHash;
    this.draftedBy = by;
    this.draftedAt = at;
  }

  /** Refuses one that lacks what it has to have, and one whose bases are no longer those in force. `template`: the one it was filled by. */
  freeze(frozenHash: string, at: Date, template: Pick<PaperTemplate, 'bases'>): void {
    refuseIf(whyNotMovePaper(this.state, 'FROZEN'));
    const gaps = gapsOf(this.kind, this.content, { template, day: localDate(at) });
    if (gaps.includes('BASES_CHANGED')) throw new Refused('PAPER_BASES_CHANGED');
    if (gaps.length > 0) throw new Refused('PAPER_INCOMPLETE');
    this.state = 'FROZEN';
    this.frozenHash = frozenHash;
    this.frozenAt = at;
  }

  reopen(): void {
    refuseIf(whyNotMovePaper(this.state, 'DRAFT'));
    this.state = 'DRAFT';
    this.frozenHash = null;
    this.frozenAt = null;
  }

  /** Refuses a day that has not come, and one before the paper was frozen. */
  register({ number, signedOn, fileId, at }: Registration): void {
    refuseIf(whyNotMovePaper(this.state, 'SIGNED'));
    refuseIf(whyNotDate('DECISION', signedOn, { now: localDate(at), path: 'signedOn' }));
    if (this.frozenAt && signedOn < localDate(this.frozenAt)) throw new Refused('PAPER_SIGNED_BEFORE_FROZEN', {}, 'signedOn');
    this.state = 'SIGNED';
    this.number = number;
    this.numberYear = Number(signedOn.slice(0, 4));
    this.signedOn = signedOn;
    this.signedFileId = fileId;
    this.registeredAt = at;
  }
}
PaperSchema.setClass(Paper);
