import { buffer } from 'node:stream/consumers';
import { Refused, cleanText } from '#lib/kernel';
import { kindOfType } from './file-kinds.js';

/** What a content says as text, or looks like in small; null where it does neither. */
export interface ContentLook {
  readonly text: string | null;
  /** As WebP. */
  readonly thumbnail: Uint8Array | null;
}

/** The most characters that are kept of a text; what goes on after that is neither shown as text nor searched. */
export const READ_MOST = 200_000;
export const THUMBNAIL_TYPE = 'image/webp';
const THUMBNAIL_EDGE = 480;
const MOST_PIXELS = 60_000_000;

/** The families whose contents are read. */
export const READ_FAMILIES: ReadonlySet<string> = new Set(['PDF', 'WORD', 'IMAGE']);

/** Reads a content to its end. Refuses `FILE_DAMAGED` for what cannot be read. Runs in the opener's process alone. */
export async function readContent(content: AsyncIterable<Buffer>, { contentType }: { readonly contentType: string }): Promise<ContentLook> {
  const bytes = await buffer(content);
  try {
    const family = kindOfType(contentType)?.family;
    if (family === 'IMAGE') return { text: null, thumbnail: await thumbnailOf(bytes) };
    if (family === 'PDF') return { text: kept(await textOfPdf(bytes)), thumbnail: null };
    return { text: family === 'WORD' ? kept(await textOfWord(bytes)) : null, thumbnail: null };
  } catch (error) {
    // No more memory to be had: that is told apart from a content that is broken.
    if (error instanceof RangeError) throw error;
    throw new Refused('FILE_DAMAGED');
  }
}

const kept = (text: string): string | null => cleanText(Array.from(text).slice(0, READ_MOST).join(''), 'LINES') || null;

async function textOfPdf(bytes: Buffer): Promise<string> {
  const { extractText, getDocumentProxy } = await import('unpdf');
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }), { mergePages: false });
  return text.join('\n');
}

async function textOfWord(bytes: Buffer): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  return (await mammoth.extractRawText({ buffer: bytes })).value;
}

/** Upright, and with nothing of what the camera noted. */
async function thumbnailOf(bytes: Buffer): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const small = sharp(bytes, { limitInputPixels: MOST_PIXELS }).rotate();
  return small.resize(THUMBNAIL_EDGE, THUMBNAIL_EDGE, { fit: 'inside', withoutEnlargement: true }).webp({ quality: 78 }).toBuffer();
}
