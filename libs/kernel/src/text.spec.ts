import { byVietnamese, cleanText, fold, foldMarks } from './index.js';

test.each([
  ['composed', 'Cải cách'.normalize('NFD'), 'Cải cách'],
  ['composed over what stood between a letter and its mark', 'e\u200b\u0301', 'é'],
  ['on one line, a line break of Word a blank', 'Đơn giản\u000bhoá', 'Đơn giản hoá'],
  ['on one line, whatever breaks it', 'a\r\nb\rc\u0085d\u2028e\u2029f\u000cg\th', 'a b c d e f g h'],
  ['without controls', '\u0000Xã\u0007 La Phù\u009f', 'Xã La Phù'],
  ['with single blanks, those that do not break a line too', '\u00a0Một\u202f \u2007cửa\u3000', 'Một cửa'],
  ['without what cannot be seen', 'Tr\u200bu\u00ad\ufeffng\u3164 t\u2800â\u034fm\u{e0041}\u17b4\u115f\uffa0', 'Trung tâm'],
  ['without overrides of direction', 'a\u202eb\u2066c', 'abc'],
  ['without half a character and what is none', 'a\ud800b\uffff', 'ab'],
  ['empty, where nothing can be seen', '\u200b\u200b\u200b\u200b\u200b', ''],
  ['empty, where there are blanks alone', ' \u00a0\u2003\n', ''],
  ['empty, where a joiner and a selector stand alone', '\u200d\ufe0f', ''],
  ['with its emoji whole', 'Ổn 👩‍💻 ❤️ 👍🏽 1️⃣ 🏳️‍🌈', 'Ổn 👩‍💻 ❤️ 👍🏽 1️⃣ 🏳️‍🌈'],
  ['without a joiner or a selector outside an emoji', 'a\u200db 5\ufe0f 👩\u200b\u200d💻\u200d', 'ab 5 👩‍💻'],
])('one line is kept %s', (_, given, kept) => {
  expect(cleanText(given)).toBe(kept);
});

test('several lines keep their breaks, each as a line feed, their tabs and their inner blanks', () => {
  expect(cleanText('\n Một\u000bHai\r\nBa\rBốn\u2028Năm\u0085Sáu\u000c\tbảy  tám\u00a0chín\u0007 ', 'LINES')).toBe(
    'Một\nHai\nBa\nBốn\nNăm\nSáu\n\tbảy  tám chín',
  );
});

test('a secret is composed; nothing is taken out of it', () => {
  const given = ` mật\u200b khẩu\u00a0\u0007\t`;
  expect(cleanText(given.normalize('NFD'), 'SECRET')).toBe(given.normalize('NFC'));
});

test('folding takes tone marks away, reads đ as d, and quotation marks and dashes as they are typed', () => {
  expect(foldMarks('Cải  cách “THỦ TỤC” – Ðông\u00a0Đa ﬁ\u200b m²')).toBe('cai cach "thu tuc" - dong da fi m2');
});

test.each([
  ['kĩ thuật', 'Kỹ thuật'],
  ['quí', 'quý'],
  ['Mĩ, lí, sĩ, tỉ, hi, vị', 'MỸ, LÝ, SỸ, TỶ, HY, VỴ'],
])('a final i after a consonant or qu is a y: %s is %s', (one, other) => {
  expect(fold(one)).toBe(fold(other));
});

test.each([
  ['tai', 'tay'],
  ['hai', 'hay'],
  ['thúi', 'thúy'],
  ['kiêm', 'kyêm'],
  ['ý', 'í'],
])('an i after a vowel, before a letter or alone is none: %s is not %s', (one, other) => {
  expect(fold(one)).not.toBe(fold(other));
});

test('names are sorted as Vietnamese: Đ after D, a tone after none', () => {
  const sorted = ['Ân', 'An', 'Đức', 'Dung', 'Ánh', 'Tuấn', 'Ơn', 'Oanh', 'Ông'].sort(byVietnamese);
  expect(sorted).toEqual(['An', 'Ánh', 'Ân', 'Dung', 'Đức', 'Oanh', 'Ông', 'Ơn', 'Tuấn']);
});
