import { type Words } from '#lib/kernel';
import { type LineageKind } from './lineage.js';
import { type UnitKind } from './unit.entity.js';

/** What people call the kinds of units. */
export const UNIT_KIND_WORDS: Readonly<Record<UnitKind, Words>> = {
  CITY: { vi: 'thành phố', en: 'city' },
  DISTRICT: { vi: 'huyện', en: 'district' },
  DEPARTMENT: { vi: 'phòng, ban', en: 'department' },
  COMMUNE: { vi: 'xã', en: 'commune' },
  TOWNSHIP: { vi: 'thị trấn', en: 'township' },
  WARD: { vi: 'phường', en: 'ward' },
};

/** What people call what became of a unit. */
export const LINEAGE_WORDS: Readonly<Record<LineageKind, Words>> = {
  WHOLE: { vi: 'nguyên trạng', en: 'the whole' },
  REST: { vi: 'phần còn lại', en: 'the rest' },
  PART_AREA: { vi: 'một phần diện tích', en: 'a strip of land' },
  SPLIT: { vi: 'chia tách', en: 'a part of a split' },
};
