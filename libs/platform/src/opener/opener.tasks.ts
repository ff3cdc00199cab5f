import { type ReadWorkbook } from '#lib/documents';
import { type FileLook, type LookOrder } from '../files/look-at-file.js';
import { type ContentLook } from '../files/read-content.js';
import { type ProcessLimits } from '../worker/limited-process.js';

/** What people's files are opened for, and what comes out. */
export interface OpenerTasks {
  /** What the file is, and what is to be kept of it. */
  readonly look: { readonly order: LookOrder; readonly result: FileLook };
  /** What it says as text, or looks like in small. */
  readonly read: { readonly order: { readonly contentType: string }; readonly result: ContentLook };
  /** The same without the names of who made it. */
  readonly nameless: { readonly order: { readonly contentType: string }; readonly result: Uint8Array };
  /** The cells of a workbook, or of a CSV file. */
  readonly workbook: { readonly order: { readonly csv?: boolean }; readonly result: ReadWorkbook };
}

export type OpenerTask = keyof OpenerTasks;

/** A task as the process is sent it. */
export interface SentTask<K extends OpenerTask = OpenerTask> {
  readonly task: K;
  readonly order: OpenerTasks[K]['order'];
}

const WALL_SECONDS = 40;

/** Photographs of 50 megapixels are decoded in 4 seconds and 800 MB; nothing else comes near either limit that is not made for it. */
export const OPENER_LIMITS: Readonly<Record<OpenerTask, ProcessLimits>> = {
  look: { cpuSeconds: 15, wallSeconds: WALL_SECONDS, memoryMiB: 1000 },
  read: { cpuSeconds: 15, wallSeconds: WALL_SECONDS, memoryMiB: 1000 },
  nameless: { cpuSeconds: 15, wallSeconds: WALL_SECONDS, memoryMiB: 1000 },
  workbook: { cpuSeconds: 10, wallSeconds: WALL_SECONDS, memoryMiB: 300 },
};
