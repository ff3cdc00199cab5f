import { Workbook } from '@cj-tech-master/excelts';
import { gql } from 'graphql-request';
import { type Round, type Sitting, cardsOf, fillIn, howOf, readDossier } from './judge.js';
import { type Player } from './player.js';
import { type GivenMark } from './script/marks.js';
import { type Stage, found } from './stage.js';
import { download, upload } from './upload.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PAGE = 'Phiếu chấm';
/** An initiative has a row with its code, and below it one for each criterion. */
const INITIATIVE = /^(\d{4}-\d{3}) – /;
const CRITERION = /^TC(\d+)$/;

interface Sheet {
  readonly id: string;
  readonly sheetCode: string;
  readonly number: number;
  readonly initiatives: number;
  readonly fileId: string;
}

interface Difference {
  readonly fingerprint: string;
  readonly changes: number;
  readonly cards: readonly {
    readonly receiptNumber: string;
    readonly criteria: readonly { readonly cell: string; readonly pointsOnSheet: string | null }[];
  }[];
}

const SHEET = 'id sheetCode number initiatives fileId';

/** A judge marks on a workbook without the network, imports it and signs; somebody else's workbook is not taken. */
export async function judgeOffline(stage: Stage, sitting: Sitting): Promise<void> {
  const { cast, tell } = stage;
  const [judge, other] = [await cast.as('judge-9'), await cast.as('judge-8')];
  const sheet = await issue(judge, sitting.round);
  const blank = await download(stage, judge, sheet.fileId);
  tell.did(
    judge.called,
    `tải phiếu chấm Excel số ${String(sheet.number)}, mã ${sheet.sheetCode}, gồm ${String(sheet.initiatives)} sáng kiến`,
  );
  const filled = await typed(blank, await marksByCode(stage, sitting, judge));
  await refuseForeign(stage, { sitting, other, judge, filled });

  const fileId = await send(stage, judge, { sheet, content: filled });
  const shown = await judge.ask<Difference>(
    gql`
      query ($fileId: ID!) {
        compareOfflineSheet(fileId: $fileId) {
          fingerprint
          changes
          cards {
            receiptNumber
            criteria {
              cell
              pointsOnSheet
            }
          }
        }
      }
    `,
    { fileId },
  );
  const first = found(shown.cards[0]?.criteria[0], 'mark');
  tell.did(
    judge.called,
    `điền ngoại tuyến, tải lên và xem trước: ${String(shown.changes)} phiếu thay đổi (ô ${first.cell}: trống → ${first.pointsOnSheet ?? ''})`,
  );
  await judge.act('importOfflineSheet', { fileId, fingerprint: shown.fingerprint }, 'id');
  const codes = await signDrafts(judge, sitting.round);
  tell.did(judge.called, `nhập vào bản nháp, soát lại và ký ${String(codes.length)} phiếu (${codes.join(', ')})`);
}

async function issue(judge: Player, { id: roundId }: Round): Promise<Sheet> {
  for (const { id } of await cardsOf(judge, roundId)) await readDossier(judge, id);
  return judge.act<Sheet>('issueOfflineSheet', { roundId }, SHEET);
}

async function marksByCode(stage: Stage, { round, harshId }: Sitting, judge: Player): Promise<Map<string, GivenMark[]>> {
  const all = new Map<string, GivenMark[]>();
  for (const card of await cardsOf(judge, round.id)) {
    const { marks } = await fillIn(judge, card.id, await howOf(stage, { harshId, judge, card }));
    all.set(card.initiative.receiptNumber, marks);
  }
  return all;
}

/** The workbook as the judge saves it: points and comments in their cells, nothing else touched. */
export async function typed(blank: Buffer, marks: ReadonlyMap<string, readonly GivenMark[]>): Promise<Buffer> {
  const book = new Workbook();
  await book.xlsx.load(blank);
  const page = found(book.getWorksheet(PAGE), PAGE);
  let code = '';
  page.eachRow((_, row) => {
    code = INITIATIVE.exec(textOf(page.getCell(`B${String(row)}`).value))?.[1] ?? code;
    const criterion = CRITERION.exec(textOf(page.getCell(`A${String(row)}`).value))?.[1];
    const mark = criterion === undefined ? undefined : marks.get(code)?.[Number(criterion) - 1];
    if (!mark) return;
    page.getCell(`E${String(row)}`).value = Number(mark.points);
    if (mark.comment !== null) page.getCell(`F${String(row)}`).value = mark.comment;
  });
  return Buffer.from(await book.xlsx.writeBuffer());
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

async function refuseForeign(
  stage: Stage,
  { sitting, other, judge, filled }: { sitting: Sitting; other: Player; judge: Player; filled: Buffer },
): Promise<void> {
  const sheet = await issue(other, sitting.round);
  const fileId = await send(stage, other, { sheet, content: filled });
  stage.tell.refused(
    other.called,
    `tải lên phiếu chấm Excel của ${judge.fullName}`,
    await other.refusalOf('importOfflineSheet', { fileId, fingerprint: '0'.repeat(64) }),
  );
}

async function send(stage: Stage, judge: Player, { sheet, content }: { sheet: Sheet; content: Buffer }): Promise<string> {
  const order = { ownerType: 'offlineSheet', ownerId: sheet.id, fileName: `${sheet.sheetCode}.xlsx`, content, contentType: XLSX } as const;
  return (await upload(stage, judge, order)).id;
}

/** What was imported is on the cards; the judge signs it as it stands there. */
async function signDrafts(judge: Player, { id: roundId }: Round): Promise<string[]> {
  const cards = await cardsOf(judge, roundId);
  for (const { id: scorecardId } of cards) {
    const { version, marks } = await judge.ask<{ version: number; marks: GivenMark[] }>(
      gql`
        query ($id: ID!) {
          scorecard(id: $id) {
            version
            marks {
              criterion
              points
              comment
            }
          }
        }
      `,
      { id: scorecardId },
    );
    await judge.act('signScorecard', { scorecardId, version, marks }, 'id');
  }
  return cards.map(({ initiative }) => initiative.receiptNumber);
}
