import { type AdoptionFacts, adoptionDecision } from './adoption-decision.js';

const FACTS: AdoptionFacts = {
  ...{ title: 'Nhắc hạn giấy phép', initiative: 'Nhắc hạn giấy phép kinh doanh bằng tin nhắn', code: '2026-001' },
  ...{ authors: ['Nguyễn Thị Hòa', 'Trần Văn Đoàn'], owner: 'Phòng Tài chính - Kế hoạch', contest: 'Cuộc thi sáng kiến năm 2026' },
  prizes: { number: '1234/QĐ-UBND', decidedOn: '2026-12-01' },
  ...{ host: 'Ủy ban nhân dân huyện Hoài Đức', lead: 'Phòng Nội vụ' },
  legalBasis: 'Kế hoạch số 12/KH-UBND;\nCăn cứ Công văn số 3/UBND',
  ...{ plan: 'Tập huấn trong tháng đầu', resources: 'Máy tính hiện có.', cost: 12_500_000 },
  ...{ startedOn: '2027-01-05', dueOn: '2027-06-30', pilotMonths: 2, useMonths: 6, illustrative: true },
  units: [
    { unit: 'Xã An Khánh', basis: 'REQUIRED', reason: '' },
    { unit: 'Xã La Phù', basis: 'EXEMPT', reason: 'Đã có phần mềm riêng.' },
    { unit: 'Xã Sơn Đồng', basis: 'VOLUNTARY', reason: '' },
  ],
};
const column = (title: string, share: number, align = 'left') => ({ title, share, align });
const STT = column('STT', 1, 'center');

test('an initiative is adopted where it is expected: who leads, from when until when, for what money, and who is exempt and why', () => {
  const article = (number: number, text: string) => ({ kind: 'article', number, text });
  expect(adoptionDecision(FACTS)).toEqual({
    subject: 'Về việc áp dụng, nhân rộng sáng kiến “Nhắc hạn giấy phép”',
    illustrative: true,
    lacking: [],
    grounds: [
      'Căn cứ Kế hoạch số 12/KH-UBND;',
      'Căn cứ Công văn số 3/UBND',
      'Căn cứ Quyết định số 1234/QĐ-UBND ngày 01 tháng 12 năm 2026 công nhận kết quả và trao giải “Cuộc thi sáng kiến năm 2026”',
    ],
    body: [
      article(
        1,
        'Áp dụng, nhân rộng sáng kiến “Nhắc hạn giấy phép kinh doanh bằng tin nhắn” (mã 2026-001) của Nguyễn Thị Hòa, Trần Văn Đoàn (Phòng Tài chính - Kế hoạch) tại 02 đơn vị có tên trong danh sách kèm theo Quyết định này. Thời gian: từ ngày 05/01/2027, hoàn thành chậm nhất ngày 30/06/2027.',
      ),
      article(
        2,
        'Giao Phòng Nội vụ là đơn vị đầu mối, chủ trì hướng dẫn, theo dõi, đôn đốc các đơn vị và tổng hợp kết quả áp dụng. Kế hoạch thực hiện: Tập huấn trong tháng đầu.',
      ),
      article(
        3,
        'Các đơn vị có tên trong danh sách tổ chức áp dụng sáng kiến, báo cáo kết quả theo kỳ và cung cấp tài liệu minh chứng. Đơn vị áp dụng thử ít nhất 02 tháng trước khi sử dụng chính thức; được ghi nhận duy trì ổn định sau ít nhất 06 tháng sử dụng.',
      ),
      article(4, 'Kinh phí thực hiện là 12.500.000 đồng (Bằng chữ: Mười hai triệu năm trăm nghìn đồng chẵn). Nguồn lực: Máy tính hiện có.'),
      article(
        5,
        'Quyết định này có hiệu lực kể từ ngày ký. Thủ trưởng đơn vị đầu mối và các đơn vị có tên trong danh sách chịu trách nhiệm thi hành Quyết định này./.',
      ),
    ],
    annexes: [
      {
        title: 'Danh sách đơn vị áp dụng sáng kiến',
        note: '(Kèm theo Quyết định của Ủy ban nhân dân huyện Hoài Đức)',
        landscape: false,
        blocks: [
          { kind: 'heading', text: 'I. ĐƠN VỊ ÁP DỤNG' },
          {
            kind: 'table',
            columns: [STT, column('Đơn vị', 6), column('Hình thức', 5)],
            rows: [
              ['1', 'Xã An Khánh', 'Bắt buộc'],
              ['2', 'Xã Sơn Đồng', 'Tự nguyện'],
            ],
          },
          { kind: 'heading', text: 'II. ĐƠN VỊ ĐƯỢC MIỄN' },
          {
            kind: 'table',
            columns: [STT, column('Đơn vị', 6), column('Lý do', 5)],
            rows: [['1', 'Xã La Phù', 'Đã có phần mềm riêng.']],
          },
        ],
      },
    ],
  });
});

test('what a roll-out does not have is not written of', () => {
  const bare = { prizes: null, legalBasis: null, plan: null, resources: null, cost: null, dueOn: null, pilotMonths: 0, useMonths: 0 };
  const { grounds, body, annexes } = adoptionDecision({ ...FACTS, ...bare, authors: [], code: null, units: FACTS.units.slice(0, 1) });

  expect(grounds).toEqual([]);
  expect(body.map((block) => (block.kind === 'article' ? block.text : ''))).toEqual([
    'Áp dụng, nhân rộng sáng kiến “Nhắc hạn giấy phép kinh doanh bằng tin nhắn” của Phòng Tài chính - Kế hoạch tại 01 đơn vị có tên trong danh sách kèm theo Quyết định này. Thời gian: từ ngày 05/01/2027.',
    'Giao Phòng Nội vụ là đơn vị đầu mối, chủ trì hướng dẫn, theo dõi, đôn đốc các đơn vị và tổng hợp kết quả áp dụng.',
    'Các đơn vị có tên trong danh sách tổ chức áp dụng sáng kiến, báo cáo kết quả theo kỳ và cung cấp tài liệu minh chứng.',
    expect.stringContaining('có hiệu lực kể từ ngày ký'),
  ]);
  expect(annexes[0]?.blocks.map(({ kind }) => kind)).toEqual(['table']);
});

test('a roll-out of which every unit is exempt is not decided', () => {
  expect(adoptionDecision({ ...FACTS, units: FACTS.units.filter(({ basis }) => basis === 'EXEMPT') }).lacking).toEqual(['NO_UNITS']);
});
