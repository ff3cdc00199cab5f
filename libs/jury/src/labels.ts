import { type Messages } from '#lib/kernel';

/** What people call the fields of the inputs of `jury`. */
export const juryLabels: Messages = {
  absentFrom: { vi: 'ngày bắt đầu vắng mặt', en: 'the first day of absence' },
  absentTo: { vi: 'ngày cuối vắng mặt', en: 'the last day of absence' },
  answer: { vi: 'nội dung giải trình', en: 'the answer' },
  'SetJuryTermsInput.areaIds': { vi: 'các lĩnh vực am hiểu', en: 'the areas of expertise' },
  chair: { vi: 'vị trí Trưởng Ban Giám khảo', en: 'whether this is the chair' },
  conflictId: { vi: 'xung đột lợi ích', en: 'the conflict' },
  invitationId: { vi: 'lời mời', en: 'the invitation' },
  loadMax: { vi: 'số phiếu tối đa', en: 'the greatest load' },
  loadMin: { vi: 'số phiếu tối thiểu', en: 'the least load' },
  otherId: { vi: 'giám khảo thứ hai', en: 'the other judge' },
  pairId: { vi: 'cặp giám khảo tách riêng', en: 'the pair of judges' },
  active: { vi: 'đang có hiệu lực', en: 'whether it is in force' },
  sources: { vi: 'biết từ đâu', en: 'how it is known' },
  types: { vi: 'các loại', en: 'kinds' },
  waits: { vi: 'chờ người thứ hai quyết định', en: 'whether it waits for a second person' },
  type: { vi: 'loại xung đột lợi ích', en: 'the type of conflict' },
};
