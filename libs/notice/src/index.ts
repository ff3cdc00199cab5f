export { MailService } from './application/mail.service.js';
export { MailTransport, NotTaken } from './application/mail-transport.js';
export { type NoticeKind } from './domain/delivery.js';
export { NoticeService, type Told } from './application/notice.service.js';
export { NoticeModule, noticeLibrary } from './notice.module.js';
export { NudgeOfferObject } from './graphql/nudge.types.js';
export { htmlBody, plainBody } from './domain/wording.js';
