import { type RefusalBook } from '#lib/kernel';
import { awardLabels } from './labels.js';
import { DECISION_STATE_WORDS } from './domain/award-decision.entity.js';

/** What `award` refuses. */
export const awardRefusals: RefusalBook = {
  messages: {
    IMPORT_AREA_UNKNOWN: {
      vi: 'Không có lĩnh vực “{area}”. Hãy ghi mã hoặc đúng tên lĩnh vực.',
      en: 'There is no reform area “{area}”. Write its code or its exact name.',
    },
    IMPORT_AUTHORS_UNREADABLE: {
      vi: 'Không đọc được tác giả “{author}”. Ví dụ cách ghi: Nguyễn Thị Lan (60); Trần Văn Hải (40).',
      en: 'The author “{author}” cannot be read. Write them as in: Nguyen Thi Lan (60); Tran Van Hai (40).',
    },
    IMPORT_AUTHOR_UNKNOWN: {
      vi: 'Không có người dùng nào tên {name} có thể đứng tên tác giả. Hãy nhập người đó vào danh sách người dùng trước.',
      en: 'There is nobody called {name} who can be named as an author. Enter them among the people first.',
    },
    IMPORT_AUTHOR_UNCLEAR: {
      vi: 'Có nhiều người tên {name}. Hãy ghi thêm <thư điện tử> sau tên.',
      en: 'Several people are called {name}. Write the <e-mail> after the name.',
    },
    IMPORT_YEAR_FAILED: {
      vi: 'Chưa lập được cuộc thi của năm này; xem lỗi ở dòng {row}.',
      en: 'The contest of this year could not be entered; see the problem of row {row}.',
    },
    IMPORT_DECISION_DIFFERS: {
      vi: 'Các dòng cùng năm phải ghi cùng một quyết định như dòng đầu của năm ({number}).',
      en: 'All rows of a year have to name the decision of its first row ({number}).',
    },
    IMPORT_AWARDS_RECORDED: {
      vi: 'Giải thưởng của năm này đã được nhập theo quyết định {number} ngày {date}; không thể thêm giải.',
      en: 'The prizes of this year were recorded by decision {number} of {date}; none can be added.',
    },
    IMPORT_PRIZE_OTHER: {
      vi: 'Sáng kiến này không được trao giải đó trong danh sách đã nhập theo quyết định {number}.',
      en: 'In the list that was recorded by decision {number} the initiative does not have this prize.',
    },
    IMPORT_PRIZE_UNKNOWN: {
      vi: 'Cuộc thi không có giải “{prize}”. Các giải: {known}.',
      en: 'The contest has no prize “{prize}”. Its prizes: {known}.',
    },
    AWARDS_NOT_IN_DRAFT: {
      vi: 'Danh sách giải {state} nên không sửa được nữa.',
      en: 'The list of awards is {state} and cannot be changed.',
    },
    AWARDS_TRANSITION: {
      vi: 'Không thể chuyển danh sách giải từ trạng thái “{from}” sang “{to}”.',
      en: 'A list of prizes cannot go from “{from}” to “{to}”.',
    },
    AWARDS_SIGNED: {
      vi: 'Danh sách giải theo kết quả này đã được phê duyệt.',
      en: 'The prizes given by this result have been signed for.',
    },
    AWARD_STANDINGS_CHANGED: {
      vi: 'Bảng xếp hạng đã thay đổi sau khi lập danh sách giải; hãy lập lại danh sách.',
      en: 'The standings have changed since the list of awards was drawn up; propose it again.',
    },
    PAYMENT_NOTHING: { vi: 'Số tiền đã chi phải lớn hơn 0.', en: 'What was paid must be more than nothing.' },
    AWARDS_EMPTY: { vi: 'Chưa có giải nào trong danh sách.', en: 'There is no award in the list yet.' },
    AWARDS_ALREADY_PROPOSED: {
      vi: 'Danh sách giải của cuộc thi đã được lập.',
      en: 'The list of awards of this contest has been drawn up already.',
    },
    STANDINGS_NOT_FINAL: {
      vi: 'Chưa có bảng xếp hạng chung cuộc: còn vòng chấm chưa kết thúc.',
      en: 'There are no final standings yet: a round is still open.',
    },
    CONTEST_NOT_IN_DELIBERATION: {
      vi: 'Cuộc thi đang ở giai đoạn “{phase}”, không phải giai đoạn xét giải.',
      en: 'The contest is in the phase “{phase}”, not in deliberation.',
    },
    PRIZE_BEYOND_PLAN: {
      vi: 'Đã trao đủ {quantity} giải của hạng này; trao thêm phải nêu lý do.',
      en: 'All {quantity} prizes of this tier are given; one more needs a reason.',
    },
    AWARD_DEPARTS_FROM_STANDINGS: {
      vi: 'Giải này khác với đề xuất theo bảng xếp hạng; phải nêu lý do.',
      en: 'This award departs from what the standings propose; it needs a reason.',
    },
    AWARD_TIE_UNDECIDED: {
      vi: 'Số giải không đủ cho các sáng kiến đồng hạng {rank}: {initiatives}. Phải quyết định sáng kiến nào nhận giải và nêu lý do.',
      en: 'There are too few equal prizes for those who share rank {rank}: {initiatives}. Decide among them, with a reason.',
    },
    AWARD_NO_SUCH_TIE: {
      vi: 'Không có nhóm sáng kiến đồng hạng {rank} nào cần quyết định.',
      en: 'At rank {rank} there is no tie to decide.',
    },
    AWARD_NOT_IN_TIE: {
      vi: 'Sáng kiến này không thuộc nhóm đồng hạng, hoặc được nêu hai lần.',
      en: 'This initiative is not one of those that share the rank, or is named twice.',
    },
    AWARD_DEPARTURE_UNNAMED: {
      vi: 'Giải của {initiatives} khác với đề xuất theo bảng xếp hạng và cơ cấu giải; phải nêu lý do.',
      en: 'What {initiatives} gets differs from what standings and prize plan propose; it needs a reason.',
    },
    AWARD_OTHER_TRACK: {
      vi: 'Giải này dành cho nhóm dự thi khác (cá nhân hoặc tập thể), không trao được cho {initiatives}.',
      en: 'This prize is of another track and cannot go to {initiatives}.',
    },
    AWARD_INITIATIVE_OUT: {
      vi: 'Sáng kiến không còn dự thi: {initiatives}. Hãy đưa ra khỏi danh sách giải.',
      en: 'No longer in the contest: {initiatives}. Take them off the list of awards.',
    },
    AWARD_EXISTS: { vi: 'Sáng kiến này đã có giải.', en: 'This initiative has an award already.' },
    AWARD_REVOKED: { vi: 'Giải này đã bị thu hồi.', en: 'This award has been revoked.' },
    AWARD_NOT_PUBLISHED: { vi: 'Giải chưa được công bố nên chưa thể thu hồi.', en: 'The award is not published, so it cannot be revoked.' },
    AWARD_NOT_REVOKED: {
      vi: 'Giải này chưa bị thu hồi nên không trao lại cho sáng kiến khác được.',
      en: 'This prize has not been revoked, so it cannot be given to another initiative.',
    },
    AWARD_REPLACED: { vi: 'Giải này đã được trao lại cho sáng kiến khác.', en: 'This prize has been given to another initiative already.' },
    AWARD_TO_THE_SAME: {
      vi: 'Giải này đã được thu hồi từ chính sáng kiến đó nên không trao lại được.',
      en: 'This prize was revoked from the same initiative and cannot go back to it.',
    },
    AWARD_UNRANKED: {
      vi: 'Sáng kiến này không có thứ hạng trong bảng xếp hạng dùng để lập danh sách giải.',
      en: 'This initiative has no rank for a prize in the standings that the list of awards follows.',
    },
    AWARD_BELOW_MINIMUM: {
      vi: 'Điểm của sáng kiến này dưới mức tối thiểu của giải ({minimum} điểm).',
      en: 'The score of this initiative is below the minimum of the prize, which is {minimum}.',
    },
    AWARD_DECISION_BEFORE_FIRST: {
      vi: 'Ngày của quyết định trao lại giải không được trước ngày của quyết định khen thưởng ({first}).',
      en: 'The decision to give the prize to another cannot be dated before the decision on the prizes ({first}).',
    },
    RESULT_NOT_APPROVED: { vi: 'Kết quả chưa được phê duyệt.', en: 'The result has not been approved.' },
  },
  constraints: {
    award_one_per_initiative: 'AWARD_EXISTS',
    award_replaced_once: 'AWARD_REPLACED',
    award_decision_one_per_contest: 'AWARDS_ALREADY_PROPOSED',
  },
  labels: awardLabels,
  words: { AwardDecisionState: DECISION_STATE_WORDS },
  states: [
    'AWARDS_ALREADY_PROPOSED',
    'AWARDS_NOT_IN_DRAFT',
    'AWARDS_SIGNED',
    'AWARDS_TRANSITION',
    'AWARD_NOT_PUBLISHED',
    'AWARD_NOT_REVOKED',
    'AWARD_REPLACED',
    'AWARD_REVOKED',
    'CONTEST_NOT_IN_DELIBERATION',
    'RESULT_NOT_APPROVED',
    'STANDINGS_NOT_FINAL',
  ],
};
