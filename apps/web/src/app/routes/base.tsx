import { type Client } from '@urql/core';
import { createRootRouteWithContext, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { AGE_ORDERS, type AgeOrder, NAME_ORDERS, type NameOrder } from '../../ui/orders';
import { type PageModule } from '../../ui/page-module';
import { Broke, NotFound } from '../lost';
import { page } from '../page';
import { PATHS } from '../paths';
import { PublicShell } from '../public-shell';
import { type Session } from '../session';
import { texts } from '../texts';

export interface RouteContext {
  readonly client: Client;
  readonly session: Session;
}

export const root = createRootRouteWithContext<RouteContext>()({ notFoundComponent: NotFound, errorComponent: Broke });

/** For anyone. */
export const open = createRoute({ getParentRoute: () => root, id: 'public', component: PublicShell });

/** Named by its type: what it shows waits for the types of the routes. */
const shell: () => PageModule = () => import('../shell');
const keeping: () => PageModule = () => import('../keeping');

async function signedIn({ context, location }: { readonly context: RouteContext; readonly location: { readonly href: string } }) {
  const me = await context.session.load();
  if (!me) throw redirect({ to: PATHS.signIn, search: { next: location.href } });
  return { me };
}

/** For people who are signed in; others are asked to sign in first and come back. */
export const inside = createRoute({ getParentRoute: () => root, id: 'inside', beforeLoad: signedIn, component: page(texts, shell) });

/** The same without the rail: where one works on one thing with the whole screen. */
export const alone = createRoute({
  getParentRoute: () => root,
  id: 'alone',
  beforeLoad: signedIn,
  component: lazyRouteComponent(keeping, 'Page'),
});

/** What an address may say beside its path: a text, or nothing. */
export const optionalText = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** One of what is known, or nothing. */
export const optionalOf = <Known extends string>(known: readonly Known[], value: unknown): Known | undefined =>
  known.find((one) => one === value);

/** From which end a list that goes by days is read, or nothing. */
export const optionalAge = (value: unknown): AgeOrder | undefined => optionalOf(AGE_ORDERS, value);

/** From which end a list that goes by names is read, or nothing. */
export const optionalName = (value: unknown): NameOrder | undefined => optionalOf(NAME_ORDERS, value);

/** A number in the address, or nothing. */
export const optionalNumber = (value: unknown): number | undefined => {
  const number = Number(value);
  return value !== '' && value !== null && value !== undefined && Number.isInteger(number) ? number : undefined;
};

/** A day in the address as `2026-11-26`, or nothing. */
export const optionalDay = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
