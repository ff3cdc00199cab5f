import { type RefusalBook } from '#lib/kernel';
import { contestLabels } from './labels.js';
import { ruleBookMessages } from './rule-book-refusals.js';
import { CONTEST_PHASE_WORDS } from './domain/phases.js';
import { PLAN_STATE_WORDS } from './domain/plan-approval.entity.js';
import { planMessages } from './plan-refusals.js';

/** What `contest` refuses. */
export const contestRefusals: RefusalBook = {
  messages: {
    ...ruleBookMessages,
    ...planMessages,
    CONTEST_EXISTS: {
      vi: 'Đơn vị đã có cuộc thi cùng tên trong năm này.',
      en: 'The host has a contest of this title in this year already.',
    },
    CONTEST_INVALID: {
      vi: 'Thông tin cuộc thi vượt quá giới hạn cho phép.',
      en: 'Something in the settings of the contest is out of its limits.',
    },
    CONTEST_ANNOUNCED: {
      vi: 'Cuộc thi đã được phát động, nội dung này không sửa được nữa.',
      en: 'The contest has been announced; this can no longer be changed.',
    },
    CONTEST_ENDED: { vi: 'Cuộc thi đã kết thúc.', en: 'The contest is over.' },
    CONTEST_YEAR_IN_FUTURE: {
      vi: 'Cuộc thi nhập bổ sung phải thuộc năm {year} trở về trước.',
      en: 'A contest that is recorded afterwards is of {year} at the latest.',
    },
    CONTEST_NOT_RUNNING: { vi: 'Cuộc thi không ở trong thời gian tổ chức.', en: 'The contest is not running.' },
    CONTEST_HELD: { vi: 'Cuộc thi đang tạm dừng chuyển giai đoạn.', en: 'The contest is held in its phase.' },
    CONTEST_NOT_HELD: { vi: 'Cuộc thi không bị tạm dừng.', en: 'The contest is not held.' },
    CONTEST_NOT_OPEN: { vi: 'Cuộc thi chưa nhận hoặc đã ngừng nhận sáng kiến.', en: 'The contest does not take initiatives now.' },
    UNIT_NOT_ON_ROSTER: {
      vi: 'Đơn vị không thuộc danh sách dự thi của cuộc thi này.',
      en: 'The unit is not on the roster of this contest.',
    },
    COPY_GOES_FORWARD: { vi: 'Cuộc thi sao chép phải thuộc năm sau năm {year}.', en: 'A copy is for a year after {year}.' },
    DEADLINE_PASSED: {
      vi: 'Đã hết hạn gửi sáng kiến lúc {deadline}.',
      en: 'The last moment for sending initiatives was {deadline}.',
    },
    PHASE_FORBIDS: {
      vi: 'Giai đoạn hiện tại của cuộc thi không cho phép việc này.',
      en: 'The present phase of the contest does not permit this.',
    },
    PHASE_NOT_DUE: {
      vi: 'Chưa đến thời điểm chuyển sang giai đoạn “{phase}” ({at}). Muốn chuyển sớm phải có quyết định điều chỉnh thời gian.',
      en: 'The phase “{phase}” begins at {at}; only a decision moves its date.',
    },
    PHASE_OVER: { vi: 'Giai đoạn này đã kết thúc, không điều chỉnh được thời gian.', en: 'This phase is over; its dates stand.' },
    PHASE_BEGUN: { vi: 'Giai đoạn đã bắt đầu, không đổi được thời điểm bắt đầu.', en: 'This phase has begun; its start stands.' },
    PHASE_DATE_PAST: { vi: 'Thời điểm kết thúc mới không được ở trong quá khứ.', en: 'The new end must not lie in the past.' },
    PHASE_TWICE: { vi: 'Mỗi giai đoạn chỉ được nêu một lần.', en: 'Each phase is given once.' },
    PHASE_NEEDS_END: { vi: 'Giai đoạn nhận sáng kiến phải có hạn cuối.', en: 'The open phase needs a deadline.' },
    PHASE_ENDS_BEFORE_START: { vi: 'Thời điểm kết thúc phải sau thời điểm bắt đầu.', en: 'A phase ends after it begins.' },
    PHASE_ORDER: { vi: 'Các giai đoạn phải theo đúng thứ tự thời gian.', en: 'The phases must follow one another in their order.' },
    DECISION_NEEDED: {
      vi: 'Cuộc thi đã phát động: điều chỉnh thời gian phải có số quyết định và lý do.',
      en: 'Once announced, dates move by a decision with number and reason.',
    },
    TRANSITION: {
      vi: 'Không thể chuyển cuộc thi từ giai đoạn “{from}” sang giai đoạn “{to}”.',
      en: 'The contest cannot go from “{from}” to “{to}”.',
    },
    PLAN_MISSING: {
      vi: 'Chưa có kế hoạch tổ chức cuộc thi (số, ngày ban hành).',
      en: 'The plan of the contest is missing, with its number and date.',
    },
    RULES_MISSING: {
      vi: 'Chưa có thể lệ cuộc thi (số, ngày ban hành).',
      en: 'The rules of the contest are missing, with their number and date.',
    },
    AREAS_MISSING: { vi: 'Chưa chọn lĩnh vực nào cho cuộc thi.', en: 'No area has been chosen for the contest.' },
    DATES_MISSING: { vi: 'Chưa có thời gian nhận sáng kiến.', en: 'The dates for taking initiatives are missing.' },
    RULE_BOOK_MISSING: { vi: 'Chưa có quy tắc chấm.', en: 'The rule book is missing.' },
    PRIZE_PLAN_MISSING: { vi: 'Chưa có cơ cấu giải thưởng.', en: 'The prize plan is missing.' },
    PRIZE_TIER_TWICE: {
      vi: 'Có hai hạng giải trùng mã. Hãy đổi mã của một hạng.',
      en: 'Two prize tiers have the same key. Change one of them.',
    },
    PRIZE_TRACK_MISSING: {
      vi: 'Cơ cấu giải chia theo cá nhân và tập thể, nhưng hạng giải “{tier}” chưa nêu dành cho ai.',
      en: 'The plan has prizes for individuals and for groups, and the tier “{tier}” does not say whom it is for.',
    },
    PRIZE_MINIMUM_INVALID: {
      vi: 'Điểm tối thiểu của hạng giải “{tier}” không hợp lệ.',
      en: 'The minimum score of the tier “{tier}” is no score.',
    },
    PRIZE_TIER_INVALID: {
      vi: 'Số lượng giải từ 1 đến 1000, tiền thưởng không âm.',
      en: 'A tier has 1 to 1000 prizes, and no negative amount.',
    },
    DOCUMENT_EXISTS: { vi: 'Đã có văn bản cùng loại mang số này.', en: 'There is a document of this kind and number already.' },
    AREA_EXISTS: { vi: 'Đã có lĩnh vực mang mã này.', en: 'There is an area of this code already.' },
    PERSON_IS_AUTHOR: {
      vi: 'Người này là tác giả sáng kiến dự thi nên không thể giữ vị trí trong cuộc thi.',
      en: 'This person is an author in the contest and cannot hold a seat in it.',
    },
    SEAT_TAKEN: { vi: 'Người này đã giữ vị trí đó trong cuộc thi.', en: 'This person has that seat already.' },
    SEAT_OWN: {
      vi: 'Không ai được tự cử mình vào Ban Giám khảo hoặc vào vị trí lãnh đạo; hãy để người khác thực hiện.',
      en: 'Nobody gives themselves a seat on the jury or as leader; somebody else has to.',
    },
    SEAT_ENDED: { vi: 'Vị trí này đã kết thúc.', en: 'This seat has ended already.' },
    CHAIR_TAKEN: { vi: 'Ban Giám khảo đã có Trưởng ban.', en: 'The jury has a chair already.' },
    CHAIR_IS_JUDGE: { vi: 'Trưởng Ban Giám khảo phải là giám khảo.', en: 'The chair of the jury is a judge.' },
  },
  constraints: {
    contest_once: 'CONTEST_EXISTS',
    contest_year_in_range: 'CONTEST_INVALID',
    contest_grace: 'CONTEST_INVALID',
    contest_files: 'CONTEST_INVALID',
    plan_approval_once: 'PLAN_SENT',
    phase_once: 'PHASE_TWICE',
    phase_ends_after_it_begins: 'PHASE_ENDS_BEFORE_START',
    phase_open_has_deadline: 'PHASE_NEEDS_END',
    reform_area_code: 'AREA_EXISTS',
    contest_document_number: 'DOCUMENT_EXISTS',
    prize_tier_key: 'PRIZE_TIER_TWICE',
    prize_tier_minimum: 'PRIZE_TIER_INVALID',
    prize_tier_quantity: 'PRIZE_TIER_INVALID',
    prize_tier_amount: 'PRIZE_TIER_INVALID',
    rule_book_number: 'STALE',
    seat_active: 'SEAT_TAKEN',
    seat_one_chair: 'CHAIR_TAKEN',
    seat_chair_is_judge: 'CHAIR_IS_JUDGE',
  },
  labels: contestLabels,
  words: { ContestPhase: CONTEST_PHASE_WORDS, PlanState: PLAN_STATE_WORDS },
  states: [
    'CONTEST_ANNOUNCED',
    'CONTEST_ENDED',
    'CONTEST_HELD',
    'CONTEST_NOT_HELD',
    'CONTEST_NOT_OPEN',
    'CONTEST_NOT_RUNNING',
    'DEADLINE_PASSED',
    'DECISION_NEEDED',
    'PHASE_BEGUN',
    'PHASE_FORBIDS',
    'PHASE_NOT_DUE',
    'PHASE_OVER',
    'PLAN_APPROVAL_NOT_ASKED',
    'PLAN_NOT_SENT',
    'PLAN_SENT',
    'RULE_BOOK_FROZEN',
    'RULE_BOOK_NOT_FROZEN',
    'SEAT_ENDED',
    'SEAT_OWN',
    'TRANSITION',
  ],
};
