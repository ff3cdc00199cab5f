import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export {
  type MailState,
  type NoticeTopic,
  type UndeliveredKind,
  type UndeliveredState,
  isMailState,
  isNoticeTopic,
  isUndeliveredKind,
  isUndeliveredState,
} from './choices';
export { AwaitedList } from './awaited-list';
export { Bell } from './bell';

export const pages: FeaturePages<'home' | 'notices' | 'undelivered' | 'mails' | 'noticePreferences'> = {
  texts,
  home: () => import('./pages/home'),
  mails: () => import('./pages/mails'),
  undelivered: () => import('./pages/undelivered'),
  notices: () => import('./pages/notices'),
  noticePreferences: () => import('./pages/notice-preferences'),
};
