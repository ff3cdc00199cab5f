import { requestHeaders } from './wire';

const PLACES = 12;

interface BrokenPage {
  readonly id: string;
  /** The address as the router has it, without what stands in it. */
  readonly page: string;
  readonly error: unknown;
}

/** Has the server write into its log, under the id that the page shows, what broke and where: no text of the error, which may quote what was typed. */
export function tellBrokenPage({ id, page, error }: BrokenPage): void {
  const { name, stack } = error instanceof Error ? error : { name: '', stack: '' };
  const at = [...(stack ?? '').matchAll(/\/([\w.-]+\.js:\d+:\d+)/g)].slice(0, PLACES).map(([, place]) => place);
  const body = JSON.stringify({
    id,
    page: page.replace(/[^A-Za-z/$._-]/g, '').slice(0, 120),
    error: name.replace(/[^A-Za-z]/g, '').slice(0, 40),
    at,
  });
  const headers = { ...requestHeaders(), 'content-type': 'application/json' };
  // Without a network it stays in the browser's own console.
  fetch('/broken-pages', { method: 'POST', body, headers, keepalive: true }).catch(() => undefined);
}
