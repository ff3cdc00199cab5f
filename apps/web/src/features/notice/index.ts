import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export { type UndeliveredKind, type UndeliveredState, isUndeliveredKind, isUndeliveredState } from './choices';
export { AwaitedList } from './awaited-list';
export { Bell } from './bell';

export const pages: FeaturePages<'home' | 'notices' | 'undelivered' | 'noticePreferences'> = {
  texts,
  home: () => import('./pages/home'),
  undelivered: () => import('./pages/undelivered'),
  notices: () => import('./pages/notices'),
  noticePreferences: () => import('./pages/notice-preferences'),
};
