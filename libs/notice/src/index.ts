export { NoticeModule, noticeLibrary } from './notice.module.js';
