import { type Messages } from '#lib/kernel';

/** What people call the fields of the inputs of `feedback`. */
export const feedbackLabels: Messages = {
  counterCode: { vi: 'mã quầy', en: 'the code of the counter' },
  counterId: { vi: 'quầy', en: 'the counter' },
  batchId: { vi: 'lô phiếu', en: 'the batch of slips' },
  baseId: { vi: 'mức thường có', en: 'what is usual' },
  caseId: { vi: 'phản ánh', en: 'the case' },
  conclusion: { vi: 'kết luận', en: 'the conclusion' },
  finding: { vi: 'kết quả xem xét', en: 'what was found out' },
  signalId: { vi: 'tín hiệu', en: 'the signal' },
  reply: { vi: 'trả lời', en: 'the answer' },
  holdId: { vi: 'đánh giá bị giữ lại', en: 'the ratings that are held' },
  isDecided: { vi: 'đã quyết định', en: 'whether it was decided' },
  isOpen: { vi: 'đang mở', en: 'whether it is open' },
  'OpenCounterInput.name': { vi: 'tên quầy', en: 'the name of the counter' },
  'EditCounterInput.name': { vi: 'tên quầy', en: 'the name of the counter' },
  month: { vi: 'tháng', en: 'the month' },
  slips: { vi: 'số phiếu', en: 'how many slips' },
  transactions: { vi: 'số hồ sơ', en: 'how many transactions' },
  'DecideRatingsInput.verdict': { vi: 'quyết định', en: 'the verdict' },
  day: { vi: 'ngày', en: 'the day' },
  openFrom: { vi: 'ngày mở quầy', en: 'its first day' },
  openTo: { vi: 'ngày cuối của quầy', en: 'its last day' },
  paper: { vi: 'khổ giấy', en: 'the paper' },
};
