import { type JudgeSheet, type SheetMark } from './judge-sheet/sheet.js';
import { type CertificateView } from './certificate/certificate.js';
import { type CounterSheetView } from './counter-sheet/counter-sheet.js';
import { type OfficialPaper } from './paper/paper.js';
import { type SlipSheetView } from './slip-sheet/slip-sheet.js';
import { type ReceiptView } from './receipt/receipt.js';
import { type ReminderLettersView } from './reminder-letter/reminder-letter.js';
import { type TableSheet } from './table/table.js';
import { type ReadWorkbook } from './xlsx/cell.js';

// The library of workbooks takes some 70 MB once it is loaded, the one of PDFs some 40; most servers are never asked for either.

/** As in `judge-sheet/write-sheet.ts`, which is loaded at the first call. */
export async function writeJudgeSheet(sheet: JudgeSheet, marks: readonly (readonly SheetMark[])[]): Promise<Buffer> {
  const { writeJudgeSheet: write } = await import('./judge-sheet/write-sheet.js');
  return write(sheet, marks);
}

/** As in `xlsx/read-workbook.ts`, which is loaded at the first call. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  const { readWorkbook: read } = await import('./xlsx/read-workbook.js');
  return read(bytes);
}

/** As in `receipt/receipt.ts`, which is loaded at the first call. */
export async function receiptPdf(view: ReceiptView, madeAt: Date): Promise<Buffer> {
  const { receiptPdf: make } = await import('./receipt/receipt.js');
  return make(view, madeAt);
}

/** As in `receipt/receipt.ts`, which is loaded at the first call. */
export async function receiptDocx(view: ReceiptView, madeAt: Date): Promise<Buffer> {
  const { receiptDocx: make } = await import('./receipt/receipt.js');
  return make(view, madeAt);
}

/** As in `counter-sheet/counter-sheet.ts`, which is loaded at the first call. */
export async function counterSheetPdf(view: CounterSheetView, madeAt: Date): Promise<Buffer> {
  const { counterSheetPdf: make } = await import('./counter-sheet/counter-sheet.js');
  return make(view, madeAt);
}

/** As in `slip-sheet/slip-sheet.ts`, which is loaded at the first call. */
export async function slipSheetPdf(view: SlipSheetView, madeAt: Date): Promise<Buffer> {
  const { slipSheetPdf: make } = await import('./slip-sheet/slip-sheet.js');
  return make(view, madeAt);
}

/** As in `reminder-letter/reminder-letter.ts`, which is loaded at the first call. */
export async function reminderLettersPdf(view: ReminderLettersView, madeAt: Date): Promise<Buffer> {
  const { reminderLettersPdf: make } = await import('./reminder-letter/reminder-letter.js');
  return make(view, madeAt);
}

/** As in `table/write-xlsx.ts`, which is loaded at the first call. */
export async function xlsxPieces(sheets: readonly TableSheet[]): Promise<AsyncIterable<Uint8Array>> {
  const { xlsxPieces: write } = await import('./table/write-xlsx.js');
  return write(sheets);
}

/** As in `paper/paper-pdf.ts`, which is loaded at the first call. */
export async function paperPdf(paper: OfficialPaper, madeAt: Date): Promise<Buffer> {
  const { paperPdf: make } = await import('./paper/paper-pdf.js');
  return make(paper, madeAt);
}

/** As in `paper/paper-docx.ts`, which is loaded at the first call. */
export async function paperDocx(paper: OfficialPaper, madeAt: Date): Promise<Buffer> {
  const { paperDocx: make } = await import('./paper/paper-docx.js');
  return make(paper, madeAt);
}

/** As in `certificate/certificate.ts`, which is loaded at the first call. */
export async function certificatesPdf(views: readonly CertificateView[], madeAt: Date): Promise<Buffer> {
  const { certificatesPdf: make } = await import('./certificate/certificate.js');
  return make(views, madeAt);
}

/** As in `certificate/one-file.ts`, which is loaded at the first call. */
export async function oneFileOf(parts: AsyncIterable<Buffer>): Promise<Uint8Array> {
  const { oneFileOf: make } = await import('./certificate/one-file.js');
  return make(parts);
}
