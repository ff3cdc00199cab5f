import { compose } from '../../domain/compose.js';
import { type MatrixUnit, type RolloutMatrixFacts, rolloutMatrix, yearMatrix } from './rollout-matrix.js';

const one = (unitId: string, changes: Partial<MatrixUnit> = {}): MatrixUnit => ({
  ...{ unitId, unit: `Xã ${unitId}`, basis: 'REQUIRED', state: 'IN_USE', since: '2026-02-03', confirmed: true, overdue: false, reason: '' },
  ...changes,
});
const FACTS: RolloutMatrixFacts = {
  ...{ title: 'Nhân rộng mã QR', initiative: 'Quét mã QR', code: '2025-003', owner: 'Văn phòng', illustrative: false },
  ...{ lead: 'Phòng Nội vụ', startedOn: '2026-01-05', dueOn: '2026-06-30' },
  units: [
    one('A', { confirmed: false }),
    one('B', { state: 'PREPARING', confirmed: null, overdue: true, reason: 'Chờ máy in.' }),
    one('C', { state: 'SUSTAINED', basis: 'VOLUNTARY' }),
    one('D', { basis: 'EXEMPT', state: 'NOT_STARTED', confirmed: null, reason: 'Đã có phần mềm riêng.' }),
  ],
};
const rowsOf = (body: ReturnType<typeof rolloutMatrix>['body']) => body.flatMap((block) => (block.kind === 'table' ? [block.rows] : []));

test('a roll-out is shown by state and by unit: who is exempt is counted with nobody, late and unproven ones are noted', () => {
  const { body, subject, lacking } = rolloutMatrix(FACTS);
  expect([subject, lacking]).toEqual(['Triển khai sáng kiến “Nhân rộng mã QR”', []]);
  expect(body.flatMap((block) => ('text' in block ? [block.text] : []))).toEqual([
    'Sáng kiến: “Quét mã QR” (mã 2025-003) của Văn phòng. Đơn vị đầu mối: Phòng Nội vụ. Bắt đầu ngày 05/01/2026, hạn hoàn thành ngày 30/06/2026.',
    'I. TỔNG HỢP',
    '03 đơn vị áp dụng, 01 đơn vị được miễn. 02 đơn vị đang sử dụng hoặc duy trì ổn định (66,7 %); 01 đơn vị quá hạn.',
    'II. TÌNH HÌNH TỪNG ĐƠN VỊ',
  ]);
  expect(rowsOf(body)).toEqual([
    [
      ['1', 'Đang chuẩn bị', '1', '33,3 %'],
      ['2', 'Đang sử dụng', '1', '33,3 %'],
      ['3', 'Duy trì ổn định', '1', '33,3 %'],
    ],
    [
      ['1', 'Xã A', 'Bắt buộc', 'Đang sử dụng', '03/02/2026', 'Chưa có minh chứng.'],
      ['2', 'Xã B', 'Bắt buộc', 'Đang chuẩn bị', '03/02/2026', 'Quá hạn. Chờ máy in.'],
      ['3', 'Xã C', 'Tự nguyện', 'Duy trì ổn định', '03/02/2026', ''],
      ['4', 'Xã D', 'Được miễn', '–', '03/02/2026', 'Đã có phần mềm riêng.'],
    ],
  ]);
});

test('a year is one line an initiative, then every unit beside each of them; a unit that takes no part has a dash', () => {
  const rollouts = Array.from({ length: 7 }, (_, at) => ({
    ...FACTS,
    title: `Sáng kiến ${String(at)}`,
    units: at === 6 ? [one('Z')] : FACTS.units,
  }));
  const { body, annexes, lacking } = yearMatrix({ title: 'Cuộc thi', year: 2025, rollouts, illustrative: false });
  expect(lacking).toEqual([]);
  expect(rowsOf(body)[0]?.[0]).toEqual(['1', 'Sáng kiến 0', 'Phòng Nội vụ', '30/06/2026', '3', '2', '66,7 %', '1']);
  const [first, second] = rowsOf(annexes[0]?.blocks ?? []);
  expect(first?.slice(1, 4)).toEqual([
    ['2', 'Xã B', ...Array.from({ length: 6 }, () => 'Đang chuẩn bị (quá hạn)')],
    ['3', 'Xã C', ...Array.from({ length: 6 }, () => 'Duy trì ổn định')],
    ['4', 'Xã D', ...Array.from({ length: 6 }, () => 'Được miễn')],
  ]);
  expect(second).toEqual([['1', 'Xã Z', 'Đang sử dụng']]);
  const uneven = yearMatrix({ title: 'Cuộc thi', year: 2025, rollouts: rollouts.slice(5), illustrative: false });
  expect(rowsOf(uneven.annexes[0]?.blocks ?? [])[0]?.slice(-2)).toEqual([
    ['4', 'Xã D', 'Được miễn', '–'],
    ['5', 'Xã Z', '–', 'Đang sử dụng'],
  ]);
});

test('where nothing is rolled out there is no matrix', () => {
  expect(rolloutMatrix({ ...FACTS, units: [] }).lacking).toEqual(['NO_UNITS']);
  expect(yearMatrix({ title: 'Cuộc thi', year: 2025, rollouts: [], illustrative: false }).lacking).toEqual(['NO_ROLLOUT']);
});

test('the day as of which it stands is that of the draft, and no part of what makes it out of date', () => {
  const template = {
    ...{ superior: null, issuer: 'Phòng Nội vụ', symbol: 'BTD-NV', place: 'Hoài Đức', addressees: [], authority: null, bases: [] },
    ...{ closing: [], signers: [], recipients: [] },
  };
  const source = rolloutMatrix(FACTS);
  expect(compose('ROLLOUT_MATRIX', source, template, '2026-03-09').body[0]).toEqual({
    kind: 'paragraph',
    text: 'Tình hình triển khai tính đến ngày 09/03/2026.',
  });
  expect(JSON.stringify(source)).not.toContain('09/03/2026');
});
