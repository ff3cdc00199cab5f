import { lineageShare } from './lineage.js';
import { englishName, readLineageRows, readUnitRows } from './units-csv.js';

test('a row of units is read with its days, and a missing day is none', () => {
  expect(
    readUnitRows('gso_code,type,name,valid_to\n09832,TOWNSHIP,Thị trấn Trạm Trôi,2025-06-30\r\n09835,COMMUNE,"Xã ""Đức"", Thượng",\n'),
  ).toEqual([
    { code: '09832', kind: 'TOWNSHIP', nameVi: 'Thị trấn Trạm Trôi', validFrom: null, validTo: '2025-06-30' },
    { code: '09835', kind: 'COMMUNE', nameVi: 'Xã "Đức", Thượng', validFrom: null, validTo: null },
  ]);
});

test.each([
  [
    'semicolons and a mark of byte order, as Excel in Vietnamese saves',
    '\ufeffgso_code;type;name\r\n09835;COMMUNE;"Xã Đức Thượng; cũ"\r\n',
  ],
  ['tabs, as Unicode text', 'gso_code\ttype\tname\n09835\tCOMMUNE\tXã Đức Thượng; cũ\n'],
  ['line ends of old', 'gso_code,type,name\r09835,COMMUNE,Xã Đức Thượng; cũ\r'],
])('rows parted by %s are read', (_, csv) => {
  expect(readUnitRows(csv)).toEqual([{ code: '09835', kind: 'COMMUNE', nameVi: 'Xã Đức Thượng; cũ', validFrom: null, validTo: null }]);
});

test.each([
  ['an unknown kind', 'gso_code,type,name\n09832,VILLAGE,Trạm Trôi', { row: 1, problem: 'type' }],
  ['a day that is none', 'gso_code,type,name,valid_to\n1,WARD,A,2025-06-30\n2,WARD,B,30/6/2025', { row: 2, problem: 'valid_to' }],
  ['a day that the calendar has not', 'gso_code,type,name,valid_from\n1,WARD,A,2025-02-29', { row: 1, problem: 'valid_from' }],
  ['a missing name', 'gso_code,type,name\n09832,WARD,', { row: 1, problem: 'name' }],
])('%s is refused with its row and column', (_, csv, detail) => {
  expect(() => readUnitRows(csv)).toThrow(expect.objectContaining({ code: 'IMPORT_ROW', detail }) as Error);
});

test('lineage rows name the old code, the new one and how', () => {
  expect(readLineageRows('old_code,old_name,new_code,new_name,kind\n09853,Xã Kim Chung,00613,Phường Tây Tựu,PART_AREA')).toEqual([
    { oldCode: '09853', newCode: '00613', kind: 'PART_AREA' },
  ]);
});

test('an English name is the proper name without marks, and the kind', () => {
  expect(englishName('COMMUNE', 'Xã Đắc Sở')).toBe('Dac So Commune');
  expect(englishName('TOWNSHIP', 'Thị trấn Trạm Trôi')).toBe('Tram Troi Township');
});

test('whole and rest carry figures, a strip of land none, a split unit stands on its own line', () => {
  expect((['WHOLE', 'REST', 'PART_AREA', 'SPLIT'] as const).map(lineageShare)).toEqual(['CARRIES', 'CARRIES', 'NOTHING', 'UNATTRIBUTED']);
});
