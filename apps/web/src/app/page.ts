import { type RouteComponent, lazyRouteComponent } from '@tanstack/react-router';
import { type Texts, withTexts } from '../api/language';
import { type PageModule } from '../ui/page-module';

/** A page that comes, with its feature's texts, when somebody goes there or is about to. */
export function page(texts: Texts, load: () => PageModule): RouteComponent {
  return lazyRouteComponent(async () => {
    const [{ Page }] = await Promise.all([load(), withTexts(texts)]);
    return { default: Page };
  });
}
