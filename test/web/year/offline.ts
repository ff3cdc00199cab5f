import { readFile } from 'node:fs/promises';
import { typed } from '../../../apps/walkthrough/src/sheet.js';
import { marksOf } from '../../../apps/walkthrough/src/script/marks.js';
import { CODE, own, readDossier, signAll } from './cards.js';
import { type Year } from './people.js';
import { type Round } from './rounds.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A judge marks on a workbook without the network, brings it back, sees what it changes, and signs each card as it stands there. */
export async function judgeOffline(year: Year, round: Round, key: string, harshKey?: string): Promise<void> {
  const page = await year.at(key, `/judging/${round.id}`);
  const cards = page.getByRole('region', { name: 'Phiếu theo thứ tự chấm' });
  await cards.getByRole('rowheader').first().waitFor();
  const rows = await cards.getByRole('rowheader').allInnerTexts();
  const codes = rows.map((words) => CODE.exec(words)?.[0] ?? '');
  for (const code of codes) {
    await cards
      .getByRole('row', { name: new RegExp(code) })
      .getByRole('rowheader')
      .getByRole('link')
      .click();
    await readDossier(page);
    await page.getByRole('link', { name: 'Phiếu của tôi' }).click();
  }
  await page.getByRole('link', { name: 'Chấm khi không có mạng' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Lấy bảng chấm' }).click();
  const blank = await readFile(await (await download).path());
  const marks = new Map(codes.map((code) => [code, marksOf(round.criteria, own(key, code, harshKey))]));
  const file = { name: 'phieu-cham.xlsx', mimeType: XLSX, buffer: await typed(blank, marks) };
  await page.getByLabel('Bảng đã chấm').last().setInputFiles(file);
  await page.getByRole('button', { name: /^Nhận thay đổi của \d phiếu/ }).click();
  await page.getByRole('link', { name: 'Xem lại và ký từng phiếu' }).click();
  await signAll(page, () => Promise.resolve());
}
