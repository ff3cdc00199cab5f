import { type JudgeSheet, type SheetMark } from './judge-sheet/sheet.js';
import { type ReadWorkbook } from './xlsx/cell.js';

// The library of workbooks takes some 70 MB once it is loaded; most servers are never asked for one.

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
