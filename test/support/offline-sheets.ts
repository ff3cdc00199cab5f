import { Workbook } from '@cj-tech-master/excelts';
import request from 'supertest';
import { aRound } from './contests.js';
import { type District } from './factories.js';
import { type Client, type RunningContest } from './harness.js';
import { type HeldCard, type Judging, aJudging, attestedCards, openRound } from './judging.js';
import { type Twice } from './twice.js';
import { CONFIRM_UPLOAD, sendFile } from './uploads.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const REFUSAL = '... on Refusal { code message path }';
const SHEET = 'id roundId number sheetCode initiatives fileId supersededAt';

export const ISSUE_SHEET = `mutation ($input: IssueOfflineSheetInput!) { issueOfflineSheet(input: $input) { __typename ... on OfflineSheet { ${SHEET} } ${REFUSAL} } }`;
export const IMPORT_SHEET = `mutation ($input: ImportOfflineSheetInput!) { importOfflineSheet(input: $input) { __typename ... on OfflineSheet { ${SHEET} } ${REFUSAL} } }`;
export const COMPARE_SHEET = `query ($fileId: ID!) { compareOfflineSheet(fileId: $fileId) { sheetId sheetCode number fingerprint changes
  cards { scorecardId receiptNumber title changed canImport whyNotImport { code } criteria { criterion cell pointsNow pointsOnSheet commentNow commentOnSheet changed } } } }`;
export const MY_SHEET = `query ($roundId: ID!) { offlineSheet(roundId: $roundId) { ${SHEET} } }`;
const DOWNLOAD = 'query ($id: ID!) { fileDownload(id: $id) { url } }';

/** The bytes of a file by its signed address, as a browser gets them. */
export async function download(contest: RunningContest, judge: Client, fileId: string): Promise<Buffer> {
  const { url } = await judge.ask(DOWNLOAD, { id: fileId });
  const reply = await request(contest.app.getHttpServer())
    .get(url as string)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        done(null, Buffer.concat(chunks));
      });
    });
  return reply.body as Buffer;
}

/** The workbook as somebody saves it who changed cells of it: `Phiếu chấm!E8` to a value, each. */
export async function changedCells(bytes: Buffer, cells: Readonly<Record<string, unknown>>): Promise<Buffer> {
  const book = new Workbook();
  await book.xlsx.load(bytes);
  for (const [at, value] of Object.entries(cells)) {
    const [page = '', address = ''] = at.split('!');
    book.getWorksheet(page)!.getCell(address).value = value as never;
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Uploads a file for a sheet; answers its id. */
export async function uploadSheet(contest: RunningContest, judge: Client, sheetId: string, bytes: Buffer): Promise<string> {
  const file = { ownerType: 'offlineSheet', ownerId: sheetId, fileName: 'Phiếu chấm.xlsx', contentType: XLSX };
  const id = await sendFile(contest, judge, file, bytes);
  const kept = await judge.ask(CONFIRM_UPLOAD, { input: { fileId: id } });
  if (kept.__typename !== 'StoredFile') throw new Error(JSON.stringify(kept));
  return id;
}

/** Two rounds of two judges each on two initiatives, the first open. */
export const SHEET_RULES = { rounds: [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 1 }), aRound('final')] };
/** Cells of points and of comments. */
export const E = (row: number) => `Phiếu chấm!E${String(row)}`;
export const F = (row: number) => `Phiếu chấm!F${String(row)}`;

/** A judge with attested cards and a sheet, and the workbook as it was issued. */
export interface Desk {
  readonly judging: Judging;
  readonly judge: Client;
  readonly other: Client;
  /** In the judge's own order. */
  readonly cards: HeldCard[];
  readonly sheet: any;
  readonly bytes: Buffer;
}

export async function aDesk(contest: RunningContest, district: District): Promise<Desk> {
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 2, ruleBook: SHEET_RULES });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const [judge, other] = (await Promise.all(judging.judges.map((id) => contest.as(id)))) as [Client, Client];
  const cards = await attestedCards(judge, roundId);
  const sheet = await judge.ask(ISSUE_SHEET, { input: { roundId } });
  return { judging, judge, other, cards, sheet, bytes: await download(contest, judge, sheet.fileId) };
}

/** Uploads the workbook with cells of it changed. */
export const fillIn = async (contest: RunningContest, { judge, sheet, bytes }: Desk, cells: Record<string, unknown>): Promise<string> =>
  uploadSheet(contest, judge, sheet.id, await changedCells(bytes, cells));

/** A sheet is issued, filled in and imported, each sent twice. */
export async function playSheet(
  contest: RunningContest,
  twice: Twice,
  { judgeId, roundId }: { judgeId: string; roundId: string },
): Promise<void> {
  const judge = await contest.as(judgeId);
  const { id, fileId: issued } = await twice.send(judgeId, 'issueOfflineSheet', { roundId }, 10);
  const filled = await changedCells(await download(contest, judge, issued as string), { [E(8)]: 3 });
  const fileId = await uploadSheet(contest, judge, id as string, filled);
  const { fingerprint } = await judge.ask(COMPARE_SHEET, { fileId });
  await twice.send(judgeId, 'importOfflineSheet', { fileId, fingerprint }, 10);
}
