import { type Messages } from '#lib/kernel';

/** What people call the fields of the inputs of `reform`. */
export const reformLabels: Messages = {
  schemeId: { vi: 'bộ tiêu chí', en: 'the scheme' },
  yearId: { vi: 'năm đánh giá', en: 'the year of the index' },
  withId: { vi: 'năm so sánh', en: 'the other year' },
  sheetId: { vi: 'phiếu chấm chỉ số', en: 'the sheet of the unit' },
  scoreId: { vi: 'tiêu chí', en: 'the criterion' },
  fields: { vi: 'các lĩnh vực', en: 'the fields' },
  criterionCode: { vi: 'số thứ tự tiêu chí', en: 'the number of the criterion' },
  comparableWithId: { vi: 'tiêu chí tương ứng', en: 'the criterion with the same meaning' },
  'IndexFieldInput.criteria': { vi: 'các tiêu chí', en: 'the criteria' },
  maximum: { vi: 'điểm tối đa', en: 'the most points' },
  fromYear: { vi: 'năm bắt đầu áp dụng', en: 'the first year' },
  total: { vi: 'tổng điểm', en: 'all points' },
  selfDueOn: { vi: 'hạn tự chấm', en: 'the day by which units score themselves' },
  unitIds: { vi: 'các đơn vị', en: 'the units' },
  scores: { vi: 'các điểm', en: 'the points' },
};
