import { defineEntity, p } from '@mikro-orm/core';
import { type Words, newId, said } from '#lib/kernel';
import { unitCode } from './unit-keys.js';

export const UNIT_KINDS = ['CITY', 'DISTRICT', 'DEPARTMENT', 'COMMUNE', 'TOWNSHIP', 'WARD'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** What people call the kinds of units. */
export const UNIT_KIND_WORDS: Readonly<Record<UnitKind, Words>> = {
  CITY: { vi: 'thành phố, tỉnh', en: 'city or province' },
  DISTRICT: { vi: 'huyện, quận', en: 'district' },
  DEPARTMENT: { vi: 'phòng, ban', en: 'department' },
  COMMUNE: { vi: 'xã', en: 'commune' },
  TOWNSHIP: { vi: 'thị trấn', en: 'township' },
  WARD: { vi: 'phường', en: 'ward' },
};

const DAYS = "daterange(valid_from, valid_to, '[]')";

const UnitSchema = defineEntity({
  name: 'Unit',
  tableName: 'unit',
  indexes: [
    { name: 'unit_parent', properties: ['parent'] },
    { name: 'unit_code', properties: ['code'] },
    {
      name: 'unit_name_once',
      expression: `alter table unit add constraint unit_name_once exclude using gist (parent_id with =, name_key(name_vi) with =, ${DAYS} with &&) where (not doubled)`,
    },
    {
      name: 'unit_code_once',
      expression: `alter table unit add constraint unit_code_once exclude using gist (root_id with =, code with =, ${DAYS} with &&) where (not doubled)`,
    },
  ],
  checks: [
    { name: 'unit_kind', expression: `kind in (${UNIT_KINDS.map((kind) => `'${kind}'`).join(', ')})` },
    { name: 'unit_is_not_its_own_parent', expression: 'parent_id <> id' },
    { name: 'unit_ends_after_it_begins', expression: 'valid_to >= valid_from' },
    { name: 'unit_root_is_its_own', expression: 'parent_id is not null or root_id = id' },
    { name: 'unit_code_plain', expression: `code = upper(regexp_replace(normalize(code, nfkc), '\\s', '', 'g'))` },
  ],
  properties: {
    id: p.uuid().primary(),
    kind: p.text().$type<UnitKind>(),
    // Of the statistics office. An attribute, not an identity: 09871 was Tiền Yên and is Sơn Đồng since 2025.
    code: p.text().nullable(),
    abbreviation: p.text().nullable(),
    nameVi: p.text(),
    nameEn: p.text(),
    parent: () => p.manyToOne(Unit).lazyRef().nullable().index(false),
    /** What stands at the top of its tree: within a tree a code is one unit's at a time. */
    rootId: p.uuid(),
    validFrom: p.date(),
    validTo: p.date().nullable(),
    /** It stood beside one of the same name or code before that was refused. */
    doubled: p.boolean().default(false),
    version: p.integer().version(),
  },
});

/** What a unit is called and how it is counted. */
export interface UnitNaming {
  readonly kind: UnitKind;
  readonly statisticsCode?: string | null;
  readonly abbreviation?: string | null;
  readonly nameVi: string;
  readonly nameEn: string;
}

/** A department, commune or town in the tree of administration, between two days; both days belong to it. */
export class Unit extends UnitSchema.class {
  static open(order: UnitNaming & { readonly parent: Unit | null; readonly validFrom: string; readonly validTo?: string | null }): Unit {
    const unit = new Unit();
    unit.id = newId();
    Object.assign(unit, { code: null, abbreviation: null });
    unit.rename(order);
    unit.parent = order.parent;
    unit.rootId = order.parent?.rootId ?? unit.id;
    unit.doubled = false;
    unit.validFrom = order.validFrom;
    unit.validTo = order.validTo ?? null;
    return unit;
  }

  /** What is left out stays. */
  rename({ kind, statisticsCode: code, abbreviation, nameVi, nameEn }: UnitNaming): void {
    Object.assign(this, said({ kind, code: code && unitCode(code), abbreviation, nameVi, nameEn }));
  }

  /** Asked before: `whyNotClose`. */
  close(lastDay: string): void {
    this.validTo = lastDay;
  }

  isValidOn(day: string): boolean {
    return this.validFrom <= day && (this.validTo === null || this.validTo === undefined || day <= this.validTo);
  }
}
UnitSchema.setClass(Unit);
