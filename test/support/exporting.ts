import readXlsxFile from 'read-excel-file/node';
import { type Client, type RunningContest } from './harness.js';
import { baseOf } from './uploads.js';

const JOB = 'id kind state failureCode failureMessage export { title format fileName rows fileId size endsAt }';
const EXPORT = `mutation ($input: ExportListInput!) { exportList(input: $input) { __typename ... on Job { ${JOB} } ... on Refusal { code path message } } }`;
const DOWNLOAD = 'query ($id: ID!) { fileDownload(id: $id) { url } }';

export interface ListAsked {
  readonly list: string;
  readonly filter?: object;
  readonly columns?: readonly string[];
  readonly format?: 'XLSX' | 'CSV';
}

export const askForList = (client: Client, { filter, format = 'XLSX', ...asked }: ListAsked): Promise<any> =>
  client.ask(EXPORT, { input: { ...asked, format, filter: filter === undefined ? null : JSON.stringify(filter) } });

export const jobOf = (client: Client, id: string): Promise<any> => client.ask(`query ($id: ID!) { job(id: $id) { ${JOB} } }`, { id });

/** The bytes that its address gives; the code of the refusal where there is none. */
export async function fetchFile(contest: RunningContest, client: Client, fileId: string): Promise<Buffer | string> {
  const { data, errors } = await client.send(DOWNLOAD, { id: fileId });
  if (errors) return String(errors[0]?.extensions['code']);
  const response = await fetch(new URL(data!['fileDownload'].url as string, baseOf(contest)));
  return Buffer.from(await response.arrayBuffer());
}

/** The list as a file, made and fetched. */
export async function exported(contest: RunningContest, client: Client, asked: ListAsked): Promise<{ job: any; content: Buffer }> {
  const { id, code, message } = await askForList(client, asked);
  if (!id) throw new Error(`${asked.list}: ${String(code)} ${String(message)}`);
  await contest.drain();
  const job = await jobOf(client, id as string);
  const content = await fetchFile(contest, client, job.export?.fileId as string);
  if (typeof content === 'string') throw new Error(`${asked.list}: ${JSON.stringify(job)} ${content}`);
  return { job, content };
}

/** The rows of the first sheet, heads first, as another library reads them. */
export async function rowsOf(content: Buffer): Promise<unknown[][]> {
  const [sheet] = await readXlsxFile(content, { trim: false });
  return sheet?.data ?? [];
}

const EXPORT_MY_DATA =
  'mutation ($input: ExportMyDataInput!) { exportMyData(input: $input) { __typename ... on Job { id } ... on Refusal { code } } }';

export const askForMyData = (client: Client): Promise<any> => client.ask(EXPORT_MY_DATA, { input: {} });

/** Everything that is kept of somebody, as they are given it. */
export async function myDataOf(contest: RunningContest, client: Client): Promise<any> {
  const { id } = await askForMyData(client);
  await contest.drain();
  const job = await jobOf(client, id as string);
  const content = await fetchFile(contest, client, job.export?.fileId as string);
  if (typeof content === 'string') throw new Error(`${JSON.stringify(job)} ${content}`);
  return JSON.parse(content.toString('utf8'));
}
