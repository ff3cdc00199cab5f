import { sha256Hex } from '#lib/kernel';
import { Misfit, expectSame } from './faults.js';
import { packPieces, sealLine } from './pack-file.js';
import { PACK_FORMAT, PRIZE_FORMAT, type ResultPackContent, formatOf } from './pack.js';
import { packShape } from './pack-shape.js';

/** A pack as it was read: well formed, in the one form that the format allows, and nothing more said about it. */
export interface ReadPack {
  readonly pack: ResultPackContent;
  /** The seal that stands at its end, and that of the bytes before it. */
  readonly seal: { readonly stated: string; readonly computed: string };
}

/** Throws a `Misfit` for bytes that are no pack of this format, or that differ in a single one from how it is written. */
export function readPack(bytes: Uint8Array): ReadPack {
  const text = textOf(bytes);
  const given = parsed(text);
  const format = typeof given === 'object' && given !== null && 'format' in given ? given.format : null;
  if (format !== PACK_FORMAT && format !== PRIZE_FORMAT)
    throw new Misfit('WRONG_FORMAT', { path: 'format' }, { stated: format, computed: PRIZE_FORMAT });
  const bad = packShape(given);
  if (bad !== null) throw new Misfit('NOT_SHAPED', { path: bad.slice(1) });
  const { seal: stated, ...pack } = given as ResultPackContent & { readonly seal: string };
  expectSame('WRONG_FORMAT', { path: 'format' }, format, formatOf(pack));
  const end = sealLine(stated);
  expectCanonical(pack, text, end);
  const computed = sha256Hex(bytes.subarray(0, bytes.length - end.length));
  return { pack, seal: { stated, computed } };
}

/** The text of a pack as it would have been written, by what stands in it; null where it is none. Says nothing of whether the seal fits. */
export function rewritten(text: string): string | null {
  try {
    const given = parsed(text);
    if (typeof given !== 'object' || packShape(given) !== null) return null;
    const { seal, ...pack } = given as ResultPackContent & { readonly seal: string };
    return [...packPieces(pack), sealLine(seal)].join('');
  } catch {
    return null;
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Misfit('NOT_TEXT');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Misfit('NOT_JSON');
  }
}

/** Writes the pack anew, piece by piece, beside the text. */
function expectCanonical(pack: ResultPackContent, text: string, end: string): void {
  let at = 0;
  try {
    for (const piece of packPieces(pack)) {
      if (!text.startsWith(piece, at)) throw notCanonical(text, at, piece);
      at += piece.length;
    }
  } catch (error) {
    // Only a rule book can be of a shape that cannot be written: the rest was looked at before.
    throw error instanceof Misfit ? error : new Misfit('NOT_SHAPED', { path: 'ruleBooks' });
  }
  if (text.length !== at + end.length || !text.endsWith(end)) throw notCanonical(text, at, end);
}

function notCanonical(text: string, from: number, piece: string): Misfit {
  const found = text.slice(from, from + piece.length);
  let same = 0;
  while (same < found.length && found[same] === piece[same]) same += 1;
  const line = text.slice(0, from + same).split('\n').length;
  const around = (given: string) => given.slice(Math.max(0, same - 20), same + 20);
  const shown = { stated: around(found), computed: around(piece) };
  return new Misfit('NOT_CANONICAL', { path: `${String(line)}:${String(same)}` }, shown);
}
