import autocannon from 'autocannon';

export const CONNECTIONS = 8;

/** One request: its body, and whose it is. */
export interface Order {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Load {
  readonly url: string;
  /** So many seconds, or so many requests. */
  readonly seconds?: number;
  readonly amount?: number;
  readonly next: () => Order;
}

export interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly requests: number;
}

/** Sends requests over eight connections. Throws where an answer is neither 2xx nor leads on. */
export async function load({ url, seconds, amount, next }: Load): Promise<Measured> {
  const result = await autocannon({
    url,
    method: 'POST',
    connections: CONNECTIONS,
    ...(amount === undefined ? { duration: seconds ?? 1 } : { amount }),
    requests: [
      {
        setupRequest: (request) => {
          const { body, headers } = next();
          return { ...request, body, headers: { ...request.headers, 'content-type': 'application/json', ...headers } };
        },
      },
    ],
  });
  const bad = result['4xx'] + result['5xx'];
  if (bad > 0 || result.errors > 0) throw new Error(`${String(bad)} answers of ${url} were a no, ${String(result.errors)} failed`);
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99, requests: result['2xx'] + result['3xx'] };
}

/** These in turn, for ever. */
export function inTurn(orders: readonly Order[]): () => Order {
  let at = 0;
  return () => {
    const order = orders[at % orders.length];
    at += 1;
    if (!order) throw new Error('Nothing to ask');
    return order;
  };
}
