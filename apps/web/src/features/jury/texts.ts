import { type Texts } from '../../api/language';

export const texts: Texts = { vi: () => import('./texts/vi.po'), en: () => import('./texts/en.po') };
