import { type RunningContest } from './harness.js';
import { aSheet } from './importing.js';
import { type Twice } from './twice.js';
import { CONFIRM_UPLOAD, sendFile } from './uploads.js';

/** Every mutation of an import's course, each sent twice: one sheet is applied, another given up. */
export async function playImports(
  contest: RunningContest,
  twice: Twice,
  { personId, unitId }: { personId: string; unitId: string },
): Promise<void> {
  const send = (name: string, input: Record<string, unknown>): Promise<any> => twice.send(personId, name, input, 10);
  const client = await contest.as(personId);
  await send('makeImportTemplate', { kind: 'units' });
  const { id: importId } = await send('beginImport', { kind: 'units', unitId });
  const content = await aSheet([
    ['Loại đơn vị', 'Tên đơn vị', 'Hoạt động từ ngày'],
    ['Xã', 'Xã Đắc Sở', '01/01/2021'],
  ]);
  const fileId = await sendFile(contest, client, { ownerType: 'import', ownerId: importId, fileName: 'Xã.xlsx', contentType: '' }, content);
  await client.ask(CONFIRM_UPLOAD, { input: { fileId } });
  await send('checkImport', { importId, fileId });
  await contest.drain();
  const { version } = await client.ask('query ($id: ID!) { import(id: $id) { version } }', { id: importId });
  await send('applyImport', { importId, version });
  await contest.drain();
  await send('giveUpImport', { importId: (await send('beginImport', { kind: 'units', unitId })).id });
}
