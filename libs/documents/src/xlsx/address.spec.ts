import { decodeCell as theirs, encodeCell as theirName } from '@cj-tech-master/excelts';
import { decodeCell, encodeCell } from './address.js';

test('cells are named as spreadsheets name them, to the last column there is', () => {
  const places = [0, 1, 25, 26, 27, 51, 52, 701, 702, 16_383].flatMap((c) => [0, 8, 1_048_575].map((r) => ({ r, c })));

  expect(places.map(encodeCell)).toEqual(places.map((place) => theirName(place)));
  expect(places.map((place) => decodeCell(encodeCell(place)))).toEqual(places);
  expect(decodeCell('XFD1048576')).toEqual(theirs('XFD1048576'));
});
