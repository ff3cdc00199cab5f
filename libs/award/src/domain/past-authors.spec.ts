import { equalShares, readAuthors } from './past-authors.js';

test('authors are read with their address and share, or without', () => {
  expect(readAuthors('Nguyễn Thị Lan <Lan@Example.vn> (60 %); Trần Văn Hải (33,5);\nĐỗ Minh')).toEqual([
    { name: 'Nguyễn Thị Lan', email: 'lan@example.vn', share: '60' },
    { name: 'Trần Văn Hải', email: null, share: '33.5' },
    { name: 'Đỗ Minh', email: null, share: null },
  ]);
});

test.each(['Lan (sáu mươi)', '<lan@example.vn>', 'Lan (60) Hải'])('%s is no author', (text) => {
  expect(() => readAuthors(text)).toThrow(expect.objectContaining({ code: 'IMPORT_AUTHORS_UNREADABLE' }) as Error);
});

test('equal shares sum to 100, what is left over being the first one’s', () => {
  expect([equalShares(1), equalShares(2), equalShares(3)]).toEqual([['100'], ['50', '50'], ['33.34', '33.33', '33.33']]);
});
