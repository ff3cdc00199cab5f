import { buffer } from 'node:stream/consumers';
import { Refused } from '#lib/kernel';
import { type FileFamily, kindOfType } from './file-kinds.js';
import { packageWithoutNames } from './nameless-package.js';
import { pdfWithoutNames } from './nameless-pdf.js';

const MOST_PIXELS = 60_000_000;

/**
 * The content without what programs note of who made it: author, company, last editor, camera, and who commented. What is written in it
 * stays. Refuses `FILE_NAMES_STAY` where they cannot be taken out. Runs in the opener's process alone.
 */
export async function withoutNames(content: AsyncIterable<Buffer>, { contentType }: { readonly contentType: string }): Promise<Uint8Array> {
  const bytes = await buffer(content);
  try {
    const family = kindOfType(contentType)?.family;
    const take = family && TAKEN_OUT[family];
    if (!take) throw new Refused('FILE_NAMES_STAY');
    return await take(bytes);
  } catch (error) {
    if (error instanceof RangeError || error instanceof Refused) throw error;
    throw new Refused('FILE_NAMES_STAY');
  }
}

/** Coded anew as what it was, upright: nothing but its pixels goes along. */
async function pictureWithoutNames(bytes: Buffer): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(bytes, { limitInputPixels: MOST_PIXELS }).rotate().toBuffer();
}

const TAKEN_OUT: Readonly<Partial<Record<FileFamily, (bytes: Buffer) => Promise<Uint8Array>>>> = {
  PDF: pdfWithoutNames,
  WORD: packageWithoutNames,
  EXCEL: packageWithoutNames,
  POWERPOINT: packageWithoutNames,
  IMAGE: pictureWithoutNames,
};
