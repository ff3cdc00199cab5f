import { aPack, bytesOf } from '../../../../../test/support/packs.js';
import { type PackFaultCode } from './faults.js';
import { verifyPack } from './verify-pack.js';

const text = bytesOf(aPack()).toString('utf8');

test.each<[string, PackFaultCode, string | Buffer]>([
  ['nothing', 'NOT_JSON', ''],
  ['half of it', 'NOT_JSON', text.slice(0, 3000)],
  ['another encoding', 'NOT_TEXT', Buffer.from(text, 'latin1')],
  ['a mark of byte order', 'NOT_JSON', `\uFEFF${text}`],
  ['no pack', 'WRONG_FORMAT', '[]'],
  ['another format', 'WRONG_FORMAT', text.replace('"format":1', '"format":2')],
  ['a space', 'NOT_CANONICAL', text.replace('"format":1', '"format": 1')],
  ['a line end', 'NOT_CANONICAL', `${text}\n`],
  ['no line end', 'NOT_CANONICAL', text.slice(0, -1)],
  ['another line end', 'NOT_CANONICAL', text.replaceAll('\n', '\r\n')],
  ['a field too many', 'NOT_CANONICAL', text.replace('"format":1,', '"format":1,"note":"",')],
  ['a field twice', 'NOT_CANONICAL', text.replace('"total":"80",', '"total":"90","total":"80",')],
  ['another order of fields', 'NOT_CANONICAL', text.replace('"rank":1,"score":"86"', '"score":"86","rank":1')],
  ['a letter written as an escape', 'NOT_CANONICAL', text.replace('Huyện', 'Huy\\u1ec7n')],
  ['a number written otherwise', 'NOT_CANONICAL', text.replace('"year":2026', '"year":2026.0')],
  ['a decimal written otherwise', 'NOT_SHAPED', text.replace('"points":"25"', '"points":"25.0"')],
  ['a field less', 'NOT_SHAPED', text.replace('"absent":[],', '')],
  ['a rule book that is none', 'NOT_SHAPED', text.replace(/"content":.*\}\}/, '"content":{}}')],
  ['nothing but brackets', 'WRONG_FORMAT', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['a format that is nested without end', 'WRONG_FORMAT', `{"format":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  [
    'criteria nested without end',
    'NOT_SHAPED',
    text.replace('"children":[]', `"children":${'[{"children":'.repeat(9_000)}[]${'}]'.repeat(9_000)}`),
  ],
  ['a prototype instead of fields', 'NOT_SHAPED', `{"format":1,"__proto__":${text}}`],
  ['a number instead of a decimal', 'NOT_SHAPED', text.replace('"total":"80"', '"total":80')],
  ['a title', 'SEAL', text.replace('một cửa', 'một cửa số')],
])('written with %s, a pack is found as %s', (_, code, written) => {
  expect(verifyPack(Buffer.isBuffer(written) ? written : Buffer.from(written, 'utf8')).fault?.code).toBe(code);
});
