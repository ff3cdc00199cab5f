import { type KnownName, type ReadText, mentionsOf, saysWord, withoutNames } from './mentions.js';

const NAMES: KnownName[] = [
  { kind: 'AUTHOR', name: 'Nguyễn Thị Thu Hà' },
  { kind: 'UNIT', name: 'Ủy ban nhân dân xã Tân Hội' },
];
const solution = (text: string): ReadText[] => [{ field: 'SOLUTION', fileId: null, text }];
const said = (text: string): string[] => mentionsOf(solution(text), NAMES).map((mention) => mention.said);

test.each([
  ['an author by the whole name', 'Do bà Nguyễn Thị Thu Hà đề xuất.', ['Nguyễn Thị Thu Hà']],
  ['in capitals', 'NGUYỄN THỊ THU HÀ', ['NGUYỄN THỊ THU HÀ']],
  ['without tone marks', 'lien he nguyen thi thu ha', ['nguyen thi thu ha']],
  ['with letters and marks apart', 'Nguyễn Thị Thu Hà'.normalize('NFD'), ['Nguyễn Thị Thu Hà']],
  ['over a line', 'Nguyễn Thị\nThu Hà', ['Nguyễn Thị\nThu Hà']],
  ['by the last two syllables, as names are written', 'Chị Thu Hà phụ trách.', ['Thu Hà']],
  ['a unit by its whole name', 'UBND và Ủy ban nhân dân xã Tân Hội', ['Ủy ban nhân dân xã Tân Hội']],
  ['a commune by what it is called', 'người dân Tân Hội, thôn 3', ['Tân Hội']],
])('finds %s', (_, text, expected) => {
  expect(said(text)).toEqual(expected);
});

test.each([
  ['words that only look alike without marks', 'mùa thu hạ giá, thu hà tất phải'],
  ['a longer word', 'Tân Hộiw, xTân Hội'],
  ['a single syllable of a name', 'Ông Hà và bà Thu'],
  ['other people', 'Nguyễn Thị Thu Hằng'],
])('leaves alone %s', (_, text) => {
  expect(said(text)).toEqual([]);
});

test('shows what stands around a name, and of which text it is', () => {
  const file: ReadText = { field: null, fileId: 'f1', text: `${'a '.repeat(50)}Thu Hà${' b'.repeat(50)}` };

  expect(mentionsOf([file], NAMES)).toEqual([
    { field: null, fileId: 'f1', kind: 'AUTHOR', before: 'a '.repeat(30), said: 'Thu Hà', after: ' b'.repeat(30) },
  ]);
});

test('shows twenty names of a text at most', () => {
  expect(mentionsOf(solution('Thu Hà, '.repeat(50)), NAMES)).toHaveLength(20);
});

test('hides each name, whole, and further words', () => {
  const text = 'Bà Nguyễn Thị Thu Hà (Thu Hà, biệt danh “Cô Ba”) ở xã Tân Hội, số 0912 345 678.';

  expect(withoutNames(text, NAMES, ['cô ba', '0912345678', '0912 345 678'])).toBe('Bà […] ([…], biệt danh “[…]”) ở xã […], số […].');
});

test('a text that says no name stays as it is', () => {
  expect(withoutNames('Rút ngắn thời gian giải quyết hồ sơ.', NAMES, ['Cô Ba'])).toBe('Rút ngắn thời gian giải quyết hồ sơ.');
});

test('a word is said where hiding would find it', () => {
  expect([saysWord('gọi CÔ BA nhé', 'cô ba'), saysWord('cô bán hàng', 'cô ba')]).toEqual([true, false]);
});
