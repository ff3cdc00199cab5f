import { type CellValue, type ColumnKind, xlsxPieces } from '#lib/documents';
import { type Client, type RunningContest } from './harness.js';
import { CONFIRM_UPLOAD, sendFile } from './uploads.js';
import { mutation } from './sign-in.js';

export const IMPORT =
  'id state running makeCount changeCount leaveCount problemCount fileName version own whyNotApply { code problems { code } }';
const ROWS = `query ($importId: ID!, $fate: ImportFate) { importRows(importId: $importId, fate: $fate, first: 100) { totalCount
  edges { node { number fate subject steps problems { column value code message } } } } }`;

/** What is typed into a sheet: texts, or a value with its kind as a spreadsheet keeps it. */
export type Typed = string | number | null | { readonly day: string };

/** A workbook of one page. */
export async function aSheet(rows: readonly (readonly Typed[])[]): Promise<Buffer> {
  const [heads = [], ...below] = rows;
  const kindOf = (at: number): ColumnKind => {
    const typed = below.map((row) => row[at]).find((value) => value !== null && value !== undefined && typeof value !== 'string');
    if (typeof typed === 'number') return 'NUMBER';
    return typeof typed === 'object' ? 'DATE' : 'TEXT';
  };
  const valueOf = (typed: Typed): CellValue => (typeof typed === 'object' && typed !== null ? typed.day : typed);
  const pieces = await xlsxPieces([
    {
      name: 'Danh sách',
      columns: heads.map((head, at) => ({ head: head as string, kind: kindOf(at) })),
      rows: (async function* () {
        await Promise.resolve();
        yield below.map((row) => row.map(valueOf));
      })(),
    },
  ]);
  const chunks: Uint8Array[] = [];
  for await (const piece of pieces) chunks.push(piece);
  return Buffer.concat(chunks);
}

export const aCsv = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from('\ufeff' + rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n'));

export const send = (client: Client, name: string, input: object): Promise<any> =>
  client.ask(mutation(name, `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, `... on Import { ${IMPORT} }`), { input });

export const readImport = (client: Client, id: string): Promise<any> =>
  client.ask(`query ($id: ID!) { import(id: $id) { ${IMPORT} jobId } }`, { id });

export async function rowsOfImport(client: Client, importId: string, fate: string | null = null): Promise<any[]> {
  return (await client.ask(ROWS, { importId, fate })).edges.map(({ node }: any) => node);
}

/** A sheet uploaded to an import and checked; answers the import. */

/** The heads of a sheet of units, in its order. */
export const PEOPLE_HEADS = [
  'Họ và tên',
  'Thư điện tử',
  'Điện thoại',
  'Đơn vị',
  'Chức vụ',
  'Giữ chức vụ từ ngày',
  'Vai trò',
  'Số quyết định',
  'Ngày quyết định',
];

export const UNIT_HEADS = [
  'Mã thống kê',
  'Loại đơn vị *',
  'Tên đơn vị *',
  'Đơn vị cấp trên',
  'Hoạt động từ ngày *',
  'Hoạt động đến ngày',
  'Đơn vị kế thừa',
  'Phần kế thừa',
];
export async function checked(
  contest: RunningContest,
  client: Client,
  { importId, content, fileName = 'Danh sách.xlsx' }: { importId: string; content: Buffer; fileName?: string },
): Promise<any> {
  const fileId = await sendFile(contest, client, { ownerType: 'import', ownerId: importId, fileName, contentType: '' }, content);
  const kept = await client.ask(CONFIRM_UPLOAD, { input: { fileId } });
  if (kept.__typename !== 'StoredFile') throw new Error(JSON.stringify(kept));
  const asked = await send(client, 'checkImport', { importId, fileId });
  if (!asked.id) throw new Error(JSON.stringify(asked));
  await contest.drain();
  return readImport(client, importId);
}

/** Begun, uploaded and checked. */
export async function brought(
  contest: RunningContest,
  client: Client,
  { kind, unitId, ...sheet }: { kind: string; unitId: string; content: Buffer; fileName?: string },
): Promise<any> {
  const begun = await send(client, 'beginImport', { kind, unitId });
  if (!begun.id) throw new Error(JSON.stringify(begun));
  return checked(contest, client, { importId: begun.id, ...sheet });
}

/** What was looked at, applied. */
export async function applied(contest: RunningContest, client: Client, { id, version }: { id: string; version: number }): Promise<any> {
  const asked = await send(client, 'applyImport', { importId: id, version });
  if (!asked.id) throw new Error(JSON.stringify(asked));
  await contest.drain();
  return readImport(client, id);
}
