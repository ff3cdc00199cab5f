/** Letters of an RFC 5987 value that stand for themselves and that encodeURIComponent leaves alone too, save these. */
const NOT_IN_EXT_VALUE = /['()*]/g;

/**
 * The header that has a browser save a file under its name (RFC 6266): `filename*` carries the name in UTF-8,
 * `filename` the nearest plain ASCII for clients that do not read it.
 */
export const attachment = (fileName: string): string => disposition('attachment', fileName);

/** The same for a file that is shown, and may be saved from there. */
export const inline = (fileName: string): string => disposition('inline', fileName);

function disposition(kind: 'attachment' | 'inline', fileName: string): string {
  const name = fileName.normalize('NFC').toWellFormed();
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(NOT_IN_EXT_VALUE, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
