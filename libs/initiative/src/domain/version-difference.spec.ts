import { type NamedVersion, differencesBetween } from './version-difference.js';

const version: NamedVersion = {
  ...{ title: 'Nhắc hạn', problem: 'Chờ lâu.', solution: 'Lấy số.', novelty: 'Mới.', effect: 'Nhanh.', confidential: null },
  ...{ influence: 'PROVINCE', firstAppliedOn: null, track: null, improves: null, area: { nameVi: 'Một cửa', nameEn: 'One stop' } },
  authors: [{ person: { fullName: 'Nguyễn Văn An' }, share: '100', lead: true }],
  files: [{ fileName: 'a.pdf', sha256: '0123456789', kind: 'OTHER', caption: null }],
};

test('parts that became another are told in the order of the form, all else is left out', () => {
  const later: NamedVersion = {
    ...version,
    effect: 'Rất nhanh.',
    firstAppliedOn: '2026-01-05',
    area: { nameVi: 'Nhân sự', nameEn: 'People' },
    authors: [
      { person: { fullName: 'Nguyễn Văn An' }, share: '60', lead: true },
      { person: { fullName: 'Lê Thị Bình' }, share: '40', lead: false },
    ],
    files: [{ fileName: 'a.pdf', sha256: 'abcdef0123', kind: 'OTHER', caption: null }],
  };

  expect(differencesBetween(version, later, 'en')).toEqual([
    {
      field: 'EFFECT',
      parts: [
        { kind: 'REMOVED', text: 'Nhanh' },
        { kind: 'ADDED', text: 'Rất nhanh' },
        { kind: 'SAME', text: '.' },
      ],
    },
    {
      field: 'AREA',
      parts: [
        { kind: 'REMOVED', text: 'One stop' },
        { kind: 'ADDED', text: 'People' },
      ],
    },
    { field: 'FIRST_APPLIED_ON', parts: [{ kind: 'ADDED', text: '2026-01-05' }] },
    {
      field: 'AUTHORS',
      parts: [
        { kind: 'REMOVED', text: 'Nguyễn Văn An, 100%, lead author\n' },
        { kind: 'ADDED', text: 'Nguyễn Văn An, 60%, lead author\nLê Thị Bình, 40%\n' },
      ],
    },
    {
      field: 'FILES',
      parts: [
        { kind: 'REMOVED', text: 'a.pdf (01234567)\n' },
        { kind: 'ADDED', text: 'a.pdf (abcdef01)\n' },
      ],
    },
  ]);
  expect(differencesBetween(version, { ...version }, 'vi')).toEqual([]);
});
