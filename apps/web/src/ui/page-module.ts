import { type ComponentType } from 'react';
import { type Texts } from '../api/language';

/** What a page's file brings. */
export type PageModule = Promise<{ readonly Page: ComponentType }>;

/**
 * A feature's pages by name, and the texts that come with them. Each feature states it of its list: the types of the routes must not wait for
 * those of the pages, which wait for them.
 */
export type FeaturePages<Names extends string> = Readonly<Record<Names, () => PageModule>> & { readonly texts: Texts };
