import { groundOf } from './grounds.js';
import { positionOf } from './jury.js';
import { type JuryFacts, juryDecision } from './jury-decision.js';

const CHAIR = { name: 'Đỗ Đức Trung', position: 'Phó Chủ tịch', unit: 'Ủy ban nhân dân huyện', chair: true, from: '2026-03-01T17:30:00Z' };
const JUDGE = { name: 'Trần Quốc Bảo', position: '', unit: '', chair: false, from: '2026-03-02T02:00:00Z' };
const FACTS: JuryFacts = {
  title: 'Cuộc thi sáng kiến năm 2026',
  illustrative: false,
  host: 'Ủy ban nhân dân huyện Hoài Đức',
  documents: [
    { kind: 'PLAN', number: '118/KH-UBND', issuedOn: '2026-02-20', title: 'Kế hoạch tổ chức Cuộc thi' },
    { kind: 'RULES', number: '01/TL-BTC', issuedOn: '2026-12-05', title: 'Thể lệ Cuộc thi' },
  ],
  judges: [CHAIR, JUDGE],
  secretaries: [{ ...JUDGE, name: 'Lê Thị Minh', position: 'Chuyên viên', unit: 'Phòng Nội vụ' }],
};

test('a jury is set up with its secretariat, the chair first, on the plan and the rules of the contest', () => {
  const column = (title: string, share: number, align = 'left') => ({ title, share, align });
  const columns = [
    ...[column('STT', 1, 'center'), column('Họ và tên', 4), column('Chức vụ, đơn vị công tác', 6)],
    ...[column('Nhiệm vụ', 3), column('Tham gia từ ngày', 2.5, 'center')],
  ];
  expect(juryDecision(FACTS)).toEqual({
    subject: 'Về việc thành lập Ban Giám khảo và Tổ thư ký “Cuộc thi sáng kiến năm 2026”',
    illustrative: false,
    lacking: [],
    grounds: [
      'Căn cứ Kế hoạch số 118/KH-UBND ngày 20 tháng 02 năm 2026 về tổ chức Cuộc thi',
      'Căn cứ Thể lệ số 01/TL-BTC ngày 05 tháng 12 năm 2026 của Cuộc thi',
    ],
    body: [
      {
        kind: 'article',
        number: 1,
        text: 'Thành lập Ban Giám khảo “Cuộc thi sáng kiến năm 2026” gồm 02 ông, bà và Tổ thư ký gồm 01 ông, bà có tên trong danh sách kèm theo Quyết định này.',
      },
      {
        kind: 'article',
        number: 2,
        text: 'Ban Giám khảo chấm các sáng kiến dự thi theo thể lệ của cuộc thi và chịu trách nhiệm về kết quả chấm; Tổ thư ký giúp việc cho Ban Tổ chức và Ban Giám khảo. Ban Giám khảo và Tổ thư ký tự giải thể sau khi hoàn thành nhiệm vụ.',
      },
      {
        kind: 'article',
        number: 3,
        text: 'Quyết định này có hiệu lực kể từ ngày ký. Thủ trưởng các đơn vị có liên quan và các ông, bà có tên trong danh sách chịu trách nhiệm thi hành Quyết định này./.',
      },
    ],
    annexes: [
      {
        title: 'Danh sách Ban Giám khảo và Tổ thư ký',
        note: '(Kèm theo Quyết định của Ủy ban nhân dân huyện Hoài Đức)',
        landscape: false,
        blocks: [
          { kind: 'heading', text: 'I. BAN GIÁM KHẢO' },
          {
            kind: 'table',
            columns,
            rows: [
              ['1', 'Đỗ Đức Trung', 'Phó Chủ tịch, Ủy ban nhân dân huyện', 'Trưởng ban', '02/03/2026'],
              ['2', 'Trần Quốc Bảo', '', 'Giám khảo', '02/03/2026'],
            ],
          },
          { kind: 'heading', text: 'II. TỔ THƯ KÝ' },
          { kind: 'table', columns, rows: [['1', 'Lê Thị Minh', 'Chuyên viên, Phòng Nội vụ', 'Thư ký', '02/03/2026']] },
        ],
      },
    ],
  });
});

test('a jury without judges, or without a chair, is not set up; one without a secretariat says nothing of it', () => {
  expect(juryDecision({ ...FACTS, judges: [] }).lacking).toEqual(['NO_JURY']);
  expect(juryDecision({ ...FACTS, judges: [JUDGE] }).lacking).toEqual(['NO_CHAIR']);
  const alone = juryDecision({ ...FACTS, secretaries: [] });
  expect(alone.lacking).toEqual([]);
  expect(JSON.stringify(alone)).not.toContain('Tổ thư ký');
});

test.each([
  ['Kế hoạch tổ chức Cuộc thi', 'Căn cứ Kế hoạch số 1/KH ngày 01 tháng 3 năm 2026 về tổ chức Cuộc thi'],
  ['Kế hoạch về tổ chức Cuộc thi', 'Căn cứ Kế hoạch số 1/KH ngày 01 tháng 3 năm 2026 về tổ chức Cuộc thi'],
  ['Kế hoạch của huyện', 'Căn cứ Kế hoạch số 1/KH ngày 01 tháng 3 năm 2026 của huyện'],
  ['Kế hoạch', 'Căn cứ Kế hoạch số 1/KH ngày 01 tháng 3 năm 2026'],
  ['Tổ chức Cuộc thi', 'Căn cứ Kế hoạch số 1/KH ngày 01 tháng 3 năm 2026 (Tổ chức Cuộc thi)'],
])('a plan that is titled «%s» is cited with its number and its day', (title, written) => {
  expect(groundOf({ kind: 'PLAN', number: '1/KH', issuedOn: '2026-03-01', title })).toBe(written);
});

test.each([
  ['Trưởng phòng Nội vụ', 'Phòng Nội vụ', 'Trưởng phòng Nội vụ'],
  ['Trưởng phòng', 'Phòng Nội vụ', 'Trưởng phòng, Phòng Nội vụ'],
  ['', 'Phòng Nội vụ', 'Phòng Nội vụ'],
  ['Chuyên gia', '', 'Chuyên gia'],
  ['', '', ''],
])('of the position «%s» in «%s» the unit is named once', (position, unit, written) => {
  expect(positionOf({ position, unit })).toBe(written);
});
