import { type RefusalBook } from '#lib/kernel';
import { noticeLabels } from './labels.js';
import { MAIL_STATE_WORDS } from './application/mail.queries.js';
import { NOTICE_MAIL_STATE_WORDS } from './application/notice.queries.js';
import { UNDELIVERED_STATE_WORDS } from './application/undelivered.queries.js';

/** What `notice` refuses. */
export const noticeRefusals: RefusalBook = {
  messages: {
    NUDGED_TODAY: {
      vi: 'Hôm nay đã nhắc việc này rồi; mỗi người được nhắc nhiều nhất một lần một ngày về một việc.',
      en: 'They were nudged about this today; nobody is nudged more than once a day about one thing.',
    },
    NUDGE_NOTHING_WAITS: {
      vi: 'Việc này không còn chờ ai; có thể vừa được làm xong.',
      en: 'This awaits nobody any more; it may just have been done.',
    },
    NOTICE_ALWAYS_MAILED: {
      vi: 'Thông báo về tài khoản luôn được gửi thư ngay, không chọn cách gửi khác.',
      en: 'Notices about the account are always mailed at once; no other delivery can be chosen.',
    },
    NOTICE_TOPIC_TWICE: {
      vi: 'Một nội dung thông báo được chọn cách gửi hai lần.',
      en: 'The delivery of one topic is chosen twice.',
    },
    QUIET_HOURS_EMPTY: {
      vi: 'Giờ bắt đầu và giờ kết thúc của khung giờ không gửi thư phải khác nhau.',
      en: 'The quiet hours must end at another hour than they begin.',
    },
  },
  constraints: {},
  labels: noticeLabels,
  words: { MailState: MAIL_STATE_WORDS, NoticeMailState: NOTICE_MAIL_STATE_WORDS, UndeliveredState: UNDELIVERED_STATE_WORDS },
  states: [],
};
