import { type Messages } from '#lib/kernel';

/** What people call the fields of the inputs of `units`. */
export const unitsLabels: Messages = {
  abbreviation: { vi: 'tên viết tắt', en: 'the abbreviation' },
  asOf: { vi: 'ngày tính danh sách', en: 'the day as of which it is asked' },
  belowId: { vi: 'đơn vị cấp trên', en: 'the unit above' },
  'CreateUnitInput.kind': { vi: 'loại đơn vị', en: 'the kind of unit' },
  'EditUnitInput.kind': { vi: 'loại đơn vị', en: 'the kind of unit' },
  effectiveOn: { vi: 'ngày có hiệu lực', en: 'the day it takes effect' },
  fromId: { vi: 'đơn vị cũ', en: 'the old unit' },
  nameEn: { vi: 'tên tiếng Anh', en: 'the English name' },
  nameVi: { vi: 'tên tiếng Việt', en: 'the Vietnamese name' },
  parentId: { vi: 'đơn vị cấp trên trực tiếp', en: 'the unit directly above' },
  'RecordLineageInput.kind': { vi: 'hình thức sắp xếp', en: 'what became of the unit' },
  rosterId: { vi: 'danh sách đơn vị', en: 'the roster' },
  statisticsCode: { vi: 'mã thống kê của đơn vị', en: 'the statistics code of the unit' },
  toId: { vi: 'đơn vị mới', en: 'the new unit' },
  unitId: { vi: 'đơn vị', en: 'the unit' },
  unitIds: { vi: 'các đơn vị', en: 'the units' },
  'UnitsArguments.kind': { vi: 'loại đơn vị', en: 'the kind of unit' },
  validFrom: { vi: 'ngày bắt đầu', en: 'the first day' },
  validTo: { vi: 'ngày kết thúc', en: 'the last day' },
};
