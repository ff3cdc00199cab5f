import { type Prized, type ResultFacts } from './result-papers.js';
import { resultList } from './result-list.js';

const prize = (tier: string, title: string, changes: Partial<Prized> = {}): Prized => ({
  ...{ tier, title, track: null, score: null, replacement: null, code: '2026-001', departure: null },
  ...{ unit: 'Phòng Tài chính - Kế hoạch', authors: ['Nguyễn Thị Hòa', 'Trần Văn Đoàn'], amount: 3_000_000 },
  ...changes,
});
const FACTS: ResultFacts = {
  ...{ title: 'Cuộc thi sáng kiến năm 2026', illustrative: false, host: 'Ủy ban nhân dân huyện Hoài Đức', listed: true, judged: 9 },
  ...{
    decision: null,
    withheld: [],
    prizes: [prize('Giải Nhất', 'Nhắc hạn giấy phép'), prize('Giải Nhì', 'Mã QR', { amount: 2_000_000 })],
  },
};
const tablesOf = (facts: ResultFacts) => resultList(facts).body.flatMap((block) => (block.kind === 'table' ? [block] : []));
const textsOf = (facts: ResultFacts) => resultList(facts).body.flatMap((block) => ('text' in block ? [block.text] : []));
const titles = (facts: ResultFacts) => tablesOf(facts)[0]?.columns.map(({ title }) => title);

test('a list of prizes goes with its decision, which it leaves room for until it is signed, and sums up its money in words', () => {
  expect(resultList(FACTS)).toMatchObject({ subject: 'Sáng kiến được trao giải “Cuộc thi sáng kiến năm 2026”', lacking: [] });
  expect(tablesOf(FACTS)[0]?.rows).toEqual([
    ['1', 'Giải Nhất', 'Nhắc hạn giấy phép', 'Nguyễn Thị Hòa, Trần Văn Đoàn', 'Phòng Tài chính - Kế hoạch', '3.000.000'],
    ['2', 'Giải Nhì', 'Mã QR', 'Nguyễn Thị Hòa, Trần Văn Đoàn', 'Phòng Tài chính - Kế hoạch', '2.000.000'],
  ]);
  expect(textsOf(FACTS)).toEqual([
    '(Kèm theo Quyết định số …… ngày …… tháng …… năm …… của Ủy ban nhân dân huyện Hoài Đức)',
    'Danh sách có 02 giải, tổng số tiền thưởng 5.000.000 đồng (Bằng chữ: Năm triệu đồng chẵn).',
  ]);
  const [first] = textsOf({ ...FACTS, decision: { number: '1234/QĐ-UBND', decidedOn: '2026-12-01' } });
  expect(first).toBe('(Kèm theo Quyết định số 1234/QĐ-UBND ngày 01 tháng 12 năm 2026 của Ủy ban nhân dân huyện Hoài Đức)');
});

test('scores stand in it only where they were told', () => {
  expect(titles(FACTS)).toEqual(['STT', 'Giải', 'Tên sáng kiến', 'Tác giả, đồng tác giả', 'Đơn vị', 'Tiền thưởng (đồng)']);
  const told = { ...FACTS, prizes: [prize('Giải Nhất', 'Nhắc hạn', { score: '92.50' }), prize('Giải Nhì', 'Mã QR')] };
  expect(titles(told)).toEqual(['STT', 'Giải', 'Tên sáng kiến', 'Tác giả, đồng tác giả', 'Đơn vị', 'Điểm', 'Tiền thưởng (đồng)']);
  expect(tablesOf(told)[0]?.rows.map((row) => row[5])).toEqual(['92,50', '']);
});

test('prizes for groups and for individuals are two lists, and a prize given in place of another names its decision', () => {
  const replacement = { number: '99/QĐ-UBND', decidedOn: '2027-02-03' };
  const prizes = [prize('Giải Nhất', 'A', { track: 'GROUP', replacement }), prize('Giải Nhất', 'B', { track: 'INDIVIDUAL' })];
  expect(textsOf({ ...FACTS, prizes })).toEqual([
    expect.any(String),
    'I. GIẢI NHÓM TÁC GIẢ',
    'II. GIẢI CÁ NHÂN',
    expect.any(String),
    'Giải của sáng kiến “A” được trao thay theo Quyết định số 99/QĐ-UBND ngày 03 tháng 02 năm 2027.',
  ]);
  expect(tablesOf({ ...FACTS, prizes }).map(({ rows }) => rows.length)).toEqual([1, 1]);
});

test('without a submitted list there is none', () => {
  expect(resultList({ ...FACTS, listed: false, prizes: [] }).lacking).toEqual(['NO_PRIZE_LIST']);
});
