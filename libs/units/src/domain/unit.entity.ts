import { defineEntity, p } from '@mikro-orm/core';
import { Refused, newId, said } from '#lib/kernel';

export const UNIT_KINDS = ['CITY', 'DISTRICT', 'DEPARTMENT', 'COMMUNE', 'TOWNSHIP', 'WARD'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

const UnitSchema = defineEntity({
  name: 'Unit',
  tableName: 'unit',
  indexes: [
    { name: 'unit_parent', properties: ['parent'] },
    { name: 'unit_code', properties: ['code'] },
  ],
  checks: [
    { name: 'unit_kind', expression: `kind in (${UNIT_KINDS.map((kind) => `'${kind}'`).join(', ')})` },
    { name: 'unit_is_not_its_own_parent', expression: 'parent_id <> id' },
    { name: 'unit_ends_after_it_begins', expression: 'valid_to >= valid_from' },
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
    validFrom: p.date(),
    validTo: p.date().nullable(),
    version: p.integer().version(),
  },
});

/** What a unit is called and how it is counted. */
export interface UnitNaming {
  readonly kind: UnitKind;
  readonly code?: string | null;
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
    unit.validFrom = order.validFrom;
    unit.validTo = order.validTo ?? null;
    return unit;
  }

  /** What is left out stays. */
  rename({ kind, code, abbreviation, nameVi, nameEn }: UnitNaming): void {
    Object.assign(this, said({ kind, code, abbreviation, nameVi, nameEn }));
  }

  close(lastDay: string): void {
    if (this.validTo) throw new Refused('UNIT_CLOSED', { on: this.validTo });
    if (lastDay < this.validFrom) throw new Refused('UNIT_ENDS_BEFORE_IT_BEGINS', { from: this.validFrom }, 'validTo');
    this.validTo = lastDay;
  }

  isValidOn(day: string): boolean {
    return this.validFrom <= day && (this.validTo === null || this.validTo === undefined || day <= this.validTo);
  }
}
UnitSchema.setClass(Unit);
