import { type Messages } from '#lib/kernel';

/** What people call the fields of the inputs of `result`. */
export const resultLabels: Messages = {
  acceptLate: { vi: 'xác nhận giữ thứ hạng của vòng đã dự', en: 'that late initiatives are accepted' },
  acceptUntrimmed: { vi: 'xác nhận không bỏ điểm cao nhất và thấp nhất', en: 'that nothing is trimmed' },
  correctionId: { vi: 'đính chính', en: 'the correction' },
  furtherMark: { vi: 'cách tính phiếu chấm bổ sung', en: 'what a further mark does' },
  'ProposeCorrectionInput.kind': { vi: 'cách đính chính', en: 'the kind of correction' },
  trimming: { vi: 'cách bỏ điểm cao nhất và thấp nhất', en: 'the trimming' },
  withoutJudgeId: { vi: 'giám khảo không tính', en: 'the judge left out' },
};
