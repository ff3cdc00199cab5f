export { MailService, type SecretLetter } from './application/mail.service.js';
export { MailTransport, type OutgoingMail } from './application/mail-transport.js';
export { NoticeService, type Told } from './application/notice.service.js';
export { NoticeModule, noticeLibrary } from './notice.module.js';
