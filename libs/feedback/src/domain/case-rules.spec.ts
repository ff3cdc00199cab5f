import { caseOf, concernsHead } from './case-rules.js';

test.each([
  [{ reasons: ['EXTRA_COST'], text: null }, 'EXTRA_COST'],
  [{ reasons: [], text: 'Cán bộ gợi ý tiền bồi dưỡng.' }, 'EXTRA_COST'],
  [{ reasons: ['WAITING'], text: 'Doi tien moi lam!' }, 'EXTRA_COST'],
  [{ reasons: ['ATTITUDE', 'EXTRA_COST'], text: 'Quát tháo.' }, 'EXTRA_COST'],
  [{ reasons: ['ATTITUDE'], text: 'Quát tháo người dân.' }, 'ATTITUDE'],
  [{ reasons: ['ATTITUDE'], text: null }, null],
  [{ reasons: ['WAITING'], text: 'Chờ lâu, phải đổi số thứ tự.' }, null],
  [{ reasons: [], text: null }, null],
] as const)('%j is a case: %j', (said, expected) => {
  expect(caseOf(said)).toBe(expected);
});

const heads = [{ name: 'Nguyễn Văn Hùng', title: 'Trưởng phòng Tư pháp' }];

test.each([
  ['Anh Nguyen Van Hung vòi tiền.', true],
  ['Trưởng phòng tư pháp bảo nộp thêm.', true],
  ['Sếp ở đây bảo thế.', true],
  ['Chủ tịch xã biết chuyện.', true],
  ['Cán bộ ở quầy bảo thế.', false],
  ['Anh Hùng ở quầy 2.', false],
])('%s is about who heads the unit: %p', (text, expected) => {
  expect(concernsHead(text, heads)).toBe(expected);
});
