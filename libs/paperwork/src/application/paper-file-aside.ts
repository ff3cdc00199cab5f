import { type OfficialPaper } from '#lib/documents';
import { inThread } from '#lib/platform';
import { type PaperSetting, setPaper } from './paper-setting.js';

/** Rows that take some hundreds of milliseconds as DOCX: more of them are set in a thread. */
const IN_PLACE = 150;

/** Rows of tables and paragraphs. */
export const rowsOf = ({ body, annexes }: OfficialPaper): number =>
  [...body, ...annexes.flatMap(({ blocks }) => blocks)].reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 1), 0);

/**
 * As `setPaper`: in place where that is quick, otherwise in a thread of its own. Both give the same bytes. The cards of a round are hundreds of
 * tables, and setting them would hold up everybody else for seconds.
 */
export async function paperFileAside(order: PaperSetting): Promise<Buffer> {
  if (rowsOf(order.paper) <= IN_PLACE) return setPaper(order);
  return Buffer.from(await inThread<Uint8Array>(new URL('./paper-file.worker.js', import.meta.url), order));
}
