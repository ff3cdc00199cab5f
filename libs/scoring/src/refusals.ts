import { type RefusalBook } from '#lib/kernel';

/** What `scoring` refuses. */
export const scoringRefusals: RefusalBook = {
  messages: {
    ASSIGNMENT_SHORT: {
      vi: 'Không đủ giám khảo cho {count} sáng kiến: {initiatives}.',
      en: 'There are not enough judges for {count} initiatives: {initiatives}.',
    },
    ATTESTATION_MISSING: {
      vi: 'Hãy xác nhận không có xung đột lợi ích trước khi mở hồ sơ.',
      en: 'Attest that you have no conflict of interest before the dossier opens.',
    },
    BELOW_MINIMUM_CARDS: {
      vi: 'Sáng kiến sẽ còn dưới {minimum} phiếu chấm. Hãy chọn giám khảo thay thế.',
      en: 'The initiative would have fewer than {minimum} cards. Name a judge to replace this one.',
    },
    CARD_EXCUSED: { vi: 'Phiếu chấm này đã được miễn.', en: 'This card was excused.' },
    CARD_EXISTS: { vi: 'Giám khảo đã được phân công chấm sáng kiến này.', en: 'The judge has a card for this initiative already.' },
    CARD_SIGNED: { vi: 'Phiếu chấm đã được ký và không thể thay đổi.', en: 'The card was signed and cannot be changed.' },
    CARD_STARTED: {
      vi: 'Giám khảo đã bắt đầu chấm; chỉ có thể miễn phiếu kèm lý do.',
      en: 'The judge has begun; the card can only be excused, with a reason.',
    },
    CONFLICT_OF_INTEREST: { vi: 'Có xung đột lợi ích với sáng kiến này.', en: 'There is a conflict of interest with this initiative.' },
    CONFLICT_OWN: {
      vi: 'Không ai được tự gỡ bỏ xung đột lợi ích của chính mình; hãy để người khác xem xét.',
      en: 'Nobody lifts their own conflict of interest; somebody else has to decide.',
    },
    CONFLICT_STAYS: {
      vi: 'Không thể gỡ bỏ xung đột do giám khảo tự khai hoặc do là tác giả.',
      en: 'A conflict that a judge declared, or of an author, cannot be lifted.',
    },
    INITIATIVE_NOT_JUDGED: { vi: 'Sáng kiến không còn được chấm ở vòng này.', en: 'The initiative is not judged in this round.' },
    JURY_ABSENCE: { vi: 'Ngày vắng mặt không hợp lệ.', en: 'The days of absence are not valid.' },
    JURY_LOAD: {
      vi: 'Số phiếu tối đa ({max}) phải từ số tối thiểu ({min}) trở lên.',
      en: 'The greatest load ({max}) must not be below the least ({min}).',
    },
    MARK_COMMENT_DUE: { vi: 'Tiêu chí “{criterion}” cần có nhận xét.', en: 'The criterion “{criterion}” needs a comment.' },
    MARK_COMMENT_LONG: { vi: 'Nhận xét dài nhất {most} ký tự.', en: 'A comment has {most} characters at most.' },
    MARK_MISSING: { vi: 'Chưa cho điểm tiêu chí “{criterion}”.', en: 'The criterion “{criterion}” has no mark.' },
    MARK_NOT_IN_RUBRIC: {
      vi: 'Thang điểm không có tiêu chí “{criterion}” để chấm.',
      en: 'The rubric has no criterion “{criterion}” to be marked.',
    },
    MARK_OFF_STEP: {
      vi: 'Điểm của tiêu chí “{criterion}” phải là bội số của {step}.',
      en: 'Marks for “{criterion}” go in steps of {step}.',
    },
    MARK_OUT_OF_RANGE: {
      vi: 'Điểm của tiêu chí “{criterion}” phải từ 0 đến {max}.',
      en: 'Marks for “{criterion}” lie between 0 and {max}.',
    },
    MARK_TWICE: { vi: 'Tiêu chí “{criterion}” được cho điểm hai lần.', en: 'The criterion “{criterion}” is marked twice.' },
    NO_RULE_BOOK: { vi: 'Cuộc thi chưa có quy chế chấm.', en: 'The contest has no rule book.' },
    NOT_ON_JURY: { vi: 'Người này không thuộc Ban Giám khảo của cuộc thi.', en: 'This person is not on the jury of the contest.' },
    ROUND_BEFORE_OPEN: { vi: 'Vòng trước chưa kết thúc.', en: 'The round before it is not closed.' },
    ROUND_CLOSED: { vi: 'Vòng chấm đã kết thúc.', en: 'The round is closed.' },
    ROUND_EMPTY: { vi: 'Vòng này không có sáng kiến nào để chấm.', en: 'There is no initiative to judge in this round.' },
    ROUND_INCOMPLETE: {
      vi: 'Còn {open} phiếu chưa ký và {short} sáng kiến chưa đủ số phiếu tối thiểu.',
      en: '{open} cards are not signed, and {short} initiatives have fewer cards than the minimum.',
    },
    ROUND_NOT_ASSIGNED: {
      vi: 'Còn {short} sáng kiến chưa được phân công đủ giám khảo.',
      en: '{short} initiatives have not been assigned their judges.',
    },
    ROUND_NOT_IN_RULE_BOOK: { vi: 'Quy chế chấm không còn vòng “{key}”.', en: 'The rule book no longer has the round “{key}”.' },
    CONTEST_NOT_JUDGING: { vi: 'Cuộc thi không ở giai đoạn chấm.', en: 'The contest is not being judged.' },
    ROUND_NOT_OPEN: { vi: 'Vòng chấm chưa mở.', en: 'The round is not open.' },
    ROUND_RULE_STANDS: {
      vi: 'Vòng “{key}” đã mở; quy định của vòng này không thể thay đổi.',
      en: 'The round “{key}” was opened; its rule stands.',
    },
    ROUND_SETTLING: {
      vi: 'Vòng chấm đã khóa ký, đang chờ giám khảo bổ sung.',
      en: 'Signing is locked; the round waits for its further judges.',
    },
    ROUNDS_NOT_CLOSED: { vi: 'Còn vòng chấm chưa kết thúc.', en: 'Not every round of judging is closed.' },
    ROUND_TRANSITION: { vi: 'Vòng chấm không thể chuyển từ {from} sang {to}.', en: 'A round does not go from {from} to {to}.' },
  },
  constraints: {
    jury_member_absence: 'JURY_ABSENCE',
    jury_member_load: 'JURY_LOAD',
    jury_member_once: 'STALE',
    round_key_once: 'BUSY',
    scorecard_once: 'CARD_EXISTS',
    conflict_once: 'BUSY',
  },
};
