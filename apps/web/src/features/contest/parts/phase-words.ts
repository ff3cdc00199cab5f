import { useLingui } from '@lingui/react/macro';

interface PhaseWords {
  /** Of the contest: what is going on. */
  readonly going: string;
  /** Over the countdown. */
  readonly left: string;
  /** At the ends of its ruler. */
  readonly ends: readonly [string, string];
  /** What one can do now. */
  readonly now: string;
}

/** How each phase is told in public. */
export function usePhaseWords(phase: string, year: number): PhaseWords {
  const { t } = useLingui();
  switch (phase) {
    case 'ANNOUNCED':
      return {
        going: t`Cuộc thi năm ${year} đã công bố, chưa nhận hồ sơ`,
        left: t`Mở nhận hồ sơ sau`,
        ends: [t`công bố`, t`mở nhận hồ sơ`],
        now: t`Thể lệ và tiêu chí chấm đã được công bố. Tác giả có thể chuẩn bị nội dung; hồ sơ được nộp từ ngày mở nhận.`,
      };
    case 'OPEN':
      return {
        going: t`Cuộc thi năm ${year} đang nhận hồ sơ`,
        left: t`Hạn nộp còn`,
        ends: [t`mở nhận hồ sơ`, t`đóng`],
        now: t`Cán bộ, công chức, viên chức và người lao động của các phòng, ban, xã, thị trấn đều được dự thi, một mình hoặc cùng đồng tác giả.`,
      };
    case 'SCREENING':
      return {
        going: t`Cuộc thi năm ${year} đã đóng nhận hồ sơ, đang kiểm tra hồ sơ`,
        left: t`Bắt đầu chấm sau`,
        ends: [t`đóng nhận hồ sơ`, t`bắt đầu chấm`],
        now: t`Phòng Nội vụ kiểm tra từng hồ sơ đã nhận. Hồ sơ cần bổ sung được trả lại kèm lý do và hạn bổ sung.`,
      };
    case 'JUDGING':
      return {
        going: t`Ban Giám khảo đang chấm cuộc thi năm ${year}`,
        left: t`Dự kiến chấm xong sau`,
        ends: [t`bắt đầu chấm`, t`chấm xong`],
        now: t`Mỗi sáng kiến được nhiều giám khảo chấm độc lập. Điểm được niêm phong đến khi vòng chấm kết thúc, kể cả với cơ quan tổ chức.`,
      };
    case 'DELIBERATION':
      return {
        going: t`Cuộc thi năm ${year} đã chấm xong, đang xét giải`,
        left: t`Dự kiến công bố sau`,
        ends: [t`chấm xong`, t`công bố kết quả`],
        now: t`Danh sách đề nghị tặng giải đang được trình người có thẩm quyền quyết định. Kết quả được công bố tại trang này.`,
      };
    default:
      return {
        going: t`Kết quả cuộc thi năm ${year} đã công bố`,
        left: '',
        ends: ['', ''],
        now: t`Các sáng kiến đạt giải, quyết định công nhận và nơi đang áp dụng được công khai tại trang này.`,
      };
  }
}

/** What a phase is called in a list of phases. */
export function usePhaseNames(): Readonly<Record<string, string>> {
  const { t } = useLingui();
  return {
    DRAFT: t`Soạn thảo`,
    ANNOUNCED: t`Công bố cuộc thi`,
    OPEN: t`Nhận hồ sơ`,
    SCREENING: t`Kiểm tra hồ sơ`,
    JUDGING: t`Chấm điểm`,
    DELIBERATION: t`Xét giải`,
    PUBLISHED: t`Công bố kết quả`,
    ARCHIVED: t`Đã lưu trữ`,
    CANCELLED: t`Đã hủy`,
  };
}
