import { addressPattern } from './address.js';

test.each([
  ['a part of the name in an address', 'Nguyen.Van', '%nguyen.van%@%'],
  ['a part with its @', 'an@hoaiduc', '%an@hoaiduc%'],
  ['a whole address, however it is typed', ' Trung.DD@Hoaiduc.gov.vn', '%trung.dd@hoaiduc.gov.vn%'],
  ['what is no wild card', 'tai_khoan%', '%tai\\_khoan\\%%@%'],
])('%s is looked for in addresses', (_, typed, pattern) => {
  expect(addressPattern(typed)).toBe(pattern);
});

test.each(['an', 'a.b', '%', '@', 'đỗ', 'nguyen van', ''])('%s is a part of too many addresses, or of none', (typed) => {
  expect(addressPattern(typed)).toBeNull();
});
