import { aPack, bytesOf } from '../../../../../test/support/packs.js';
import { type EditorTrace, editorTraces, savedAgainSentence } from './saved-again.js';

const text = bytesOf(aPack()).toString('utf8');
const wide = Buffer.from(`\ufeff${text}`, 'utf16le');

test.each<[string, string | Buffer, EditorTrace[]]>([
  ['nothing done to it', text, []],
  ['a mark of byte order', `\ufeff${text}`, ['BYTE_ORDER_MARK']],
  ['line ends of Windows', text.replaceAll('\n', '\r\n'), ['LINE_ENDS']],
  ['both, as Notepad of old saved', `\ufeff${text.replaceAll('\n', '\r\n')}`, ['BYTE_ORDER_MARK', 'LINE_ENDS']],
  ['UTF-16', wide, ['ENCODING']],
  ['UTF-16 the other way round', Buffer.from(wide).swap16(), ['ENCODING']],
  ['UTF-16 without its mark', wide.subarray(2), ['ENCODING']],
  ['an encoding that has not all letters', Buffer.from(text, 'latin1'), ['ENCODING']],
  ['lines and blanks of an editor for JSON', JSON.stringify(JSON.parse(text), null, 2), ['BLANKS']],
  ['no line end at its end', text.slice(0, -1), ['BLANKS']],
  ['a line end more', `${text}\n`, ['BLANKS']],
])('a pack with %s has the traces of it', (_, written, traces) => {
  expect(editorTraces(Buffer.from(written))).toEqual(traces);
});

test.each([
  ['a blank in a title', text.replace('một cửa', 'một  cửa')],
  ['a field twice', text.replace('"total":"80",', '"total":"90","total":"80",')],
  ['a field too many', text.replace('"format":1,', '"format":1,"note":"",')],
  ['another order of fields', text.replace('"rank":1,"score":"86"', '"score":"86","rank":1')],
  ['a letter written as an escape', text.replace('Huyện', 'Huy\\u1ec7n')],
  ['half of it', text.slice(0, 3000)],
])('%s is the work of no editor', (_, written) => {
  expect(editorTraces(Buffer.from(written, 'utf8'))).toEqual([]);
});

test('the sentence says what was done, and that it is no forgery', () => {
  expect(savedAgainSentence(['BYTE_ORDER_MARK', 'LINE_ENDS'], 'vi')).toContain('(thêm dấu BOM ở đầu tệp, đổi dấu xuống dòng)');
  expect(savedAgainSentence(['ENCODING'], 'en')).toContain('an editor saved the file again (another encoding than UTF-8)');
});
