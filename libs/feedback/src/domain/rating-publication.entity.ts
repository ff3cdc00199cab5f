import { defineEntity, p } from '@mikro-orm/core';
import { Unit } from '#domain/units';
import { TIERS, type Tier } from './rating-words.js';

const RatingPublicationSchema = defineEntity({
  name: 'RatingPublication',
  tableName: 'rating_publication',
  checks: [
    { name: 'rating_publication_of_a_month', expression: 'extract(day from month) = 1' },
    { name: 'rating_publication_after_its_month', expression: "published_on >= month + interval '1 month'" },
  ],
  properties: {
    id: p.uuid().primary(),
    /** Its first day. */
    month: p.date().unique('rating_publication_once'),
    publishedOn: p.date(),
    illustrative: p.boolean(),
  },
});

/** That a month's ratings were published: once, since two tables of one month would tell by their difference what neither shows. */
export class RatingPublication extends RatingPublicationSchema.class {}
RatingPublicationSchema.setClass(RatingPublication);

const PublishedRatingSchema = defineEntity({
  name: 'PublishedRating',
  tableName: 'published_rating',
  indexes: [
    {
      name: 'published_rating_once',
      expression:
        'alter table published_rating add constraint published_rating_once unique nulls not distinct (publication_id, unit_id, field, tier, level)',
    },
  ],
  checks: [
    { name: 'published_rating_level', expression: 'level between 1 and 5' },
    { name: 'published_rating_tier', expression: `tier in (${TIERS.map((tier) => `'${tier}'`).join(', ')})` },
    {
      name: 'published_rating_counts',
      expression: 'rated > 0 and counted >= 0 and excluded >= 0 and held >= excluded and held <= rated and counted + excluded <= rated',
    },
  ],
  properties: {
    id: p.uuid().primary(),
    publication: () => p.manyToOne(RatingPublication).lazyRef().index(false).deleteRule('cascade'),
    unit: () => p.manyToOne(Unit).lazyRef().index('published_rating_of_unit'),
    field: p.text().strictNullable(),
    tier: p.text().$type<Tier>(),
    level: p.integer(),
    /** All that were given, those that count, those that were held, those left out; what still waited is none of the second and the last. */
    rated: p.integer(),
    counted: p.integer(),
    held: p.integer(),
    excluded: p.integer(),
  },
});

/** What was counted of one month, unit, field, tier and level when it was published; what of it is shown follows from all of it. */
export class PublishedRating extends PublishedRatingSchema.class {}
PublishedRatingSchema.setClass(PublishedRating);
