export { SHEET_LAYOUT, type JudgeSheet } from './judge-sheet/sheet.js';
export { CODE_CELL } from './judge-sheet/layout.js';
export { codeOf, readJudgeSheet, type ReadMark } from './judge-sheet/read-sheet.js';
export {
  certificatesPdf,
  counterSheetPdf,
  oneFileOf,
  paperDocx,
  paperPdf,
  readWorkbook,
  receiptDocx,
  receiptPdf,
  reminderLettersPdf,
  slipSheetPdf,
  writeJudgeSheet,
  xlsxPieces,
} from './on-demand.js';
export { type CertificateView } from './certificate/certificate.js';
export { type ZippedFile, storedZip } from './certificate/stored-zip.js';
export { type SheetPaper } from './counter-sheet/counter-sheet.js';
export { type OfficialPaper, type PaperAnnex, type PaperBlock, type PaperColumn, type PaperTable } from './paper/paper.js';
export { readCsvCells } from './table/read-csv.js';
export { csvPieces } from './table/write-csv.js';
export { type CellValue, type ColumnKind, type TableColumn, type TableSheet } from './table/table.js';
export { decodeCell } from './xlsx/address.js';
export { type ReadCell, type ReadWorkbook } from './xlsx/cell.js';
