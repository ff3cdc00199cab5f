import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export { AwaitedList } from './awaited-list';
export { Bell } from './bell';

export const pages: FeaturePages<'home' | 'notices' | 'noticePreferences'> = {
  texts,
  home: () => import('./pages/home'),
  notices: () => import('./pages/notices'),
  noticePreferences: () => import('./pages/notice-preferences'),
};
