import { type Locale } from '#lib/kernel';
import { rewritten } from './read-pack.js';

/** What an editor leaves of itself in a file that it saves. */
export type EditorTrace = keyof typeof TRACES;

const TRACES = {
  BYTE_ORDER_MARK: { vi: 'thêm dấu BOM ở đầu tệp', en: 'a byte order mark at its beginning' },
  ENCODING: { vi: 'đổi sang bảng mã khác UTF-8', en: 'another encoding than UTF-8' },
  LINE_ENDS: { vi: 'đổi dấu xuống dòng', en: 'other line ends' },
  BLANKS: { vi: 'thêm hoặc bớt khoảng trắng', en: 'blanks added or taken out' },
} as const;

const BOM = '\ufeff';
const BRACE = 0x7b;
/** The letter that every file of ours begins with is an ASCII one: so UTF-16 is known without its mark, too. */
const WIDE: readonly (readonly [string, readonly [number, number]])[] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [BRACE, 0]],
  ['utf-16be', [0, BRACE]],
];

/** What an editor did to the encoding of a file that begins with a brace, in UTF-8 without a mark. */
export function traceInEncoding(bytes: Uint8Array): EditorTrace | null {
  if (wideEncoding(bytes) !== null) return 'ENCODING';
  const text = decoded(bytes, 'utf-8');
  if (text === null) return bytes[0] === BRACE ? 'ENCODING' : null;
  return text.startsWith(BOM) ? 'BYTE_ORDER_MARK' : null;
}

/**
 * What an editor did to a pack when it saved it again: to its encoding, its line ends, or the blanks between its signs. None where it is as it was
 * written, or where anything else differs too.
 */
export function editorTraces(bytes: Uint8Array): EditorTrace[] {
  const trace = traceInEncoding(bytes);
  const text = decoded(bytes, wideEncoding(bytes) ?? 'utf-8')?.replace(BOM, '');
  const written = text === undefined ? null : rewritten(text);
  const traces = trace ? [trace] : [];
  if (text === undefined || written === null || text === written || withoutBlanks(text) !== withoutBlanks(written)) return traces;
  return [...traces, text.replaceAll('\r\n', '\n') === written ? 'LINE_ENDS' : 'BLANKS'];
}

/** For a person: that the file was saved again, and what was done to it. */
export function savedAgainSentence(traces: readonly EditorTrace[], locale: Locale): string {
  const what = traces.map((trace) => TRACES[trace][locale]).join(', ');
  return locale === 'vi'
    ? `tệp đã được một trình soạn thảo lưu lại (${what}) nên không còn đúng từng byte như khi phát hành; điều đó không có nghĩa là nội dung bị sửa. Hãy tải lại tệp gốc và kiểm tra tệp đó.`
    : `an editor saved the file again (${what}), so it is no longer the bytes that were issued; that does not mean that its content was changed. Download the original and check that.`;
}

const wideEncoding = (bytes: Uint8Array): string | null =>
  WIDE.find(([, signs]) => signs.every((sign, at) => bytes[at] === sign))?.[0] ?? null;

/** Without what stands between the signs of JSON; blanks within its texts are text. */
const withoutBlanks = (json: string): string => json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
