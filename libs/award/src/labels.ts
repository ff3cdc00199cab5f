import { type Messages } from '#lib/kernel';

/** What people call the fields of the inputs of `award`. */
export const awardLabels: Messages = {
  areaOwnerId: { vi: 'đơn vị ban hành lĩnh vực', en: 'the unit that owns the area' },
  author: { vi: 'tên tác giả', en: 'the name of an author' },
  awardId: { vi: 'giải', en: 'the prize' },
  awards: { vi: 'danh sách giải', en: 'the list of prizes' },
  decidedOn: { vi: 'ngày quyết định', en: 'the date of the decision' },
  decisionId: { vi: 'quyết định khen thưởng', en: 'the decision on prizes' },
  document: { vi: 'số chứng từ chi', en: 'the number of the paper it was paid by' },
  paid: { vi: 'đã chi thưởng hay chưa', en: 'whether it was paid' },
  paidOn: { vi: 'ngày chi thưởng', en: 'the day of payment' },
  rank: { vi: 'thứ hạng', en: 'the rank' },
  receiptNumber: { vi: 'số giấy tiếp nhận', en: 'the number of the receipt' },
  revoked: { vi: 'đã thu hồi hay chưa', en: 'whether it was revoked' },
  tierId: { vi: 'hạng giải', en: 'the prize tier' },
  tierKey: { vi: 'hạng giải', en: 'the prize tier' },
};
