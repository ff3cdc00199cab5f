export {
  SHEET_LAYOUT,
  type JudgeSheet,
  type SheetBand,
  type SheetCriterion,
  type SheetInitiative,
  type SheetMark,
} from './judge-sheet/sheet.js';
export { CODE_CELL, markCell } from './judge-sheet/layout.js';
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
export { type CounterSheetView, type SheetPaper } from './counter-sheet/counter-sheet.js';
export {
  type OfficialPaper,
  type PaperAnnex,
  type PaperBlock,
  type PaperColumn,
  type PaperSigner,
  type PaperTable,
} from './paper/paper.js';
export { type SlipSheetView } from './slip-sheet/slip-sheet.js';
export { type ReceiptView } from './receipt/receipt.js';
export { readCsvCells } from './table/read-csv.js';
export { csvPieces } from './table/write-csv.js';
export { type CellValue, type ColumnKind, type TableColumn, type TableSheet } from './table/table.js';
export { type CellPlace, decodeCell } from './xlsx/address.js';
export { type ReadCell, type ReadWorkbook } from './xlsx/cell.js';
