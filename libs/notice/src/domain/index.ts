export { Mail, Notice } from './notice.entity.js';
export { NoticePreference } from './notice-preference.entity.js';
export { type Letter, type Wording, type Wordings } from './wording.js';
export { Nudge } from './nudge.entity.js';
