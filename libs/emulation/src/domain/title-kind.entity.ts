import { defineEntity, p } from '@mikro-orm/core';
import { Refused, type WhyNot, newId, oneOf } from '#lib/kernel';

/** Who gives a title, from the nearest to the furthest. */
export const TITLE_LEVELS = ['UNIT', 'DISTRICT', 'PROVINCE', 'NATION'] as const;
export type TitleLevel = (typeof TITLE_LEVELS)[number];

/** Of what comes by itself: prizes of contests, and initiatives that were recognised. */
export const PRIZE_KIND = 'PRIZE';
export const RECOGNITION_KIND = 'RECOGNITION';
export const BY_THEMSELVES: readonly string[] = [PRIZE_KIND, RECOGNITION_KIND];

const TitleKindSchema = defineEntity({
  name: 'TitleKind',
  tableName: 'title_kind',
  uniques: [{ name: 'title_kind_code', properties: ['code'] }],
  checks: [
    { name: 'title_kind_code_plain', expression: "code ~ '^[A-Z][A-Z0-9_]{1,39}$'" },
    { name: 'title_kind_level', expression: oneOf('level', TITLE_LEVELS) },
    { name: 'title_kind_ends_after_it_begins', expression: 'ends_on >= starts_on' },
  ],
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    nameVi: p.text(),
    nameEn: p.text(),
    level: p.text().$type<TitleLevel>(),
    /** Whether somebody may have several of a year. */
    multiple: p.boolean(),
    startsOn: p.date(),
    endsOn: p.date().strictNullable(),
    basis: p.text(),
    illustrative: p.boolean(),
    version: p.integer().version(),
  },
});

export interface TitleKindSaid {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly level: TitleLevel;
  readonly multiple: boolean;
  readonly startsOn: string;
  readonly basis: string;
}

/** A title, a commendation or another achievement that is recorded, by the text that it rests on. Another text gives another kind. */
export class TitleKind extends TitleKindSchema.class {
  static of({ code, nameVi, nameEn, basis, ...said }: TitleKindSaid, illustrative: boolean): TitleKind {
    const words = { nameVi: nameVi.trim(), nameEn: nameEn.trim(), basis: basis.trim() };
    const plain = code.normalize('NFKC').trim().toUpperCase();
    return Object.assign(new TitleKind(), { id: newId(), code: plain, ...words, ...said, endsOn: null, illustrative });
  }

  /** Of the years after it none is recorded. */
  end(on: string): void {
    if (on < this.startsOn) throw new Refused('TITLE_KIND_TURNED', {}, 'endsOn');
    this.endsOn = on;
  }
}
TitleKindSchema.setClass(TitleKind);

/** A kind is recorded of the years that it was in force in, if only for a part of them. */
export const whyNotInYear = (kind: { startsOn: string; endsOn: string | null }, year: number): WhyNot =>
  kind.startsOn <= `${String(year)}-12-31` && (kind.endsOn ?? '9999-12-31') >= `${String(year)}-01-01`
    ? null
    : new Refused('TITLE_KIND_NOT_IN_YEAR', { year }, 'year');
