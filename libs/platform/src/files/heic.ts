import { Refused } from '#lib/kernel';
import { openHeif } from './libheif.js';

/** The most that phones take; each of its pixels needs some 16 bytes on the way. */
const MOST_PIXELS = 51_000_000;
/** Tried one after the other, until the photograph is no larger than it may be. */
const QUALITIES = [88, 76, 60];

/**
 * A photograph coded in HEVC as a JPEG: upright, without what the phone noted of place and time, of `maxSize` bytes at most.
 * The decoder turns the picture as the file says, and hands out nothing but its pixels. Refuses `FILE_DAMAGED`, `FILE_TOO_COMPLEX` and `FILE_TOO_LARGE`.
 */
export async function jpegOfHeic(bytes: Buffer, maxSize: number): Promise<Buffer> {
  const image = await openHeif(bytes);
  if (!image) throw new Refused('FILE_DAMAGED');
  const { width, height } = image;
  if (width * height > MOST_PIXELS) throw new Refused('FILE_TOO_COMPLEX');
  const pixels = await image.pixels();
  if (!pixels) throw new Refused('FILE_DAMAGED');
  const { default: sharp } = await import('sharp');
  for (const quality of QUALITIES) {
    const picture = sharp(pixels, { raw: { width, height, channels: 4 } }).flatten({ background: 'white' });
    const jpeg = await picture.jpeg({ quality, mozjpeg: false }).toBuffer();
    if (jpeg.length <= maxSize) return jpeg;
  }
  throw new Refused('FILE_TOO_LARGE', { max: { bytes: maxSize } });
}
