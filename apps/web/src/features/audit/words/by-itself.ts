import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What the system does by its clock, and long acts that it ends for who asked. */
export const BY_ITSELF: Readonly<Record<string, MessageDescriptor>> = {
  'job:contest.advancePhases': msg`Chuyển giai đoạn đến lịch`,
  'job:exports.sweep': msg`Dọn tệp xuất đã hết hạn giữ`,
  'job:feedback.closeRatingDays': msg`Khép ngày đánh giá`,
  'job:feedback.countPieces': msg`Đếm đánh giá cho số liệu nhân rộng`,
  'job:feedback.forget': msg`Xóa dấu vết của lượt đánh giá`,
  'job:feedback.publishMonths': msg`Công bố đánh giá của tháng`,
  'job:feedback.sealInspections': msg`Niêm biên bản kiểm tra`,
  'job:feedback.tellOverdueActions': msg`Báo biện pháp quá hạn`,
  'job:feedback.watchWeeks': msg`Xét tuần có nhiều người không hài lòng`,
  'job:handover.countPieces': msg`Đếm lượt trả kết quả cho số liệu nhân rộng`,
  'job:identity.verifyAudit': msg`Kiểm chứng nhật ký`,
  'job:imports.sweep': msg`Dọn dòng của lần nhập cũ`,
  'job:notice.escalate': msg`Báo việc chờ quá lâu lên cấp trên`,
  'job:notice.tellGrantsBegun': msg`Báo vai trò bắt đầu có hiệu lực`,
  'job:platform.applyImport': msg`Ghi các dòng của tệp nhập`,
  'job:platform.checkImport': msg`Kiểm tra tệp nhập`,
  'job:platform.export': msg`Xuất tệp`,
  'job:platform.sweep': msg`Dọn dữ liệu vận hành cũ`,
  'job:procedure.countLicences': msg`Đếm giấy phép cho số liệu nhân rộng`,
  'job:procedure.mailHolders': msg`Gửi thư nhắc hạn cho cơ sở`,
  'job:procedure.remindHolders': msg`Lập lịch nhắc hạn giấy phép`,
  'job:rollout.checkSustained': msg`Xét việc duy trì áp dụng`,
  'job:rollout.remindReportsDue': msg`Nhắc báo cáo đến hạn`,
  'job:scoring.makePack': msg`Lập gói kết quả`,
  'job:scoring.proposeAssignment': msg`Lập đề xuất phân công`,
  'job:scoring.remindRoundsDue': msg`Nhắc chấm trước khi vòng hết hạn`,
};
