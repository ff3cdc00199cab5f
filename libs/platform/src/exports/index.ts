export { Export } from './export.entity.js';
export { ExportFiles } from './export-files.js';
export { ExportOrders } from './export-orders.js';
export { ExportMaker } from './export-maker.js';
export { ExportResolver } from './export.resolver.js';
export {
  type Columns,
  type DocumentsOrder,
  type Exported,
  type ExportedDocuments,
  type ExportedList,
  type ExportedWorkbook,
  type ListColumn,
  byPages,
  columnsOf,
} from './exported.js';
export { Exports, sheetOf } from './exports.js';
export { ExportsService } from './exports.service.js';
export { ExportsSweep } from './exports.sweep.js';
export { ListArguments } from './list-arguments.js';
