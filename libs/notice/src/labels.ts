import { type Messages } from '#lib/kernel';

/** What people call the fields of the inputs of `notice`. */
export const noticeLabels: Messages = {
  kinds: { vi: 'các loại thông báo cần xem', en: 'the kinds of notices' },
  noticeId: { vi: 'thông báo', en: 'the notice' },
  'UndeliveredArguments.kind': { vi: 'loại nội dung chưa gửi được', en: 'the kind of what was not delivered' },
  'UndeliveredArguments.state': { vi: 'tình trạng gửi', en: 'the state of delivery' },
  undeliveredId: { vi: 'nội dung chưa gửi được', en: 'what was not delivered' },
  unread: { vi: 'điều kiện lọc thông báo chưa đọc', en: 'the filter of unread notices' },
};
