import { type Server, type ServerResponse } from 'node:http';
import helmet from 'helmet';
import { type Config } from '#lib/platform';

/** Nothing is loaded from elsewhere: a government network often has no way out. No script or style but what stands in files of ours. */
const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    mediaSrc: ["'self'", 'blob:'],
    workerSrc: ["'self'"],
    frameSrc: ["'self'"],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
  },
};

/** The explorer's editor sets styles, carries its fonts in them and runs its workers as blobs. */
export const EXPLORER_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

export type Headers = Readonly<Record<string, string>>;

/** The headers of every answer, of whatever kind. What may be kept by a browser, as the built pages' parts, says so itself. */
export function standingHeaders({ secureCookies }: Config): Headers {
  const headers: Record<string, string> = { 'cache-control': 'no-store' };
  const collector = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
    removeHeader: () => undefined,
  };
  helmet({ contentSecurityPolicy: CONTENT_SECURITY_POLICY, strictTransportSecurity: secureCookies })(
    {} as never,
    collector as unknown as ServerResponse,
    () => undefined,
  );
  return headers;
}

/**
 * Sets them before anything else sees the request, so that no answer goes without, whoever gives it: a page, an API, the router, a
 * limit. What Node would answer by itself, to `Expect`, is a request like any other.
 */
export function sendStandingHeaders(server: Server, headers: Headers): void {
  const pairs = Object.entries(headers);
  server.prependListener('request', (_request, response) => {
    for (const [name, value] of pairs) response.setHeader(name, value);
  });
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
}
