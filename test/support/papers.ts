import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { localDate } from '#lib/kernel';
import { type Client, type RunningContest } from './harness.js';
import { mutation } from './sign-in.js';
import { type Twice } from './twice.js';
import { aFile, baseOf } from './uploads.js';

/** How an office's papers look, with everything that a paper needs. */
export const aTemplate = (unitId: string, kind: string, changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  unitId,
  kind,
  number: null,
  superior: 'Ủy ban nhân dân thành phố Hà Nội',
  issuer: 'Ủy ban nhân dân huyện Hoài Đức',
  symbol: 'QĐ-UBND',
  place: 'Hoài Đức',
  addressees: [],
  authority: 'Chủ tịch Ủy ban nhân dân huyện Hoài Đức',
  bases: [{ text: 'Căn cứ Luật Tổ chức chính quyền địa phương', from: '2015-01-01', to: null }],
  closing: [],
  signers: [
    { on: null, position: 'Thư ký', name: 'Lê Thị Ưng' },
    { on: null, position: 'Chủ trì', name: 'Trần Văn Ổn' },
  ],
  recipients: ['Lưu: VT, NV'],
  ...changes,
});

export const PAPER =
  'id version kind contestId rolloutId subject state number signedOn frozenHash stale gaps nextNumber templateNumber canManage';
const onPaper = (name: string): string =>
  mutation(name, `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, `... on Paper { ${PAPER} }`);
export const [DRAFT_PAPER, REDRAFT_PAPER, FREEZE_PAPER, REOPEN_PAPER, REGISTER_PAPER] = [
  'draftPaper',
  'redraftPaper',
  'freezePaper',
  'reopenPaper',
  'registerPaper',
].map(onPaper) as [string, string, string, string, string];
export const SAVE_TEMPLATE = mutation('savePaperTemplate', 'SavePaperTemplateInput', '... on PaperTemplate { id kind number issuer }');

const FILE_OF = 'query ($id: ID!, $format: PaperFormat!) { paperFile(paperId: $id, format: $format) { url } }';

/** What stands in the PDF of a paper, in one line. */
export async function wordsOfPaper(contest: RunningContest, client: Client, id: string): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await bytesOf(contest, client, { id, format: 'PDF' }))), {
    mergePages: true,
  });
  return inOneLine(text);
}

/** The same of its DOCX, read by a library that knows nothing of ours. */
export async function wordsOfDocx(contest: RunningContest, client: Client, id: string): Promise<string> {
  const { value, messages } = await mammoth.extractRawText({ buffer: Buffer.from(await bytesOf(contest, client, { id, format: 'DOCX' })) });
  if (messages.length > 0) throw new Error(JSON.stringify(messages));
  return inOneLine(value);
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').normalize('NFC');

async function bytesOf(contest: RunningContest, client: Client, of: { id: string; format: 'PDF' | 'DOCX' }): Promise<ArrayBuffer> {
  const { url } = await client.ask(FILE_OF, of);
  return (await fetch(new URL(url as string, baseOf(contest)))).arrayBuffer();
}

/** A paper of a round that is closed, by a template of its own. */
export async function aPaper(organiser: Client, unitId: string, roundId: string): Promise<any> {
  await organiser.ask(SAVE_TEMPLATE, { input: aTemplate(unitId, 'ROUND_MINUTES', { symbol: 'BB-BTC' }) });
  return organiser.ask(DRAFT_PAPER, { input: { kind: 'ROUND_MINUTES', aboutId: roundId } });
}

/** The same, by the names that operations have for what they are about. */
export async function paperOf(organiser: Client, unitId: string, roundId: string): Promise<Record<string, string>> {
  const { id: paperId } = await aPaper(organiser, unitId, roundId);
  const [template] = await organiser.ask('query ($unitId: ID!) { paperTemplates(unitId: $unitId) { id } }', { unitId });
  return { paperId, templateId: template.id, aboutId: roundId };
}

/** A paper that was frozen and has come back signed. */
export async function signedPaper(contest: RunningContest, organiser: Client, paperId: string): Promise<Record<string, string>> {
  const { version } = await organiser.ask(`query ($id: ID!) { paper(id: $id) { version } }`, { id: paperId });
  await organiser.ask(FREEZE_PAPER, { input: { paperId, version } });
  return { signedFileId: await aFile(contest, organiser, { ownerType: 'paper', ownerId: paperId }) };
}

/** Every mutation on papers, each sent twice: one is filled anew, frozen, taken back, frozen again and registered. */
export async function playPapers(
  contest: RunningContest,
  twice: Twice,
  { personId, unitId, roundId }: { personId: string; unitId: string; roundId: string },
): Promise<void> {
  const send = (name: string, input: Record<string, unknown>): Promise<any> => twice.send(personId, name, input, 10);
  await send('savePaperTemplate', aTemplate(unitId, 'ROUND_MINUTES'));
  const { id: paperId, version } = await send('draftPaper', { kind: 'ROUND_MINUTES', aboutId: roundId });
  const anew = await send('redraftPaper', { paperId, version });
  const frozen = await send('freezePaper', { paperId, version: anew.version });
  const back = await send('reopenPaper', { paperId, version: frozen.version, reason: 'Sửa lỗi.' });
  const again = await send('freezePaper', { paperId, version: back.version });
  const fileId = await aFile(contest, await contest.as(personId), { ownerType: 'paper', ownerId: paperId as string });
  await send('registerPaper', { paperId, version: again.version, number: 1, signedOn: localDate(contest.clock.now()), fileId });
}
