import { defineEntity, p } from '@mikro-orm/core';
import { Counter } from './counter.entity.js';
import {
  HOLD_RULES,
  type HoldRule,
  LONGEST_COMMENT,
  REASONS,
  type Reason,
  STANDINGS,
  type Standing,
  TIERS,
  type Tier,
} from './rating-words.js';

const listOf = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

const RatingSchema = defineEntity({
  name: 'Rating',
  tableName: 'rating',
  indexes: [{ name: 'rating_of_counter', properties: ['counter', 'day'] }],
  uniques: [{ name: 'rating_sent_once', properties: ['submissionId'] }],
  checks: [
    { name: 'rating_level', expression: 'level between 1 and 5' },
    { name: 'rating_reasons', expression: `reasons <@ array[${listOf(REASONS)}]` },
    { name: 'rating_tier', expression: `tier in (${listOf(TIERS)})` },
    { name: 'rating_standing', expression: `standing in (${listOf(STANDINGS)})` },
    { name: 'rating_rule', expression: `rule in (${listOf(HOLD_RULES)})` },
    { name: 'rating_held_by_a_rule', expression: "standing = 'COUNTED' or rule is not null" },
    { name: 'rating_ids_tell_no_moment', expression: 'uuid_extract_version(id) = 4 and uuid_extract_version(submission_id) = 4' },
  ],
  properties: {
    id: p.uuid().primary(),
    /** Made with the form: what is sent twice is one rating. */
    submissionId: p.uuid(),
    counter: () => p.manyToOne(Counter).lazyRef().index(false),
    /** The field of the counter on that day; null: it was for all fields. */
    field: p.text().strictNullable(),
    level: p.integer(),
    reasons: p.array().$type<Reason[]>(),
    day: p.date(),
    tier: p.text().$type<Tier>(),
    standing: p.text().$type<Standing>(),
    /** Why it was held once; it stays when the rating is counted after all. */
    rule: p.text().$type<HoldRule>().strictNullable(),
  },
});

/** How content somebody was at a counter. Of when in the day, from where and by which device nothing is kept, and no id is in an order. */
export class Rating extends RatingSchema.class {}
RatingSchema.setClass(Rating);

const RatingCommentSchema = defineEntity({
  name: 'RatingComment',
  tableName: 'rating_comment',
  indexes: [{ name: 'rating_comment_by_week', properties: ['week', 'id'] }],
  uniques: [{ name: 'rating_comment_one', properties: ['rating'] }],
  checks: [
    { name: 'rating_comment_short', expression: `char_length(text) between 1 and ${String(2 * LONGEST_COMMENT)}` },
    { name: 'rating_comment_of_a_week', expression: 'extract(isodow from week) = 1' },
    { name: 'rating_comment_id_tells_no_moment', expression: 'uuid_extract_version(id) = 4' },
  ],
  properties: {
    id: p.uuid().primary(),
    rating: () => p.manyToOne(Rating).lazyRef().index(false).deleteRule('cascade'),
    text: p.text(),
    /** The Monday of its week: its day stands with the rating alone. */
    week: p.date(),
  },
});

/** What somebody added in words. Never public, and gone after 24 months; the rating stays. */
export class RatingComment extends RatingCommentSchema.class {}
RatingCommentSchema.setClass(RatingComment);

const RatingDaySchema = defineEntity({
  name: 'RatingDay',
  tableName: 'rating_day',
  uniques: [{ name: 'rating_day_once', properties: ['counter', 'day'] }],
  checks: [{ name: 'rating_day_counts', expression: 'ratings > 0 and held between 0 and ratings' }],
  properties: {
    id: p.uuid().primary(),
    counter: () => p.manyToOne(Counter).lazyRef().index(false),
    day: p.date(),
    ratings: p.integer(),
    held: p.integer(),
  },
});

/** How many rated at a counter on a day that is over, as it stands in the log. */
export class RatingDay extends RatingDaySchema.class {}
RatingDaySchema.setClass(RatingDay);
