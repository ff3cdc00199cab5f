import { type RefusalBook } from '#lib/kernel';
import { rolloutLabels } from './labels.js';
import { ADOPTION_STATE_WORDS } from './domain/adoption-states.js';
import { EXCEPTION_REQUEST_STATE_WORDS } from './domain/exception-request.entity.js';
import { REPORT_STATE_WORDS } from './domain/report-policy.js';

/** What `rollout` refuses. */
export const rolloutRefusals: RefusalBook = {
  messages: {
    CONTEST_NOT_PUBLISHED: {
      vi: 'Kết quả cuộc thi chưa được công bố nên chưa nhân rộng được sáng kiến.',
      en: 'The result of the contest is not published yet, so its initiatives cannot be rolled out.',
    },
    ROLLOUT_EXISTS: { vi: 'Sáng kiến này đã có quyết định nhân rộng.', en: 'The initiative is rolled out by a decision already.' },
    ADOPTION_EXISTS: { vi: 'Đơn vị đã tham gia nhân rộng sáng kiến này.', en: 'The unit takes part in this rollout already.' },
    UNIT_NOT_IN_ROLLOUT: {
      vi: 'Đơn vị không thuộc danh sách đơn vị của đợt nhân rộng.',
      en: 'The unit is not on the roster of this rollout.',
    },
    ROSTER_DRAWN: {
      vi: 'Đợt nhân rộng đã bắt đầu với danh sách đơn vị tính đến ngày {asOf}.',
      en: 'The rollout has begun already, with the units of {asOf}.',
    },
    UNIT_TWICE: { vi: 'Một đơn vị được nêu hai lần.', en: 'A unit is named twice.' },
    DUE_BEFORE_START: {
      vi: 'Hạn hoàn thành không được trước ngày bắt đầu.',
      en: 'The due date cannot be before the start.',
    },
    INDICATOR_TWICE: {
      vi: 'Có hai chỉ tiêu trùng mã. Hãy đổi mã của một chỉ tiêu.',
      en: 'Two indicators have the same key. Change one of them.',
    },
    INDICATOR_HAS_FIGURES: {
      vi: 'Chỉ tiêu “{indicator}” đã có số liệu nên không bỏ được, cũng không đổi được cách tính hoặc đơn vị tính.',
      en: 'The indicator “{indicator}” has figures: it can neither be dropped nor be counted differently.',
    },
    UNIT_EXEMPT: { vi: 'Đơn vị được miễn tham gia nên không phải báo cáo.', en: 'The unit is exempt and has nothing to report.' },
    UNIT_NOT_EXPECTED: {
      vi: 'Đơn vị không tham gia đợt nhân rộng nào cần báo cáo trong kỳ này.',
      en: 'The unit takes part in no rollout that is reported on here.',
    },
    BASIS_UNCHANGED: { vi: 'Đơn vị đã ở hình thức tham gia này.', en: 'The unit takes part on this basis already.' },
    ADOPTION_MOVE: {
      vi: 'Không chuyển được việc áp dụng từ trạng thái “{from}” sang “{to}”.',
      en: 'An adoption does not go from “{from}” to “{to}”.',
    },
    EVIDENCE_MISSING: {
      vi: 'Cần minh chứng (ghi chú hoặc tệp) khi báo đang sử dụng hoặc duy trì ổn định.',
      en: 'Use and sustained use are reported with evidence: a note or a file.',
    },
    ADOPTION_UNGROUNDED: {
      vi: 'Trạng thái này chưa có minh chứng, chưa có lý do bỏ qua áp dụng thử, hoặc trạng thái trước chưa đủ thời gian tối thiểu.',
      en: 'The state is not shown, or skips the trial without a reason, or the one before has not lasted long enough.',
    },
    ADOPTION_TOO_SOON: {
      vi: 'Trạng thái trước bắt đầu ngày {since} và phải kéo dài ít nhất {months} tháng: sớm nhất là ngày {earliest}.',
      en: 'The state before began on {since} and lasts {months} months at least: {earliest} is the earliest day.',
    },
    ROLLOUT_LEAST_MONTHS: {
      vi: 'Thời gian tối thiểu của một trạng thái từ 0 đến 60 tháng.',
      en: 'The least time of a state is 0 to 60 months.',
    },
    DATE_OUT_OF_ORDER: {
      vi: 'Ngày không được trước lần thay đổi gần nhất ({last}).',
      en: 'The date cannot be before the last change ({last}).',
    },
    PERIOD_ENDS_BEFORE_IT_BEGINS: { vi: 'Ngày cuối kỳ phải từ ngày đầu kỳ trở đi.', en: 'A period cannot end before it begins.' },
    PERIOD_KEY_TAKEN: { vi: 'Đã có kỳ báo cáo với mã này.', en: 'There is a reporting period with this key already.' },
    PERIOD_NOT_OPEN: {
      vi: 'Kỳ báo cáo chưa bắt đầu (từ {startsOn}).',
      en: 'The reporting period has not begun (it begins on {startsOn}).',
    },
    PERIOD_CLOSED: { vi: 'Kỳ báo cáo đã khóa sổ.', en: 'The reporting period is closed.' },
    PERIOD_NOT_CLOSED: {
      vi: 'Kỳ báo cáo chưa khóa sổ nên không cần mở lại.',
      en: 'The reporting period is open, so there is nothing to reopen.',
    },
    EXCEPTION_DECIDED: {
      vi: 'Đề nghị mở lại kỳ báo cáo đã được giải quyết.',
      en: 'What was asked has been decided already.',
    },
    EXCEPTION_REQUESTED: {
      vi: 'Đơn vị đã đề nghị mở lại kỳ báo cáo này và đang chờ giải quyết.',
      en: 'The unit has asked for this period to be reopened and waits for the answer.',
    },
    EXCEPTION_RUNS: {
      vi: 'Kỳ báo cáo đã được mở lại cho đơn vị đến hết ngày {until}.',
      en: 'The period is open for the unit until {until} already.',
    },
    EXCEPTION_REVOKED: {
      vi: 'Ngoại lệ mở lại kỳ báo cáo này đã bị thu hồi.',
      en: 'This exception was taken back already.',
    },
    EXCEPTION_ENDED: {
      vi: 'Thời hạn mở lại kỳ báo cáo cho đơn vị đã hết ngày {until}.',
      en: 'The period was reopened for the unit until {until} only.',
    },
    REPORT_EXISTS: {
      vi: 'Báo cáo của kỳ này đã được tạo ở nơi khác. Hãy tải lại.',
      en: 'The report of this period was begun elsewhere meanwhile. Load it again.',
    },
    REPORT_SUBMITTED: { vi: 'Báo cáo đã gửi, đang chờ duyệt.', en: 'The report is submitted and waits for approval.' },
    REPORT_APPROVED: { vi: 'Báo cáo đã được duyệt.', en: 'The report is approved.' },
    REPORT_NOT_SUBMITTED: { vi: 'Báo cáo không ở trạng thái chờ duyệt.', en: 'The report does not wait for approval.' },
    REPORT_EMPTY: { vi: 'Báo cáo chưa có số liệu nào.', en: 'The report has no figure.' },
    FIGURE_WINDOW: { vi: 'Ngày cuối của số liệu phải từ ngày đầu trở đi.', en: 'A figure cannot end before it begins.' },
    FIGURE_AFTER_UNIT: {
      vi: 'Đơn vị kết thúc hoạt động ngày {on} nên không có số liệu sau ngày đó.',
      en: 'The unit ended on {on} and has no figures of later days.',
    },
    LINEAGE_RESTED_ON: {
      vi: 'Đơn vị mới đã báo cáo hoặc áp dụng sáng kiến với tư cách đơn vị kế thừa ({count}) nên không bỏ được quan hệ kế thừa.',
      en: 'The new unit has reported, or taken initiatives up, as the successor ({count}): the link cannot be taken away.',
    },
    UNIT_NOT_THERE: { vi: 'Đơn vị không hoạt động vào ngày {on}.', en: 'The unit was not there on {on}.' },
    FIGURE_KIND: {
      vi: 'Chỉ tiêu tỷ lệ cần tử số và mẫu số; chỉ tiêu khác cần một con số.',
      en: 'A ratio needs a numerator and a denominator; any other indicator one number.',
    },
    FIGURE_NOT_WHOLE: {
      vi: 'Chỉ tiêu này dùng số nguyên, không có dấu chấm: “{given}”.',
      en: 'This indicator takes whole numbers, without a point: “{given}”.',
    },
    FIGURE_POINT: {
      vi: 'Số ghi liền, dấu chấm chỉ đứng trước phần thập phân: “{given}”. Có phải là {meant}?',
      en: 'Nothing stands between thousands, and a point only before decimals: “{given}”. Is it {meant}?',
    },
    FIGURE_TOO_FINE: {
      vi: 'Số liệu của chỉ tiêu này có nhiều nhất {decimals} chữ số thập phân: “{given}”.',
      en: 'A figure of this indicator has {decimals} decimals at most: “{given}”.',
    },
    FIGURE_TOO_LOW: { vi: 'Số liệu không được nhỏ hơn {lowest}.', en: 'The figure cannot be below {lowest}.' },
    FIGURE_TOO_HIGH: { vi: 'Số liệu không được lớn hơn {highest}.', en: 'The figure cannot be above {highest}.' },
    FIGURE_OF_NOTHING: {
      vi: 'Mẫu số phải lớn hơn 0. Nếu không phát sinh trường hợp nào thì không ghi số liệu này.',
      en: 'The denominator is above 0. Where there was no case at all, leave the figure out.',
    },
    FIGURE_ABOVE_WHOLE: {
      vi: 'Tử số ({numerator}) không được lớn hơn mẫu số ({denominator}).',
      en: 'The numerator ({numerator}) cannot be above the denominator ({denominator}).',
    },
    FIGURE_UNFIT: {
      vi: 'Số liệu không phù hợp với loại số liệu của chỉ tiêu.',
      en: 'The figure is none that its indicator can have.',
    },
    INDICATOR_SCALE: {
      vi: 'Loại số liệu, số chữ số thập phân hoặc giới hạn của chỉ tiêu không hợp lệ.',
      en: 'The kind, the decimals or the bounds of the indicator are not valid.',
    },
    INDICATOR_SHARES_SUMMED: {
      vi: 'Tỷ lệ không cộng dồn được: hãy chọn cách tính theo tử số, mẫu số hoặc số cuối kỳ.',
      en: 'Shares are not added up: choose the ratio of two sums, or the last value.',
    },
    INDICATOR_DECIMALS: {
      vi: 'Loại số liệu này có nhiều nhất {most} chữ số thập phân.',
      en: 'A figure of this kind has {most} decimals at most.',
    },
    INDICATOR_BOUND: {
      vi: 'Giới hạn không phù hợp với loại số liệu: số lượng, số tiền, thời gian không âm; tỷ lệ từ 0 đến 100; điểm có thang điểm.',
      en: 'The bound does not suit the kind: counts, money and time are not negative; shares lie between 0 and 100; a score has its scale.',
    },
    INDICATOR_BOUNDS_TURNED: {
      vi: 'Giới hạn cao nhất phải lớn hơn giới hạn thấp nhất.',
      en: 'The highest is above the lowest.',
    },
    INDICATOR_FIGURES_UNFIT: {
      vi: 'Chỉ tiêu “{indicator}” đã có số liệu không phù hợp với giới hạn hoặc số chữ số thập phân này.',
      en: 'The indicator “{indicator}” has figures that do not fit these bounds or decimals.',
    },
    FIGURE_NEGATIVE: { vi: 'Tử số và mẫu số không được âm.', en: 'Numerator and denominator cannot be negative.' },
    FIGURE_TWICE: {
      vi: 'Nguồn này đã có số liệu cho cùng chỉ tiêu, đơn vị và khoảng thời gian.',
      en: 'This source has a figure for the same indicator, unit and window already.',
    },
    SOURCE_RESERVED: {
      vi: 'Tên nguồn này chỉ dùng cho số liệu do hệ thống tự đếm: hãy ghi tên khác.',
      en: 'This name is kept for what the system itself has counted: write another.',
    },
    FIGURE_NOT_A_PIECE: {
      vi: 'Hệ thống chỉ ghi số liệu từng nửa tháng: ngày 1–14 hoặc từ ngày 15 đến hết tháng.',
      en: 'The system counts in half-months: from the 1st to the 14th, or from the 15th to the end of the month.',
    },
    FIGURE_JUMPS: {
      vi: 'Số liệu của chỉ tiêu “{indicator}” là {value}, khác xa mức {usual} thường thấy ở các kỳ trước. Nếu đúng, cần ghi lý do; nếu nhầm, cần sửa lại.',
      en: 'The figure of “{indicator}” is {value}, far from the {usual} that was usual in the periods before. Say why if it is right; correct it if it is not.',
    },
    FIGURE_VERIFIED: { vi: 'Số liệu đã được xác minh.', en: 'The figure is verified already.' },
    FIGURE_UNVERIFIABLE: {
      vi: 'Báo cáo chứa số liệu này chưa gửi hoặc đã bị trả lại.',
      en: 'The report of this figure is not submitted, or was returned.',
    },
    COST_NEGATIVE: { vi: 'Kinh phí không được âm.', en: 'A cost cannot be negative.' },
  },
  constraints: {
    exception_request_one_waits: 'EXCEPTION_REQUESTED',
    rollout_once_per_initiative: 'ROLLOUT_EXISTS',
    rollout_due_after_start: 'DUE_BEFORE_START',
    rollout_cost_not_negative: 'COST_NEGATIVE',
    rollout_least_months: 'ROLLOUT_LEAST_MONTHS',
    adoption_change_grounded: 'ADOPTION_UNGROUNDED',
    adoption_once_per_unit: 'ADOPTION_EXISTS',
    indicator_key: 'INDICATOR_TWICE',
    reporting_period_key: 'PERIOD_KEY_TAKEN',
    report_once_per_unit: 'REPORT_EXISTS',
    figure_once_per_source: 'FIGURE_TWICE',
    figure_ends_after_it_begins: 'FIGURE_WINDOW',
    figure_is_one_number_or_two: 'FIGURE_KIND',
    figure_parts_not_negative: 'FIGURE_NEGATIVE',
    figure_jump_reason_said: 'REASON_MISSING',
    figure_fits_indicator: 'FIGURE_UNFIT',
    figure_system_named: 'SOURCE_RESERVED',
    figure_system_in_pieces: 'FIGURE_NOT_A_PIECE',
    figure_restated_with_reason: 'REASON_MISSING',
    indicator_decimals: 'INDICATOR_SCALE',
    indicator_bounds: 'INDICATOR_SCALE',
    indicator_bounded: 'INDICATOR_SCALE',
    indicator_shares_not_summed: 'INDICATOR_SHARES_SUMMED',
  },
  labels: rolloutLabels,
  words: {
    AdoptionState: ADOPTION_STATE_WORDS,
    ExceptionRequestState: EXCEPTION_REQUEST_STATE_WORDS,
    ReportState: REPORT_STATE_WORDS,
  },
  states: [
    'ADOPTION_MOVE',
    'BASIS_UNCHANGED',
    'CONTEST_NOT_PUBLISHED',
    'EXCEPTION_DECIDED',
    'EXCEPTION_ENDED',
    'EXCEPTION_REQUESTED',
    'EXCEPTION_REVOKED',
    'EXCEPTION_RUNS',
    'FIGURE_UNVERIFIABLE',
    'FIGURE_VERIFIED',
    'PERIOD_CLOSED',
    'PERIOD_NOT_CLOSED',
    'PERIOD_NOT_OPEN',
    'REPORT_APPROVED',
    'REPORT_EXISTS',
    'REPORT_NOT_SUBMITTED',
    'REPORT_SUBMITTED',
    'UNIT_EXEMPT',
    'UNIT_NOT_EXPECTED',
  ],
};
