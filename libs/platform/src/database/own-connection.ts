import { Client } from 'pg';

/** Runs the work on a new connection beside the pool; each step of it has so many milliseconds. */
export async function withOwnConnection<T>(url: string, limitMs: number, work: (client: Client) => Promise<T>): Promise<T> {
  const limits = { connectionTimeoutMillis: limitMs, statement_timeout: limitMs, query_timeout: limitMs };
  const client = new Client({ connectionString: url, ...limits });
  // Without a listener a connection that breaks would end the process; the step under way says it too.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    void client.end().catch(() => undefined);
  }
}
