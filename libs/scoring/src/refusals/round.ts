import { type RefusalBook } from '#lib/kernel';

/** What stands in the way of a round. */
export const roundMessages: RefusalBook['messages'] = {
  CONTEST_NOT_JUDGING: { vi: 'Cuộc thi không ở giai đoạn chấm.', en: 'The contest is not being judged.' },
  NO_RULE_BOOK: { vi: 'Cuộc thi chưa có quy tắc chấm.', en: 'The contest has no rule book.' },
  ROUNDS_NOT_CLOSED: { vi: 'Còn vòng chấm chưa kết thúc.', en: 'Not every round of judging is closed.' },
  ROUND_DUE_PASSED: {
    vi: 'Vòng chấm đã hết hạn ký phiếu lúc {deadline}. Điểm đã nhập được giữ; chỉ ký được khi Ban Tổ chức gia hạn.',
    en: 'Cards of this round could be signed until {deadline}. What was entered is kept; it can be signed once the organisers move the deadline.',
  },
  ROUND_BEFORE_OPEN: { vi: 'Vòng trước chưa kết thúc.', en: 'The round before it is not closed.' },
  ROUND_CLOSED: { vi: 'Vòng chấm đã kết thúc.', en: 'The round is closed.' },
  ROUND_CONFLICTS: {
    vi: 'Còn {conflicted} phiếu đã ký của giám khảo có xung đột lợi ích với sáng kiến. Hãy miễn các phiếu này trước khi kết thúc vòng chấm.',
    en: '{conflicted} signed cards are of judges who are in conflict with the initiative. Excuse them before the round is closed.',
  },
  ROUND_UNTRIMMED: {
    vi: 'Có {initiatives} sáng kiến còn dưới {least} phiếu chấm, vì vậy cả vòng sẽ không bỏ điểm cao nhất và thấp nhất. Chỉ kết thúc vòng chấm khi đã xác nhận điều này.',
    en: '{initiatives} initiatives have fewer than {least} cards, so that in the whole round no highest and lowest are dropped. The round is closed once that is accepted.',
  },
  ROUND_EMPTY: { vi: 'Vòng này không có sáng kiến nào để chấm.', en: 'There is no initiative to judge in this round.' },
  ROUND_INCOMPLETE: {
    vi: 'Còn {open} phiếu chưa ký và {short} sáng kiến chưa đủ số phiếu tối thiểu.',
    en: '{open} cards are not signed, and {short} initiatives have fewer cards than the minimum.',
  },
  ROUND_NOT_ASSIGNED: {
    vi: 'Còn {short} sáng kiến chưa được phân công đủ giám khảo.',
    en: '{short} initiatives have not been assigned their judges.',
  },
  ROUND_NOT_IN_RULE_BOOK: { vi: 'Quy tắc chấm không còn “{round}”.', en: 'The rule book no longer has “{round}”.' },
  ROUND_NOT_OPEN: { vi: 'Vòng chấm chưa mở.', en: 'The round is not open.' },
  ROUND_REOPENINGS: {
    vi: 'Còn {reopenings} đề nghị mở lại phiếu chấm chờ quyết định.',
    en: '{reopenings} requests to reopen a card wait to be decided.',
  },
  ROUND_RULE_STANDS: {
    vi: '“{round}” đã mở; quy tắc của vòng này không thay đổi được nữa.',
    en: '“{round}” was opened; its rules stand.',
  },
  ROUND_SETTLING: {
    vi: 'Vòng chấm đã khóa ký, đang chờ giám khảo bổ sung.',
    en: 'Signing is locked; the round waits for its further judges.',
  },
  ROUND_TRANSITION: {
    vi: 'Vòng chấm không thể chuyển từ trạng thái “{from}” sang “{to}”.',
    en: 'A round does not go from “{from}” to “{to}”.',
  },
};
