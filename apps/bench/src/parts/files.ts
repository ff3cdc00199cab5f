import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type CellValue, type TableColumn, csvPieces, xlsxPieces } from '#lib/documents';
import { type Part } from '../part.js';

const ROWS = 100_000;
const AT_ONCE = 500;
const KINDS = ['TEXT', 'TEXT', 'TEXT', 'TEXT', 'TEXT', 'TEXT', 'DATE', 'MOMENT', 'MOMENT', 'NUMBER', 'NUMBER', 'MONEY'] as const;
const COLUMNS: readonly TableColumn[] = KINDS.map((kind, at) => ({ head: `Cột ${String(at + 1)}`, kind }));

const rowAt = (at: number): CellValue[] => [
  ...[
    `2026-${String(at)}`,
    '=1+1',
    `Cải cách thủ tục hành chính cấp xã số ${String(at)}`,
    'Nguyễn Văn An; Trần Thị Bình',
    'Phòng Nội vụ',
    'Đã nộp',
  ],
  ...['2026-11-26', '2026-11-26T02:41:05Z', '2026-11-26T02:41:05Z', String(at / 4), at, at * 1000],
];

// eslint-disable-next-line @typescript-eslint/require-await
async function* rows(): AsyncGenerator<readonly CellValue[][]> {
  for (let at = 0; at < ROWS; at += AT_ONCE) yield Array.from({ length: AT_ONCE }, (_, more) => rowAt(at + more));
}

/** What the writing of a long list takes: without its reading, which is that of the list's pages. */
export const files: Part = async ({ report, isAsked }) => {
  report.begin('files', `${String(ROWS)} rows of ${String(COLUMNS.length)} columns (aim: under 10 s and 200 MB more)`);
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  for (const format of ['XLSX', 'CSV'].filter(isAsked)) {
    const path = join(folder, format);
    const before = process.memoryUsage.rss();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
    const begin = performance.now();
    const sheet = { name: 'Danh sách', columns: COLUMNS, rows: rows() };
    await pipeline(format === 'XLSX' ? await xlsxPieces([sheet]) : csvPieces(sheet), createWriteStream(path));
    const seconds = (performance.now() - begin) / 1000;
    clearInterval(watch);
    report.row({ format, seconds, 'MB more at most': (most - before) / 1e6, 'MB of file': (await stat(path)).size / 1e6 });
  }
  await rm(folder, { recursive: true });
};
