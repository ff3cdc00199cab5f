import { rangeOf } from './byte-range.js';

test.each([
  ['bytes=0-3', { start: 0, end: 3 }],
  ['bytes=4-', { start: 4, end: 9 }],
  ['bytes=-2', { start: 8, end: 9 }],
  ['bytes=8-100', { start: 8, end: 9 }],
])('%s of ten bytes are those', (range, bytes) => {
  expect(rangeOf({ range }, 10)).toEqual(bytes);
});

test.each([undefined, 'bytes=3-1', 'bytes=x', 'lines=0-3', 'bytes=0-1,4-5'])('%s is answered by the whole', (range) => {
  expect(rangeOf({ range }, 10)).toBeNull();
});

test('what lies beyond the end is nothing, and a range of a content that may have changed is the whole', () => {
  expect(rangeOf({ range: 'bytes=10-' }, 10)).toBe('BEYOND');
  expect(rangeOf({ range: 'bytes=0-3', 'if-range': '"a"' }, 10)).toBeNull();
});
