import { type RefusalBook } from '#lib/kernel';

/** What stands in the way of a signed card being marked anew. */
export const reopeningMessages: RefusalBook['messages'] = {
  CARD_NOT_SIGNED: { vi: 'Phiếu chấm chưa được ký.', en: 'The card is not signed.' },
  REOPENING_NOT_REQUESTER: {
    vi: 'Chỉ người đề nghị mới được rút đề nghị mở lại phiếu chấm.',
    en: 'Only who asked for the card to be reopened takes that back.',
  },
  REOPENING_DECIDED: { vi: 'Đề nghị mở lại phiếu chấm đã được quyết định.', en: 'This request to reopen the card has been decided.' },
  REOPENING_WAITS: {
    vi: 'Đã có đề nghị mở lại phiếu chấm này đang chờ quyết định.',
    en: 'A request to reopen this card waits for a decision already.',
  },
  SECOND_PERSON_DUE: {
    vi: 'Việc này phải do người thứ hai quyết định: không phải người đề nghị, cũng không phải giám khảo của phiếu chấm.',
    en: 'A second person has to decide this: neither who asked for it nor the judge of the card.',
  },
};
