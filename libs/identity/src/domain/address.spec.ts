import { addressPart } from './address.js';

test.each([
  ['a part of the name in an address', 'Nguyen.Van', { part: 'nguyen.van', after: '@' }],
  ['a part with its @', 'an@hoaiduc', { part: 'an@hoaiduc', after: '' }],
  ['a whole address, however it is typed', ' Trung.DD@Hoaiduc.gov.vn', { part: 'trung.dd@hoaiduc.gov.vn', after: '' }],
] as const)('%s is looked for in addresses', (_, typed, part) => {
  expect(addressPart(typed)).toEqual(part);
});

test.each(['an', 'a.b', '%', '@', 'đỗ', 'nguyen van', ''])('%s is a part of too many addresses, or of none', (typed) => {
  expect(addressPart(typed)).toBeNull();
});
