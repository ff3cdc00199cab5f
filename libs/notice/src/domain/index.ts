export {
  AS_USUAL,
  type ChosenDelivery,
  MAIL_DELIVERIES,
  type MailDelivery,
  NOTICE_TOPICS,
  type NoticeTopic,
  type QuietHours,
  isAlwaysAtOnce,
  mailTime,
  topicOf,
} from './delivery.js';
export { Mail, Notice } from './notice.entity.js';
export { type DeliveryChoice, NoticePreference } from './notice-preference.entity.js';
export { type Letter, type Wording, type Wordings } from './wording.js';
