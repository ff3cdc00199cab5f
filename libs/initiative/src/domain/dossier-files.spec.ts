import { type FilePlace, type PlacedFile, problemsOfPlaces, samePlaces } from './dossier-files.js';

const file = (id: string): PlacedFile => ({ id, name: `${id}.pdf`, sha256: id, kind: 'OTHER', caption: null, placed: false });
const place = (fileId: string, caption: string | null = null): FilePlace => ({ fileId, kind: 'OTHER', caption });
const told = (places: FilePlace[], there: PlacedFile[]) =>
  problemsOfPlaces(places, there).map(({ code, detail, path }) => ({ code, detail, path }));

test('files are placed where each that is there is named once, and all that is wrong is said at once', () => {
  expect(told([place('b'), place('a')], [file('a'), file('b')])).toEqual([]);
  expect(told([place('a'), place('x'), place('a')], [file('a'), file('b')])).toEqual([
    { code: 'NOT_FOUND', detail: { what: 'StoredFile' }, path: 'files.1.fileId' },
    { code: 'FILE_NAMED_TWICE', detail: {}, path: 'files.2.fileId' },
    { code: 'FILE_NOT_NAMED', detail: { name: 'b.pdf' }, path: 'files' },
  ]);
});

test('a caption of blanks says nothing, and another order is another placing', () => {
  expect(samePlaces([place('a', ' '), place('b')], [file('a'), file('b')])).toBe(true);
  expect(samePlaces([place('a', 'Ảnh'), place('b')], [file('a'), file('b')])).toBe(false);
  expect(samePlaces([place('b'), place('a')], [file('a'), file('b')])).toBe(false);
});
