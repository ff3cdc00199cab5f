import { type Messages } from '#lib/kernel';

/** What people call the fields of the inputs of `recognition`. */
export const recognitionLabels: Messages = {
  recognitionId: { vi: 'đơn đề nghị công nhận', en: 'the application for recognition' },
  benefit: { vi: 'lợi ích mang lại', en: 'what it is good for' },
  firstUseEndsOn: { vi: 'ngày hoàn thành áp dụng lần đầu', en: 'when its first use is complete' },
  'SeatRecognitionCouncilInput.number': { vi: 'số quyết định thành lập Hội đồng', en: 'the number of the decision' },
  'RecordRecognitionDecisionInput.number': { vi: 'số quyết định công nhận', en: 'the number of the decision' },
  'RevokeRecognitionInput.number': { vi: 'số quyết định hủy bỏ', en: 'the number of the decision' },
  members: { vi: 'thành viên Hội đồng', en: 'the members of the council' },
  'CouncilMemberInput.role': { vi: 'vai trò trong Hội đồng', en: 'the role in the council' },
  votesOf: { vi: 'cách tính hai phần ba', en: 'of whom two thirds are taken' },
  presentIds: { vi: 'thành viên có mặt', en: 'who is present' },
  yes: { vi: 'số phiếu đồng ý', en: 'ballots that agree' },
  no: { vi: 'số phiếu không đồng ý', en: 'ballots that do not agree' },
  reason: { vi: 'lý do', en: 'the reason' },
};
