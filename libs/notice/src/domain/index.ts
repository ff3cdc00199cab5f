export { Mail, Notice } from './notice.entity.js';
export { type Letter, type Wording, type Wordings } from './wording.js';
