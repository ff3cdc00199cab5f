import { PDFDocument } from '@cantoo/pdf-lib';

/** Pages that were set some at a time as one file. What makes it PDF/A, the profile of colours and what it says of itself, is that of the first part. */
export async function oneFileOf(parts: AsyncIterable<Buffer>): Promise<Uint8Array> {
  let whole: PDFDocument | null = null;
  for await (const part of parts) {
    const next = await PDFDocument.load(part, { updateMetadata: false });
    if (!whole) {
      whole = next;
      continue;
    }
    const pages = await whole.copyPages(next, next.getPageIndices());
    for (const page of pages) whole.addPage(page);
  }
  if (!whole) throw new RangeError('A file has a page at least');
  return whole.save({ useObjectStreams: true });
}
