import { placeOf } from './receipt.js';

test.each([
  ['Ủy ban nhân dân huyện Hoài Đức', 'Hoài Đức'],
  ['UBND thị xã Sơn Tây', 'Sơn Tây'],
  ['Huyện Hoài Đức'.normalize('NFD'), 'Hoài Đức'],
  ['Xã Sơn Đồng', 'Xã Sơn Đồng'],
])('what %s issues is issued at %s', (unit, place) => {
  expect(placeOf(unit)).toBe(place);
});
