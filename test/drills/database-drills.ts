import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

/** The lock that every act takes at its end. */
const AUDIT_LOCK = 7_260_013;

export async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Runs the work while the audit log is locked by somebody who does not end. */
export function whileAuditLogIsHeld<T>(url: string, work: (holder: Client) => Promise<T>): Promise<T> {
  return connected(url, async (holder) => {
    await holder.query('select pg_advisory_lock($1)', [AUDIT_LOCK]);
    return work(holder);
  });
}

const WAITING = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

/** Resolves once so many backends wait for a lock. */
export async function untilSomebodyWaits(client: Client, count = 1): Promise<void> {
  for (let asked = 0; asked < 200; asked += 1) {
    const { rowCount } = await client.query(WAITING);
    if ((rowCount ?? 0) >= count) return;
    await pause(20);
  }
  throw new Error('Nobody waits for a lock');
}

/** Ends the backends that wait for a lock, once so many do. */
export async function endWaitingBackends(client: Client, count = 1): Promise<void> {
  await untilSomebodyWaits(client, count);
  await client.query(`select pg_terminate_backend(pid) from (${WAITING}) w`);
}

/** How long the work took, in milliseconds, and what came of it. */
export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const begun = performance.now();
  const result = await work();
  return { ms: performance.now() - begun, result };
}
