import { type Texts, together } from '../../api/language';
import { pages as jury } from '../jury';

/** Its own, and those of what its pages show of the jury. */
export const texts: Texts = together({ vi: () => import('./texts/vi.po'), en: () => import('./texts/en.po') }, jury.texts);
