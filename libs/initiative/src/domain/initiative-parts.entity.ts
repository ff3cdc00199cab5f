import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { Unit } from '#domain/units';
import { newId } from '#lib/kernel';
import { AUTHOR_ANSWERS, type AuthorAnswer } from './authorship.js';
import { type Ask } from './asks.js';
import { Initiative } from './initiative.entity.js';
import { type AuthorShare } from './shares.js';
import { type VersionContent, contentHash } from './version-content.js';

const InitiativeAuthorSchema = defineEntity({
  name: 'InitiativeAuthor',
  tableName: 'initiative_author',
  uniques: [{ name: 'initiative_author_once', properties: ['initiative', 'person'] }],
  indexes: [
    { name: 'initiative_author_person', properties: ['person'] },
    {
      name: 'initiative_author_awaits',
      expression: 'create index initiative_author_awaits on initiative_author (person_id, asked_at, id) where answer is null',
    },
    {
      name: 'initiative_author_one_lead',
      expression: 'create unique index initiative_author_one_lead on initiative_author (initiative_id) where lead',
    },
  ],
  checks: [
    { name: 'initiative_author_share', expression: 'share > 0 and share <= 100' },
    { name: 'initiative_author_answer', expression: `answer in (${AUTHOR_ANSWERS.map((answer) => `'${answer}'`).join(', ')})` },
    { name: 'initiative_author_answered_at_some_time', expression: '(answer is null) = (answered_at is null)' },
    { name: 'initiative_author_declines_with_reason', expression: "coalesce(answer = 'DECLINED', false) = (decline_reason is not null)" },
  ],
  properties: {
    id: p.uuid().primary(),
    initiative: () => p.manyToOne(Initiative).lazyRef().index(false),
    person: () => p.manyToOne(Person).lazyRef().index(false),
    share: p.decimal().precision(5).scale(2),
    lead: p.boolean(),
    order: p.integer(),
    askedAt: p.datetime().defaultRaw('now()'),
    answer: p.text().$type<AuthorAnswer>().strictNullable(),
    answeredAt: p.datetime().strictNullable(),
    declineReason: p.text().strictNullable(),
  },
});

/**
 * One author of an initiative, with the share in percent; the shares of an initiative sum to exactly 100. Whoever is named says whether
 * that is so; named anew, with other shares or other authors, they are asked again.
 */
export class InitiativeAuthor extends InitiativeAuthorSchema.class {
  static of(
    initiative: Initiative,
    person: Person,
    { share, lead, order, askedAt }: Pick<AuthorShare, 'share' | 'lead'> & { order: number; askedAt: Date },
  ): InitiativeAuthor {
    const author = new InitiativeAuthor();
    Object.assign(author, { id: newId(), initiative, person, share, lead, order, askedAt });
    Object.assign(author, { answer: null, answeredAt: null, declineReason: null });
    return author;
  }

  /** Says whether they are an author with this share; the same said again changes nothing. */
  say(answer: AuthorAnswer, { reason, at }: { reason: string | null; at: Date }): void {
    const declineReason = answer === 'DECLINED' ? (reason ?? '').trim() : null;
    if (this.answer === answer && this.declineReason === declineReason) return;
    Object.assign(this, { answer, answeredAt: at, declineReason });
  }
}
InitiativeAuthorSchema.setClass(InitiativeAuthor);

const InitiativeVersionSchema = defineEntity({
  name: 'InitiativeVersion',
  tableName: 'initiative_version',
  uniques: [{ name: 'initiative_version_number', properties: ['initiative', 'number'] }],
  properties: {
    id: p.uuid().primary(),
    initiative: () => p.manyToOne(Initiative).lazyRef().index(false),
    number: p.integer(),
    content: p.json<VersionContent>(),
    hash: p.text(),
    submittedAt: p.datetime(),
    submittedBy: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
  },
});

/** An initiative as it was sent in, word for word; one for each time. */
export class InitiativeVersion extends InitiativeVersionSchema.class {
  static of(
    initiative: Initiative,
    content: VersionContent,
    { number, by, at }: { number: number; by: Person | null; at: Date },
  ): InitiativeVersion {
    const version = new InitiativeVersion();
    Object.assign(version, { id: newId(), initiative, number, content, hash: contentHash(content), submittedAt: at, submittedBy: by });
    return version;
  }
}
InitiativeVersionSchema.setClass(InitiativeVersion);

export const SCREENING_VERDICTS = ['ELIGIBLE', 'REJECTED', 'RETURNED', 'DUE_MOVED'] as const;
export type ScreeningVerdict = (typeof SCREENING_VERDICTS)[number];

const ScreeningSchema = defineEntity({
  name: 'Screening',
  tableName: 'screening',
  indexes: [{ name: 'screening_initiative', properties: ['initiative'] }],
  checks: [
    { name: 'screening_verdict', expression: `verdict in (${SCREENING_VERDICTS.map((verdict) => `'${verdict}'`).join(', ')})` },
    { name: 'screening_returned_iff_due', expression: "(verdict in ('RETURNED', 'DUE_MOVED')) = (due_at is not null)" },
    { name: 'screening_asks_where_returned', expression: "asks = '[]'::jsonb or verdict = 'RETURNED'" },
  ],
  properties: {
    id: p.uuid().primary(),
    initiative: () => p.manyToOne(Initiative).lazyRef().index(false),
    verdict: p.text().$type<ScreeningVerdict>(),
    reason: p.text(),
    dueAt: p.datetime().strictNullable(),
    /** What is asked at parts of the dossier, beside the reason. */
    asks: p.json<readonly Ask[]>().defaultRaw("'[]'::jsonb"),
    by: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    at: p.datetime(),
  },
});

/** What the secretariat said of an initiative that was sent in, and why; of one that was returned also that its due date was moved. */
export class Screening extends ScreeningSchema.class {
  static of(
    initiative: Initiative,
    said: { verdict: ScreeningVerdict; reason: string; dueAt: Date | null; asks: readonly Ask[]; by: Person | null; at: Date },
  ): Screening {
    const screening = new Screening();
    Object.assign(screening, { id: newId(), initiative, ...said, reason: said.reason.trim() });
    return screening;
  }
}
ScreeningSchema.setClass(Screening);

export const LINK_VERDICTS = ['NEW', 'IMPROVES', 'DUPLICATES'] as const;
export type LinkVerdict = (typeof LINK_VERDICTS)[number];

const InitiativeLinkSchema = defineEntity({
  name: 'InitiativeLink',
  tableName: 'initiative_link',
  uniques: [{ name: 'initiative_link_once', properties: ['initiative', 'earlier'] }],
  indexes: [{ name: 'initiative_link_earlier', properties: ['earlier'] }],
  checks: [
    { name: 'initiative_link_verdict', expression: `verdict in (${LINK_VERDICTS.map((verdict) => `'${verdict}'`).join(', ')})` },
    { name: 'initiative_link_not_to_itself', expression: 'initiative_id <> earlier_id' },
  ],
  properties: {
    id: p.uuid().primary(),
    initiative: () => p.manyToOne(Initiative).lazyRef().index(false),
    earlier: () => p.manyToOne(Initiative).lazyRef().index(false),
    verdict: p.text().$type<LinkVerdict>(),
    reason: p.text().strictNullable(),
    by: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    at: p.datetime(),
  },
});

/** The screener's word on two initiatives that resemble one another. `IMPROVES` is how one grows from year to year. */
export class InitiativeLink extends InitiativeLinkSchema.class {
  static between(initiative: Initiative, earlier: Initiative): InitiativeLink {
    const link = new InitiativeLink();
    Object.assign(link, { id: newId(), initiative, earlier });
    return link;
  }

  judge({ verdict, reason, by, at }: { verdict: LinkVerdict; reason: string | null; by: Person | null; at: Date }): void {
    Object.assign(this, { verdict, reason, by, at });
  }
}
InitiativeLinkSchema.setClass(InitiativeLink);

/** The last receipt number of a host's contests of one year together, counted on under the row's lock so that none is left out or given twice. */
export const ReceiptCounter = defineEntity({
  name: 'ReceiptCounter',
  tableName: 'receipt_counter',
  properties: { host: () => p.manyToOne(Unit).primary().index(false), year: p.integer().primary(), last: p.integer() },
});

/** What of a received initiative is compared with others, folded: its title by trigrams (found too as it stands, tone marks apart) and by words, all of it by words. Written with the receipt. */
export const InitiativeSearch = defineEntity({
  name: 'InitiativeSearch',
  tableName: 'initiative_search',
  indexes: [
    {
      name: 'initiative_search_title',
      expression: 'create index initiative_search_title on initiative_search using gin (title gin_trgm_ops, title_marks gin_trgm_ops)',
    },
    {
      name: 'initiative_search_title_words',
      expression: `create index initiative_search_title_words on initiative_search using gin (to_tsvector('simple', title))`,
    },
  ],
  properties: {
    initiative: () => p.oneToOne(Initiative).primary(),
    title: p.text(),
    titleMarks: p.text(),
    words: p.text().columnType('tsvector'),
  },
});
