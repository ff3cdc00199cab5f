import { linesBetween, wordsBetween } from './difference.js';

test('words with tone marks are whole words: what was removed stands before what took its place', () => {
  expect(wordsBetween('Tỷ lệ đúng hạn tăng nhanh.', 'Tỷ lệ trễ hạn tăng nhanh.')).toEqual([
    { kind: 'SAME', text: 'Tỷ lệ ' },
    { kind: 'REMOVED', text: 'đúng' },
    { kind: 'ADDED', text: 'trễ' },
    { kind: 'SAME', text: ' hạn tăng nhanh.' },
  ]);
});

test('what is the same has no parts, and what was empty is added whole', () => {
  expect(wordsBetween('Như cũ.', 'Như cũ.')).toEqual([]);
  expect(wordsBetween('', 'Mới.')).toEqual([{ kind: 'ADDED', text: 'Mới.' }]);
});

test('each version is put together from its parts, whatever they are', () => {
  const [before, after] = ['Một hai  ba\nbốn, năm.', 'Một  ba\nbốn sáu, năm…'];
  const parts = wordsBetween(before, after);
  const without = (kind: string) => parts.filter((part) => part.kind !== kind).map(({ text }) => text);
  expect(without('REMOVED').join('')).toBe(after);
  expect(without('ADDED').join('')).toBe(before);
});

test('texts with next to nothing in common are shown whole, however long they are', () => {
  const [one, other] = ['a', 'b'].map((letter) => Array.from({ length: 3000 }, (_, at) => `${letter}${String(at)}`).join('\n'));
  expect(wordsBetween(one!, other!)).toEqual([
    { kind: 'REMOVED', text: one },
    { kind: 'ADDED', text: other },
  ]);
});

test('of lists a line is there or not', () => {
  expect(linesBetween(['a.pdf', 'b.pdf'], ['a.pdf', 'c.pdf'])).toEqual([
    { kind: 'SAME', text: 'a.pdf\n' },
    { kind: 'REMOVED', text: 'b.pdf\n' },
    { kind: 'ADDED', text: 'c.pdf\n' },
  ]);
});
