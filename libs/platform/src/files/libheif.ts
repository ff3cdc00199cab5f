import { createRequire } from 'node:module';

/** What is used of `libheif-js`, which comes without types of this part. */
interface Decoded {
  get_width(): number;
  get_height(): number;
  is_primary(): boolean;
  display(into: Frame, done: (frame: Frame | null) => void): void;
}

interface Frame {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

interface LibHeif {
  readonly HeifDecoder: new () => { decode(bytes: Uint8Array): Decoded[] };
}

/** A photograph of a HEIF file: its size as it is to be seen, and its pixels, four bytes each; null where they cannot be decoded. */
export interface HeifImage {
  readonly width: number;
  readonly height: number;
  pixels(): Promise<Uint8ClampedArray | null>;
}

/** The primary image of a HEIF file, or null where there is none that can be read. */
export async function openHeif(bytes: Uint8Array): Promise<HeifImage | null> {
  const { HeifDecoder } = await (createRequire(import.meta.url)('libheif-js/wasm-bundle') as LibHeif | Promise<LibHeif>);
  const images = new HeifDecoder().decode(bytes);
  const image = images.find((candidate) => candidate.is_primary()) ?? images[0];
  if (!image) return null;
  const width = image.get_width();
  const height = image.get_height();
  return { width, height, pixels: () => pixelsOf(image, width, height) };
}

function pixelsOf(image: Decoded, width: number, height: number): Promise<Uint8ClampedArray | null> {
  const { promise, resolve } = Promise.withResolvers<Uint8ClampedArray | null>();
  image.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, (frame) => {
    resolve(frame?.data ?? null);
  });
  return promise;
}
