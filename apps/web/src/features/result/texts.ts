import { type Texts, together } from '../../api/language';
import { pages as scoring } from '../scoring';

/** Its own, and those of what its pages show of the cards. */
export const texts: Texts = together({ vi: () => import('./texts/vi.po'), en: () => import('./texts/en.po') }, scoring.texts);
