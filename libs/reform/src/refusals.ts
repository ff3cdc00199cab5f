import { type RefusalBook } from '#lib/kernel';
import { INDEX_SCHEME_STATE_WORDS, INDEX_SHEET_STATE_WORDS } from './domain/index-states.js';
import { reformLabels } from './labels.js';

/** What `reform` refuses. */
export const reformRefusals: RefusalBook = {
  messages: {
    INDEX_CODE_TWICE: { vi: 'Số thứ tự {code} xuất hiện hai lần.', en: 'The number {code} is there twice.' },
    INDEX_COMPARABLE_UNKNOWN: {
      vi: 'Tiêu chí tương ứng phải thuộc bộ tiêu chí cũ hơn, đang áp dụng, của cùng cơ quan.',
      en: 'A criterion to compare with is of an older scheme in force of the same office.',
    },
    INDEX_COMPARED_TWICE: {
      vi: 'Tiêu chí {code} và một tiêu chí khác cùng ứng với một tiêu chí cũ.',
      en: 'Criterion {code} and another one are compared with the same older criterion.',
    },
    INDEX_HOST_UNCLEAR: { vi: 'Cần chọn đơn vị phụ trách bộ tiêu chí.', en: 'Say which unit keeps the scheme.' },
    INDEX_NOT_COMPARABLE: {
      vi: 'Tổng điểm của hai bộ tiêu chí khác nhau không so sánh được; chỉ so sánh các tiêu chí chung.',
      en: 'Totals of two schemes are not comparable; only criteria that both have in common are compared.',
    },
    INDEX_OF_OFFICE: {
      vi: 'Cơ quan phụ trách chỉ số cải cách hành chính thực hiện việc này.',
      en: 'The office that keeps the reform index does this.',
    },
    INDEX_OF_UNIT: {
      vi: 'Người đứng đầu hoặc cán bộ báo cáo của đơn vị thực hiện việc này.',
      en: 'The head of the unit, or who reports for it, does this.',
    },
    INDEX_OWN_UNIT: {
      vi: 'Không ai thẩm định, kết luận điểm của chính đơn vị mình.',
      en: 'Nobody assesses or settles the points of their own unit.',
    },
    INDEX_POINTS_OUTSIDE: { vi: 'Điểm từ 0 đến {maximum}.', en: 'Points are from 0 to {maximum}.' },
    INDEX_POINTS_STEP: { vi: 'Điểm lẻ đến {step}.', en: 'Points are given by {step}.' },
    INDEX_REASON_MISSING: {
      vi: 'Điểm khác với bước trước: cần nêu lý do.',
      en: 'These points depart from those before: say why.',
    },
    INDEX_SCHEME_DRAFT: { vi: 'Bộ tiêu chí chưa được áp dụng.', en: 'The scheme is not in force.' },
    INDEX_SCHEME_IN_FORCE: {
      vi: 'Bộ tiêu chí đang áp dụng, không sửa được nữa.',
      en: 'The scheme is in force: nothing of it changes.',
    },
    INDEX_SCHEME_YEAR_TAKEN: {
      vi: 'Đã có bộ tiêu chí áp dụng từ năm này.',
      en: 'Another scheme holds from this year.',
    },
    INDEX_SCORES_TIME: {
      vi: 'Điểm chỉ ghi được ở đúng bước của phiếu chấm.',
      en: 'Points are written in the step that the sheet is at.',
    },
    INDEX_STATE: { vi: 'Phiếu chấm đang ở bước: {state}.', en: 'The sheet is at this step: {state}.' },
    INDEX_SUM_WRONG: {
      vi: 'Tổng điểm tối đa của các tiêu chí là {sum}, khác với {total}.',
      en: 'The maxima of the criteria add up to {sum}, not to {total}.',
    },
    INDEX_TOO_MANY: { vi: 'Nhiều nhất {most} lĩnh vực và tiêu chí.', en: 'At most {most} fields and criteria.' },
    INDEX_UNSCORED: { vi: 'Còn {count} tiêu chí chưa có điểm.', en: '{count} criteria have no points yet.' },
    INDEX_YEAR_BEFORE: { vi: 'Bộ tiêu chí áp dụng từ năm {year}.', en: 'The scheme holds from {year} on.' },
    INDEX_YEAR_OPEN: { vi: 'Năm này đã mở đánh giá.', en: 'This year is open already.' },
  },
  constraints: {
    index_scheme_of_year_once: 'INDEX_SCHEME_YEAR_TAKEN',
    index_scheme_stays_in_force: 'INDEX_SCHEME_IN_FORCE',
    index_year_once: 'INDEX_YEAR_OPEN',
    index_scores_in_their_time: 'INDEX_SCORES_TIME',
    index_score_with_reason: 'INDEX_REASON_MISSING',
    index_sheet_assessed_by_another: 'INDEX_OWN_UNIT',
  },
  labels: reformLabels,
  words: { IndexSchemeState: INDEX_SCHEME_STATE_WORDS, IndexSheetState: INDEX_SHEET_STATE_WORDS },
  states: ['INDEX_STATE', 'INDEX_OF_OFFICE', 'INDEX_OF_UNIT', 'INDEX_SCHEME_IN_FORCE'],
};
