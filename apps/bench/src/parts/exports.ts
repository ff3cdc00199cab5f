import { setTimeout as pause } from 'node:timers/promises';
import { grown } from '../data/size.js';
import { idOf } from '../data/ids.js';
import { type Part } from '../part.js';
import { type Server, forgetPeak, headersOf, memoryOf, startApi } from '../servers.js';

const ROWS = 100_000;
const LOOK_MS = 250;
/** What the clock does of itself when a server comes up is none of an export. */
const SETTLE_MS = 5_000;

const ASK = `mutation ($input: ExportListInput!) { exportList(input: $input) { ... on Job { id } ... on Refusal { code } } }`;
const JOB = `query ($id: ID!) { job(id: $id) { state failureCode export { rows size } } }`;

interface Job {
  readonly state: string;
  readonly failureCode: string | null;
  readonly export: { readonly rows: number | null; readonly size: number | null } | null;
}

async function asked(api: Server, query: string, variables: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json', ...headersOf('O') };
  const reply = await fetch(api.url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = (await reply.json()) as { readonly data?: Record<string, unknown>; readonly errors?: unknown };
  if (errors !== undefined || !data) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0];
}

/** A list as a file, from the press of the button until it can be fetched. */
async function exported(api: Server, list: string, { format, filter = {} }: { format: string; filter?: object }): Promise<Job> {
  const { id } = (await asked(api, ASK, { input: { list, format, filter: JSON.stringify(filter) } })) as { readonly id: string };
  for (;;) {
    const job = (await asked(api, JOB, { id })) as Job;
    if (job.state === 'DONE') return job;
    if (job.state === 'FAILED') throw new Error(`${list} as ${format}: ${String(job.failureCode)}`);
    await pause(LOOK_MS);
  }
}

/** What the export of a long list takes as people use it: rights, the list's pages, the writer, the store, in a server that does its jobs itself. */
export const exports: Part = async ({ workspace, report, isAsked }) => {
  report.begin('exports', `a list of ${String(ROWS)} dossiers as a file, by its job (aim: under 10 s and 200 MB more)`);
  const url = await workspace.filled('exports', { ...grown(workspace.today, 10), signing: ROWS });
  for (const format of ['XLSX', 'CSV'].filter(isAsked)) {
    const api = await startApi(workspace, url, { WORKER: '1' });
    await exported(api, 'contests', { format });
    await pause(SETTLE_MS);
    forgetPeak(api);
    const before = memoryOf(api, 'VmRSS');
    const begin = performance.now();
    const job = await exported(api, 'initiatives', { format, filter: { contestId: idOf('contest', 'sign') } });
    report.row({
      format,
      rows: job.export?.rows ?? null,
      seconds: (performance.now() - begin) / 1000,
      'MB before': before,
      'MB more at most': memoryOf(api, 'VmHWM') - before,
      'MB of file': (job.export?.size ?? 0) / 1e6,
    });
    api.process.kill();
    await new Promise((ended) => api.process.once('exit', ended));
  }
};
