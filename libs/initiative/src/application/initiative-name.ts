import { type RawBuilder, sql } from 'kysely';

/** An initiative as others name it. */
export interface InitiativeName {
  readonly id: string;
  /** Null where it has none: a draft, or one of the past without. */
  readonly receiptNumber: string | null;
  readonly title: string;
}

/** Row `i` of initiatives as others name it, as JSON; by another title, where its own is not for whoever reads it. */
export const initiativeName = (i: RawBuilder<unknown>, title: RawBuilder<unknown> = sql`${i}.title`): RawBuilder<unknown> =>
  sql`json_build_object('id', ${i}.id, 'receiptNumber', ${i}.code, 'title', ${title})`;

/** Row `u` of units that sent an initiative in as others name them, as JSON. */
export const ownerName = (u: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`json_build_object('id', ${u}.id, 'nameVi', ${u}.name_vi, 'nameEn', ${u}.name_en, 'abbreviation', ${u}.abbreviation)`;

/** Row `r` of reform areas as others name it, as JSON. */
export const areaName = (r: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`json_build_object('id', ${r}.id, 'areaCode', ${r}.code, 'nameVi', ${r}.name_vi, 'nameEn', ${r}.name_en)`;
