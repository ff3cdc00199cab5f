export { Mail, Notice } from './notice.entity.js';
