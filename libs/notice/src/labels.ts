import { type Messages } from '#lib/kernel';

/** What people call the fields of the inputs of `notice`. */
export const noticeLabels: Messages = {
  kinds: { vi: 'các loại thông báo cần xem', en: 'the kinds of notices' },
  deliveries: { vi: 'cách gửi thư theo từng nội dung', en: 'the deliveries by topic' },
  delivery: { vi: 'cách gửi thư', en: 'the delivery' },
  'MailsArguments.state': { vi: 'tình trạng thư', en: 'the state of the mail' },
  'NudgeInput.kind': { vi: 'việc cần nhắc', en: 'what they are nudged about' },
  'NudgeInput.personId': { vi: 'người được nhắc', en: 'who is nudged' },
  'NudgeInput.subjectId': { vi: 'việc cần nhắc', en: 'what they are nudged about' },
  noticeId: { vi: 'thông báo', en: 'the notice' },
  quietHours: { vi: 'khung giờ không gửi thư', en: 'the quiet hours' },
  'QuietHoursInput.from': { vi: 'giờ bắt đầu không gửi thư', en: 'the hour at which quiet begins' },
  'QuietHoursInput.until': { vi: 'giờ kết thúc không gửi thư', en: 'the hour at which quiet ends' },
  topic: { vi: 'nội dung thông báo', en: 'the topic' },
  'UndeliveredArguments.kind': { vi: 'loại nội dung chưa gửi được', en: 'the kind of what was not delivered' },
  'UndeliveredArguments.state': { vi: 'tình trạng gửi', en: 'the state of delivery' },
  undeliveredId: { vi: 'nội dung chưa gửi được', en: 'what was not delivered' },
  unread: { vi: 'điều kiện lọc thông báo chưa đọc', en: 'the filter of unread notices' },
};
