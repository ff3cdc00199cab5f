import { type Settings } from './settings.js';

/** How long a client may take, and how many may be connected at once. Milliseconds. */
export interface HttpLimits {
  /** For the head of a request, a connection that says nothing included. */
  readonly headersMs: number;
  /** For the whole body of a request. */
  readonly bodyMs: number;
  /** For the next bytes of an upload, which as a whole may take an hour. */
  readonly stallMs: number;
  /** For the next request on a connection that is kept open. */
  readonly idleMs: number;
  readonly connections: number;
}

const DEFAULTS: HttpLimits = { headersMs: 10_000, bodyMs: 30_000, stallMs: 30_000, idleMs: 20_000, connections: 4000 };

export function readHttpLimits(settings: Settings): HttpLimits {
  return {
    headersMs: settings.milliseconds('HTTP_HEADERS_MS', DEFAULTS.headersMs),
    bodyMs: settings.milliseconds('HTTP_BODY_MS', DEFAULTS.bodyMs),
    stallMs: settings.milliseconds('HTTP_STALL_MS', DEFAULTS.stallMs),
    idleMs: settings.milliseconds('HTTP_IDLE_MS', DEFAULTS.idleMs),
    connections: settings.whole('HTTP_CONNECTIONS', { other: DEFAULTS.connections, least: 1 }),
  };
}
