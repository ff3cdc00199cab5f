export { Mail, Notice } from './notice.entity.js';
export { NoticePreference } from './notice-preference.entity.js';
export { Nudge } from './nudge.entity.js';
