import { type JudgedCardRow } from '#lib/result';
import { roundScorecards } from './round-scorecards.js';

const ROUND = { title: 'Cuộc thi năm 2026', round: 'Vòng sơ khảo', illustrative: false, closed: true };
const criteria = new Map([
  ['NEW', { vi: 'Tính mới', en: 'Novelty', max: '30' }],
  ['USE', { vi: 'Khả năng áp dụng', en: 'Use', max: '12.5' }],
]);
const card = (changes: Partial<JudgedCardRow> = {}): JudgedCardRow => ({
  ...{ initiativeId: 'i1', receiptNumber: '2026-001', title: 'Nhắc hạn giấy phép', judgeId: 'a', judgeName: 'Lê Thị Ưng', extra: false },
  ...{ signedAt: '2026-03-02T02:05:00Z', total: '35.5', counts: true },
  marks: [
    { criterion: 'NEW', points: '25.5', comment: 'Mới với huyện.' },
    { criterion: 'USE', points: '10', comment: null },
  ],
  ...changes,
});

test('each card that counts stands as its judge signed it: marks of all criteria, comments, total, when', () => {
  const detail = {
    ...{ criteria, maximum: '42.5' },
    cards: [card(), card({ judgeId: 'b', judgeName: 'Trần Văn Ổn', extra: true, signedAt: '2026-03-03T09:00:30Z' })],
  };
  const { body, lacking, subject } = roundScorecards({ ...ROUND, detail });

  expect([lacking, subject]).toEqual([[], 'Vòng sơ khảo “Cuộc thi năm 2026”']);
  expect(body.map((block) => ('text' in block ? block.text : block.rows))).toEqual([
    expect.stringContaining('gồm 02 phiếu chấm đã ký và được tính vào kết quả, do 02 giám khảo chấm cho 01 sáng kiến.'),
    'Phiếu 01. Sáng kiến 2026-001: Nhắc hạn giấy phép',
    'Giám khảo: Lê Thị Ưng. Ký lúc 09 giờ 05 ngày 02/03/2026. Tổng điểm: 35,5/42,5.',
    [
      ['1', 'Tính mới', '30', '25,5', 'Mới với huyện.'],
      ['2', 'Khả năng áp dụng', '12,5', '10', ''],
    ],
    'Phiếu 02. Sáng kiến 2026-001: Nhắc hạn giấy phép',
    'Giám khảo: Trần Văn Ổn (chấm thêm do điểm lệch). Ký lúc 16 giờ 00 phút 30 giây ngày 03/03/2026. Tổng điểm: 35,5/42,5.',
    expect.any(Array),
  ]);
});

test('a signed card that does not count is named at the end, without its marks', () => {
  const detail = {
    criteria,
    maximum: '42.5',
    cards: [card(), card({ judgeId: 'c', judgeName: 'Phạm Văn Cũ', total: '12', counts: false })],
  };
  const last = roundScorecards({ ...ROUND, detail }).body.slice(-3);

  expect(last.map((block) => ('text' in block ? block.text : block.rows))).toEqual([
    'PHIẾU ĐÃ KÝ, KHÔNG TÍNH VÀO KẾT QUẢ',
    expect.any(String),
    [['1', '2026-001', 'Nhắc hạn giấy phép', 'Phạm Văn Cũ', '12']],
  ]);
  expect(roundScorecards({ ...ROUND, detail }).body[0]).toMatchObject({ text: expect.stringContaining('gồm 01 phiếu') });
});

test('of a round that is not closed no card is written, whatever is known', () => {
  const source = roundScorecards({ ...ROUND, closed: false, detail: { criteria, maximum: '42.5', cards: [card()] } });
  expect(source.lacking).toEqual(['ROUND_NOT_CLOSED']);
  expect(JSON.stringify(source)).not.toMatch(/Lê Thị Ưng|25,5|Mới với huyện/);
});
