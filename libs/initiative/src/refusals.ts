import { type RefusalBook } from '#lib/kernel';
import { initiativeLabels } from './labels.js';
import { INITIATIVE_STATE_WORDS } from './domain/states.js';

/** What `initiative` refuses. */
export const initiativeRefusals: RefusalBook = {
  messages: {
    AREA_NOT_IN_CONTEST: {
      vi: 'Cuộc thi này không nhận sáng kiến thuộc lĩnh vực đã chọn.',
      en: 'This contest takes no initiatives of the chosen area.',
    },
    AUTHORS_MISSING: { vi: 'Sáng kiến phải có ít nhất một tác giả.', en: 'An initiative has at least one author.' },
    AUTHORS_TOO_MANY: { vi: 'Sáng kiến có nhiều nhất {max} tác giả.', en: 'An initiative has at most {max} authors.' },
    ASKED_TWICE: { vi: 'Đã có yêu cầu bổ sung ở mục “{field}”.', en: 'Something is asked at this part already: {field}.' },
    AUTHORSHIP_DECLINED: {
      vi: 'Người này đã từ chối đứng tên tác giả hoặc tỷ lệ đóng góp đã kê khai.',
      en: 'This person has declined to be an author, or the share that was said.',
    },
    AUTHORSHIP_NOT_CONFIRMED: {
      vi: 'Người này chưa xác nhận là tác giả với tỷ lệ đóng góp đã kê khai.',
      en: 'This person has not confirmed yet that they are an author with this share.',
    },
    AUTHORSHIP_OVER: {
      vi: 'Cuộc thi đã kết thúc, không xác nhận hay từ chối đứng tên tác giả được nữa.',
      en: 'The contest is over: authorship is neither confirmed nor declined any more.',
    },
    AUTHOR_HAS_SEAT: {
      vi: 'Người này là thành viên Ban Tổ chức, Tổ thư ký, Ban Giám khảo hoặc lãnh đạo của cuộc thi nên không được là tác giả.',
      en: 'This person has a seat in the contest (committee, secretariat, jury or leadership) and so cannot be an author in it.',
    },
    AUTHOR_OVERSEES: {
      vi: 'Người này giữ vai trò tổ chức, lãnh đạo hoặc giám khảo; chỉ chính người đó mới được ghi tên mình là tác giả.',
      en: 'This person organises, leads or judges: only they themselves can name themselves an author.',
    },
    AUTHOR_TWICE: { vi: 'Một người chỉ được ghi tên một lần trong danh sách tác giả.', en: 'A person is named once among the authors.' },
    CONTEST_NOT_RECORDED: {
      vi: 'Chỉ ghi nhận sáng kiến đã qua cho cuộc thi của năm trước được nhập bổ sung.',
      en: 'Past initiatives are recorded only for a past contest that was entered afterwards.',
    },
    DECLARATION_MISSING: { vi: 'Chưa có cam kết: {declaration}.', en: 'This has not been declared: {declaration}.' },
    FILE_NAMED_TWICE: { vi: 'Mỗi tệp chỉ được nêu một lần.', en: 'Each file is named once.' },
    FILE_NOT_NAMED: { vi: 'Chưa nêu tệp “{name}” của hồ sơ.', en: 'This file of the dossier is not named: {name}.' },
    HEAD_NOT_CONFIRMED: {
      vi: 'Thủ trưởng đơn vị chưa xác nhận nội dung hiện tại của sáng kiến.',
      en: "The unit's head has not confirmed what the initiative says now.",
    },
    IMPROVES_NOT_EARLIER: {
      vi: 'Chỉ nêu sáng kiến đủ điều kiện dự thi ở cuộc thi của năm trước là sáng kiến được cải tiến.',
      en: 'What is improved is an eligible initiative of an earlier year’s contest.',
    },
    IMPROVES_NOT_NAMED: {
      vi: 'Tác giả không nêu sáng kiến được cải tiến nên không có gì để kết luận.',
      en: 'Its authors name none that it improves: there is nothing to decide.',
    },
    INITIATIVE_TRANSITION: {
      vi: 'Không thực hiện được vì sáng kiến đang ở trạng thái “{state}”.',
      en: 'This cannot be done: the initiative is “{state}”.',
    },
    LEAD_AUTHOR_NOT_ONE: { vi: 'Phải có đúng một tác giả chính.', en: 'There is exactly one lead author.' },
    LINK_NOT_EARLIER: {
      vi: 'Chỉ đối chiếu với một sáng kiến khác đã được tiếp nhận trước đó.',
      en: 'It is compared only with another initiative that has been received.',
    },
    NO_SUBMISSION_NOT_ASKED: {
      vi: 'Cuộc thi chưa nhận sáng kiến hoặc đã kết thúc nên không ghi lý do không gửi sáng kiến.',
      en: 'The contest takes no initiatives yet, or is over: why nothing was sent is not written down.',
    },
    NOT_BEFORE_HEAD: {
      vi: 'Người soạn chưa cam kết đầy đủ nên sáng kiến chưa được trình thủ trưởng.',
      en: 'Its writers have not made all declarations: the initiative is not before the head.',
    },
    NOT_HEAD: {
      vi: 'Chỉ thủ trưởng đơn vị của sáng kiến được xác nhận hoặc trả lại.',
      en: "Only the head of the initiative's unit confirms it or sends it back.",
    },
    NOT_OPEN_TO_EDITS: {
      vi: 'Sáng kiến đã được gửi hoặc đã rút, không sửa được nữa.',
      en: 'The initiative has been sent in or withdrawn and can no longer be changed.',
    },
    INITIATIVE_NOT_ELIGIBLE: {
      vi: 'Sáng kiến không đủ điều kiện dự thi hoặc không còn dự thi.',
      en: 'The initiative is not eligible, or no longer in its contest.',
    },
    PAPER_BEFORE_OPENING: {
      vi: 'Hồ sơ giấy đến trước khi cuộc thi bắt đầu nhận sáng kiến ({opensAt}).',
      en: 'The paper came before the contest opened ({opensAt}).',
    },
    RETURN_OVERDUE: { vi: 'Đã quá hạn bổ sung hồ sơ ({dueAt}).', en: 'The time to complete the dossier ended at {dueAt}.' },
    RETURN_STILL_RUNS: { vi: 'Hồ sơ còn trong hạn bổ sung đến {dueAt}.', en: 'The dossier may still be completed until {dueAt}.' },
    SCREENING_UNFINISHED: {
      vi: 'Còn {count} sáng kiến chưa có kết luận kiểm tra hợp lệ.',
      en: '{count} initiatives have not been screened to a verdict.',
    },
    SHARES_NOT_100: {
      vi: 'Tổng tỷ lệ đóng góp phải đúng 100%, hiện là {sum}%.',
      en: 'The shares must sum to exactly 100 %; they sum to {sum} %.',
    },
    SHARE_OUT_OF_RANGE: { vi: 'Tỷ lệ đóng góp phải lớn hơn 0 và không quá 100%.', en: 'A share is above 0 and at most 100 %.' },
    SHARE_TOO_FINE: { vi: 'Tỷ lệ đóng góp có nhiều nhất hai chữ số thập phân.', en: 'A share has at most two decimals.' },
    PAPER_LATE: {
      vi: 'Hồ sơ giấy được nhận sau hạn gửi sáng kiến (lúc {deadline}).',
      en: 'The paper was received after the last moment for sending initiatives ({deadline}).',
    },
    SUBMISSION_CLOSED: {
      vi: 'Đã hết hạn gửi sáng kiến lúc {deadline}. Bản nháp vẫn được lưu.',
      en: 'The last moment for sending initiatives was {deadline}. The draft is kept.',
    },
    SUBMITTER_NOT_OF_UNIT: {
      vi: 'Người này không có quyền gửi sáng kiến cho đơn vị đã chọn.',
      en: 'This person may not draft initiatives for the chosen unit.',
    },
    TRACK_GROUP_OF_ONE: {
      vi: 'Sáng kiến đăng ký dự thi tập thể nhưng chỉ có một tác giả.',
      en: 'The initiative is said to be a group’s and has one author only.',
    },
    TRACK_INDIVIDUAL_OF_SEVERAL: {
      vi: 'Sáng kiến đăng ký dự thi cá nhân nhưng có {authors} tác giả.',
      en: 'The initiative is said to be an individual’s and has {authors} authors.',
    },
    TRACK_MISSING: {
      vi: 'Chưa nêu sáng kiến dự thi cá nhân hay tập thể.',
      en: 'It is not said whether the initiative is an individual’s or a group’s.',
    },
    TRACK_NOT_ASKED: {
      vi: 'Giải thưởng của cuộc thi này không chia cá nhân và tập thể.',
      en: 'The prizes of this contest are not divided into individuals and groups.',
    },
    UNIT_HAS_SENT: {
      vi: 'Đơn vị đã gửi sáng kiến dự thi.',
      en: 'The unit has sent an initiative to the contest.',
    },
    TEXT_MISSING: { vi: 'Chưa nhập {field}.', en: 'Write {field}.' },
  },
  constraints: {
    initiative_author_once: 'AUTHOR_TWICE',
    initiative_author_one_lead: 'LEAD_AUTHOR_NOT_ONE',
    initiative_author_share: 'SHARE_OUT_OF_RANGE',
    initiative_receipt_once: 'BUSY',
    initiative_receipt_of_host_once: 'BUSY',
    initiative_version_number: 'BUSY',
    initiative_link_once: 'BUSY',
    no_submission_once: 'BUSY',
  },
  labels: initiativeLabels,
  words: { InitiativeState: INITIATIVE_STATE_WORDS },
  states: [
    'AUTHORSHIP_OVER',
    'CONTEST_NOT_RECORDED',
    'INITIATIVE_NOT_ELIGIBLE',
    'INITIATIVE_TRANSITION',
    'NO_SUBMISSION_NOT_ASKED',
    'NOT_BEFORE_HEAD',
    'NOT_HEAD',
    'NOT_OPEN_TO_EDITS',
    'RETURN_OVERDUE',
    'RETURN_STILL_RUNS',
    'SCREENING_UNFINISHED',
    'SUBMISSION_CLOSED',
    'UNIT_HAS_SENT',
  ],
};
