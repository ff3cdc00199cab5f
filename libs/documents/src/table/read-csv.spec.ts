import { csvPieces } from './write-csv.js';
import { readCsvCells } from './read-csv.js';

const cellsOf = (text: string) =>
  Object.fromEntries(
    Array.from(readCsvCells(Buffer.from(text)).get('CSV')!, ([address, { kind, text: typed }]) => [address, `${kind}:${typed}`]),
  );

test('cells are texts as they were typed, whatever they look like', () => {
  expect(cellsOf('\ufeffMã,Tên\r\n09832,"Xã ""Hoài"", Đức\nmới"\r\n\r\n=1+1,-5\n')).toEqual({
    A1: 'text:Mã',
    B1: 'text:Tên',
    A2: 'text:09832',
    B2: 'text:Xã "Hoài", Đức\nmới',
    A4: 'text:=1+1',
    B4: 'text:-5',
  });
});

test.each([';', '\t'])('the first line shows that %j parts the cells', (sign) => {
  expect(cellsOf(`Họ, tên${sign}Số\nLan${sign}1`)).toEqual({ A1: 'text:Họ, tên', B1: 'text:Số', A2: 'text:Lan', B2: 'text:1' });
});

test('what an export held apart from formulas is read as it was typed', async () => {
  const rows = (async function* () {
    yield [['=1+1'], ["'tis"], ['Lan']];
    await Promise.resolve();
  })();
  const pieces: Uint8Array[] = [];
  for await (const piece of csvPieces({ columns: [{ head: 'Tên', kind: 'TEXT' }], rows })) pieces.push(piece);
  expect(cellsOf(Buffer.concat(pieces).toString())).toEqual({ A1: 'text:Tên', A2: 'text:=1+1', A3: "text:'tis", A4: 'text:Lan' });
});

test.each<[string, Buffer]>([
  ['bytes that are no UTF-8', Buffer.from([0x4d, 0xe3, 0x20])],
  ['a quotation mark without end', Buffer.from('Tên\n"Lan')],
  ['a quotation mark within a cell', Buffer.from('Tên\n"Lan" Anh,1')],
  ['more cells than any sheet has', Buffer.from('1,'.repeat(100_002))],
])('%s is refused as unreadable', (_, bytes) => {
  expect(() => readCsvCells(bytes)).toThrow(expect.objectContaining({ code: 'SHEET_UNREADABLE' }) as Error);
});
