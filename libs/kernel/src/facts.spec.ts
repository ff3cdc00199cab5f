import { asSentence, bytes, charactersIn, day, decimal, fill, moment, shownFact } from './index.js';

test.each([
  ['a name, as it is called', { vi: 'đã gửi', en: 'sent in' }, 'đã gửi', 'sent in'],
  ['a text, as it was written', 'ĐAN-2026.7', 'ĐAN-2026.7', 'ĐAN-2026.7'],
  ['a year, which is no number', '2026', '2026', '2026'],
  ['a number, with its thousands', 1250, '1.250', '1,250'],
  ['a decimal', decimal('1250.50'), '1.250,5', '1,250.5'],
  ['a day', day('2026-10-05'), '05/10/2026', '5 October 2026'],
  ['a moment on the hour', moment(new Date('2026-10-15T10:00:00Z')), '17 giờ 00 ngày 15/10/2026', '17:00 on 15 October 2026'],
  ['a moment after midnight', moment(new Date('2026-10-15T17:05:00Z')), '00 giờ 05 ngày 16/10/2026', '00:05 on 16 October 2026'],
  [
    'a moment with its seconds',
    moment(new Date('2026-10-15T16:59:59.999Z')),
    '23 giờ 59 phút 59 giây ngày 15/10/2026',
    '23:59:59 on 15 October 2026',
  ],
  ['a size', bytes(20_971_520), '20 MB', '20 MB'],
  ['a size between two', bytes(1_572_864), '1,5 MB', '1.5 MB'],
  ['a large size', bytes(3_221_225_472), '3 GB', '3 GB'],
  ['a small size', bytes(700), '700 byte', '700 bytes'],
  ['no size at all', bytes(0), '0 byte', '0 bytes'],
  ['a list', [{ vi: 'tiêu đề', en: 'the title' }, 'A', 1000], 'tiêu đề, A, 1.000', 'the title, A, 1,000'],
  ['a date that nobody said is one', '2026-10-05', '05/10/2026', '5 October 2026'],
  ['a moment that nobody said is one', '2026-10-15T10:00:00.000Z', '17 giờ 00 ngày 15/10/2026', '17:00 on 15 October 2026'],
])('a message says %s', (_, fact, vi, en) => {
  expect([shownFact(fact, 'vi'), shownFact(fact, 'en')]).toEqual([vi, en]);
});

test('the holes of a message are filled with the facts of their names', () => {
  expect(fill('Hạn là {deadline}; còn {left} tệp.', { deadline: day('2026-10-05'), left: 2 }, 'vi')).toBe('Hạn là 05/10/2026; còn 2 tệp.');
});

test.each(['year', 'earlierYear'])('the year in a hole named %s has no mark between its digits, though it came as a number', (name) => {
  expect(fill(`Năm {${name}}, {years} ngày`, { [name]: 1945, years: 1945 }, 'vi')).toBe('Năm 1945, 1.945 ngày');
});

test('a sentence begins with a capital, whatever fills its first hole', () => {
  expect(['địa chỉ thư', 'ổ đĩa', '5 tệp', ''].map(asSentence)).toEqual(['Địa chỉ thư', 'Ổ đĩa', '5 tệp', '']);
});

test('a text is as long as it has characters, whatever they take in memory', () => {
  expect(['Cải cách', '👍🏽', '❤️', '𝐴'].map(charactersIn)).toEqual([8, 2, 1, 1]);
});
