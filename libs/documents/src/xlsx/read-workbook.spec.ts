import { aZip } from '../../../../test/support/files.js';
import { readWorkbook } from './read-workbook.js';

const WORKBOOK = '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>';
const RELATIONS = `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
  <Relationship Id="rId2" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`;

const bookOf = (sheet: Buffer | string, strings = '<sst/>', says?: number): Buffer =>
  aZip(
    {
      'xl/workbook.xml': WORKBOOK,
      'xl/_rels/workbook.xml.rels': RELATIONS,
      'xl/sharedStrings.xml': strings,
      'xl/worksheets/sheet1.xml': sheet,
    },
    { deflated: true, ...(says !== undefined && { says }) },
  );

const cellsOf = async (sheet: string, strings?: string) => Object.fromEntries((await readWorkbook(bookOf(sheet, strings))).get('A')!);

test('cells of every type are read as what they are, with or without an address, in any prefix', async () => {
  const sheet = `<x:worksheet xmlns:x="x"><x:sheetData><x:row r="2"><x:c r="B2"><x:v>8.1999999999999993</x:v></x:c><x:c t="s"><x:v>0</x:v></x:c>
    <x:c t="inlineStr"><x:is><x:t>Chữ</x:t></x:is></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c t="str"><x:f>A1</x:f><x:v>kết quả</x:v></x:c><x:c r="H2"/></x:row>
    <x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  const strings = '<sst><si><r><t>Đậm </t></r><r><t>nhạt_x000D_</t></r><rPh><t>đọc</t></rPh></si></sst>';
  expect(await cellsOf(sheet, strings)).toEqual({
    B2: { kind: 'number', text: '8.1999999999999993' },
    C2: { kind: 'text', text: 'Đậm nhạt\r' },
    D2: { kind: 'text', text: 'Chữ' },
    E2: { kind: 'other', text: '1' },
    F2: { kind: 'formula', text: 'A1' },
    A3: { kind: 'number', text: '3' },
  });
});

const BILLION = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet>&b;</worksheet>';
const row = (cells: string) => `<worksheet><sheetData><row>${cells}</row></sheetData></worksheet>`;

test.each<[string, () => Buffer]>([
  ['no zip', () => Buffer.from('xin chào')],
  ['an empty file', () => Buffer.alloc(0)],
  ['a zip without a workbook', () => aZip({ 'a.txt': 'x' })],
  ['XML that is not well-formed', () => bookOf('<worksheet><sheetData>')],
  ['entities of its own', () => bookOf(BILLION)],
  ['a cell that is nowhere', () => bookOf(row('<c r="A0"><v>1</v></c>'))],
  ['more cells than any sheet has', () => bookOf(row('<c><v>1</v></c>'.repeat(100_001)))],
  ['more texts than any sheet has', () => bookOf(row(''), `<sst>${'<si/>'.repeat(100_001)}</sst>`)],
  ['more markup than any sheet has', () => bookOf(`<worksheet>${'<row/>'.repeat(1_000_001)}</worksheet>`)],
  [
    'one text in more cells than it fits',
    () => bookOf(row('<c t="s"><v>0</v></c>'.repeat(300)), `<sst><si><t>${'a'.repeat(32_000)}</t></si></sst>`),
  ],
  ['a comment of XML without end', () => bookOf(`<worksheet><!--${'a'.repeat(15_000_000)}`)],
  ['a comment of XML that no program writes', () => bookOf(`<worksheet><!--${'a'.repeat(15_000_000)}--></worksheet>`)],
  ['more text than a cell holds', () => bookOf(row(`<c t="inlineStr"><is><t>${'a'.repeat(32_768)}</t></is></c>`))],
  ['bytes that are no UTF-8', () => bookOf(Buffer.from([0x3c, 0xff, 0xfe]))],
])('%s is refused as unreadable', async (_, make) => {
  await expect(readWorkbook(make())).rejects.toMatchObject({ code: 'SHEET_UNREADABLE' });
});

/** What the program has taken, in bytes; what the system keeps for it says nothing of a single call. */
const taken = (): number => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

test.each([
  ['that says so', undefined],
  ['that says it is small', 1000],
])('a part of 128 MB %s is refused before it is unpacked', async (_, says) => {
  const bomb = bookOf(Buffer.alloc(128 * 1024 * 1024, 0x20), '<sst/>', says);
  expect(bomb.length).toBeLessThan(1024 * 1024);
  const before = taken();
  await expect(readWorkbook(bomb)).rejects.toMatchObject({ code: 'SHEET_UNREADABLE' });
  expect(taken() - before).toBeLessThan(100 * 1024 * 1024);
});

test('a bomb is refused as soon as it is seen for one', async () => {
  const bombs = [bookOf(`<worksheet><!--${'a'.repeat(15_000_000)}`), bookOf(row(''), `<sst>${'<si/>'.repeat(3_000_000)}</sst>`)];
  const before = process.cpuUsage();
  for (const bomb of bombs) await expect(readWorkbook(bomb)).rejects.toMatchObject({ code: 'SHEET_UNREADABLE' });
  expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
});

test('ranges that cover a whole page are not followed', async () => {
  const sheet = `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>
    <dataValidations><dataValidation sqref="A1:XFD1048576" type="decimal"/></dataValidations></worksheet>`;
  expect(await cellsOf(sheet)).toEqual({ A1: { kind: 'number', text: '1' } });
});
