export { Import, ImportRow } from './import.entity.js';
export { ImportAwaiting } from './import.awaiting.js';
export { ImportExports } from './import.exports.js';
export { ImportFiles } from './import-files.js';
export { ImportJobs } from './import-jobs.js';
export { ImportOpener } from './import-opener.js';
export {
  type ColumnOfPath,
  type ImportChoice,
  type ImportColumn,
  type ImportRun,
  type ReadRow,
  type RowOutcome,
  type SheetRow,
} from './import-kind.js';
export { ImportQueries } from './import.queries.js';
export { ImportResolver } from './import.resolver.js';
export { ImportRunner } from './import-runner.js';
export { ImportStore } from './import-store.js';
export { ImportTemplate } from './import-template.js';
export { type ImportNames, Imports } from './imports.js';
export { ImportsService } from './imports.service.js';
export { ImportsSweep } from './imports.sweep.js';
export { areTurned, findOfficeList, readOfficeList } from './office-list.js';
export { RowProblems } from './row-problems.js';
export { dayOfSerial, typedDay } from './read-cell.js';
export { type Cells, type Places } from './read-sheet.js';
export { type RowProblem } from './import.entity.js';
