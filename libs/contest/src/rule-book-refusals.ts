import { type Messages } from '#lib/kernel';

/** What is wrong with a rule book. */
export const ruleBookMessages: Messages = {
  RULE_BOOK_FROZEN: {
    vi: 'Quy tắc chấm đã được chốt, chỉ thay đổi được bằng quyết định.',
    en: 'The rule book is frozen; only a decision changes it.',
  },
  RULE_BOOK_NOT_FROZEN: { vi: 'Quy tắc chấm chưa chốt, hãy sửa trực tiếp.', en: 'The rule book is not frozen yet; edit it instead.' },
  RULE_BOOK_UNCHANGED: { vi: 'Nội dung mới không khác nội dung đang áp dụng.', en: 'The new content is the same as the one in force.' },
  RULE_BOOK_NO_ROUND: { vi: 'Phải có ít nhất một vòng chấm.', en: 'There must be at least one round.' },
  RULE_BOOK_NO_CRITERION: { vi: 'Vòng chấm phải có ít nhất một tiêu chí.', en: 'A round needs at least one criterion.' },
  RULE_BOOK_KEY: {
    vi: 'Mã “{key}” không hợp lệ (chữ không dấu, số, dấu chấm, gạch).',
    en: 'The key “{key}” is not valid (letters, digits, dot, dash).',
  },
  RULE_BOOK_KEY_TWICE: { vi: 'Mã “{key}” được dùng hai lần.', en: 'The key “{key}” is used twice.' },
  RULE_BOOK_NAME: { vi: 'Thiếu tên tiếng Việt hoặc tiếng Anh.', en: 'A name is missing, in Vietnamese or in English.' },
  RULE_BOOK_DECIMAL: { vi: '“{value}” không phải số thập phân không âm.', en: '“{value}” is not a decimal of zero or more.' },
  RULE_BOOK_TOO_DEEP: { vi: 'Tiêu chí chỉ chia tối đa {deepest} cấp.', en: 'Criteria go {deepest} levels deep at most.' },
  RULE_BOOK_MAXIMUM: { vi: 'Điểm tối đa của tiêu chí “{criterion}” phải lớn hơn 0.', en: 'The maximum of “{criterion}” must be above 0.' },
  RULE_BOOK_STEP: {
    vi: 'Điểm tối đa {max} của tiêu chí “{criterion}” phải là bội số của bước chấm {step}.',
    en: 'The maximum {max} of “{criterion}” must be a multiple of its step {step}.',
  },
  RULE_BOOK_SUM: {
    vi: 'Tổng điểm tối đa của các tiêu chí thành phần là {sum}, khác điểm tối đa {max} của tiêu chí “{criterion}”.',
    en: 'The sub-criteria of “{criterion}” sum to {sum}, not to its maximum {max}.',
  },
  RULE_BOOK_KNOCK_OUT: {
    vi: 'Điểm liệt của tiêu chí “{criterion}” không được vượt điểm tối đa {max}.',
    en: 'The knock-out minimum of “{criterion}” must not exceed its maximum {max}.',
  },
  RULE_BOOK_BAND: {
    vi: 'Mức điểm từ {from} đến {to} của tiêu chí “{criterion}” phải tăng dần và nằm trong khoảng từ 0 đến {max}.',
    en: 'The band from {from} to {to} of “{criterion}” must go upwards and lie between 0 and {max}.',
  },
  RULE_BOOK_BANDS_OVERLAP: { vi: 'Các mức điểm của tiêu chí “{criterion}” chồng lên nhau.', en: 'Bands of “{criterion}” overlap.' },
  RULE_BOOK_JUDGES: { vi: 'Số giám khảo cho mỗi sáng kiến phải từ 1 đến 50.', en: 'Each initiative has 1 to 50 judges.' },
  RULE_BOOK_MINIMUM_CARDS: {
    vi: 'Số phiếu tối thiểu phải từ 1 đến số giám khảo của mỗi sáng kiến.',
    en: 'The minimum of cards lies between 1 and the number of judges.',
  },
  RULE_BOOK_WEIGHT: { vi: 'Trọng số của vòng phải từ 0 đến 1.', en: 'The weight of a round lies between 0 and 1.' },
  RULE_BOOK_WEIGHTS: {
    vi: 'Tổng trọng số các vòng là {sum}, phải bằng 1.',
    en: 'The weights of the rounds sum to {sum}; they must sum to 1.',
  },
  RULE_BOOK_WEIGHT_MISSING: {
    vi: 'Thiếu trọng số của vòng.',
    en: 'The weight of the round is missing.',
  },
  RULE_BOOK_WEIGHT_UNUSED: {
    vi: 'Kết quả chỉ tính theo vòng cuối, vì vậy không quy định trọng số của vòng.',
    en: 'The final round alone decides, so that no round has a weight.',
  },
  RULE_BOOK_EDITION: {
    vi: 'Không có ấn bản quy tắc chấm này.',
    en: 'There is no such edition of the meaning of rule books.',
  },
  RULE_BOOK_TRIM_JUDGES: {
    vi: 'Chỉ bỏ điểm cao nhất và thấp nhất khi mỗi sáng kiến có từ {least} giám khảo trở lên.',
    en: 'The highest and lowest are dropped only where each initiative has {least} judges or more.',
  },
  RULE_BOOK_TRIM_DECIDES: {
    vi: 'Vòng bỏ điểm cao nhất và thấp nhất không thể chỉ tính phiếu chấm bổ sung: một sáng kiến còn dưới {least} phiếu thì cả vòng không còn được bỏ điểm.',
    en: 'A round that drops the highest and lowest cannot count the further mark alone: one initiative with fewer than {least} cards, and nothing is dropped in the whole round.',
  },
  RULE_BOOK_THRESHOLD_JUDGES: {
    vi: 'Mỗi sáng kiến chỉ có một giám khảo thì không có chênh lệch điểm.',
    en: 'With one judge for each initiative nothing can diverge.',
  },
  RULE_BOOK_THRESHOLD_NEVER: {
    vi: 'Điểm của các giám khảo không thể chênh lệch quá tổng điểm của vòng, vì vậy ngưỡng phải nhỏ hơn tổng điểm.',
    en: 'No two cards are further apart than the total of the round, so the threshold must be below it.',
  },
  RULE_BOOK_CUT_OFF_JOIN: {
    vi: 'Chỉ chọn “đạt một trong hai điều kiện” khi có cả điểm sàn và số sáng kiến vào vòng sau.',
    en: 'Either of two conditions is said only where there are both a score and a number that passes.',
  },
  RULE_BOOK_CUT_OFF_PLACES: {
    vi: 'Xếp hạng theo điểm làm tròn {places} chữ số thập phân thì điểm sàn không được lẻ hơn.',
    en: 'Where ranks are made of scores rounded to {places} decimal places, the cut-off has no more of them.',
  },
  RULE_BOOK_THRESHOLD: {
    vi: 'Ngưỡng chênh lệch phải lớn hơn 0 và không quá tổng điểm của vòng.',
    en: 'The divergence threshold is above 0 and at most the total of the round.',
  },
  RULE_BOOK_CUT_OFF: {
    vi: 'Điểm sàn không được vượt tổng điểm {max} của vòng.',
    en: 'The cut-off must not exceed the total {max} of the round.',
  },
  RULE_BOOK_CUT_OFF_TOP: { vi: 'Số sáng kiến vào vòng sau phải từ 1 trở lên.', en: 'The number that passes is 1 or more.' },
  RULE_BOOK_FURTHER_MARK: {
    vi: 'Chỉ quy định cách tính phiếu chấm bổ sung khi vòng chấm có ngưỡng chênh lệch.',
    en: 'What a further mark does is said only where the round has a divergence threshold.',
  },
  RULE_BOOK_ANONYMOUS_PRESENTATION: {
    vi: 'Vòng thuyết trình không thể giấu tên tác giả.',
    en: 'A round with presentations cannot hide who the authors are.',
  },
  RULE_BOOK_MINUTES: { vi: 'Thời gian phải từ {least} đến {most} phút.', en: 'The time lies between {least} and {most} minutes.' },
  RULE_BOOK_PLACES: { vi: 'Số chữ số thập phân phải từ 0 đến 6.', en: 'Scores are shown with 0 to 6 decimal places.' },
  RULE_BOOK_TIE_BREAK_ROUND: {
    vi: 'Bước phân định đồng hạng nêu vòng có mã “{round}”, nhưng quy tắc chấm không có vòng này.',
    en: 'A tie-break names a round with the key “{round}”, which the rule book does not have.',
  },
  RULE_BOOK_TIE_BREAK_CRITERION: {
    vi: 'Bước phân định đồng hạng nêu tiêu chí có mã “{criterion}”, nhưng “{round}” không có tiêu chí này.',
    en: 'A tie-break names a criterion with the key “{criterion}”, which “{round}” does not have.',
  },
  RULE_BOOK_CHAIR_NOT_LAST: {
    vi: 'Quyết định của Trưởng Ban Giám khảo phải là bước cuối khi phân định đồng hạng.',
    en: "The chair's vote must be the last step of the ladder.",
  },
};
