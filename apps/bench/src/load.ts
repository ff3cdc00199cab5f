import autocannon from 'autocannon';

const CONNECTIONS = 8;

export interface Load {
  readonly url: string;
  readonly token: string;
  readonly seconds: number;
  /** The body of the next request. */
  readonly body: () => string;
}

export interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Sends requests over eight connections for so many seconds. Throws where an answer is not 2xx. */
export async function load({ url, token, seconds, body }: Load): Promise<Measured> {
  const result = await autocannon({
    url,
    method: 'POST',
    connections: CONNECTIONS,
    duration: seconds,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    requests: [{ setupRequest: (request) => ({ ...request, body: body() }) }],
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${String(result.non2xx)} answers of ${url} were not 2xx, ${String(result.errors)} failed`);
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}
