import { type DossierContent, dossierHash } from './dossier-content.js';

const at = new Date('2026-03-02T02:00:00Z');
const UNPLACED = { kind: 'OTHER', caption: null, placed: false } as const;
const PLACED = { kind: 'OTHER', caption: null, placed: true } as const;
const dossier: DossierContent = {
  title: 'Nhắc hạn giấy phép',
  problem: 'Quá hạn.\nKhông nhớ.',
  solution: 'Hẹn giờ.',
  novelty: 'Tự động.',
  effect: 'Đúng hạn.',
  influence: 'ESTABLISHMENT',
  track: null,
  firstAppliedOn: '2025-01-01',
  confidential: null,
  areaId: 'area',
  authors: [
    { personId: 'a', share: '60', lead: true },
    { personId: 'b', share: '40', lead: false },
  ],
  declared: { ownWork: at, notPrizedElsewhere: at, nobodyOnJury: null },
  files: [
    { name: 'Đề án.pdf', sha256: '11', ...UNPLACED },
    { name: 'Ảnh.jpg', sha256: '22', ...UNPLACED },
  ],
};
const hash = dossierHash(dossier);

test.each<[string, Partial<DossierContent>]>([
  ['its texts decomposed', { title: dossier.title.normalize('NFD'), problem: dossier.problem.normalize('NFD') }],
  ['its lines broken as another system breaks them', { problem: 'Quá hạn.\r\nKhông nhớ. ' }],
  ['a text that is not there as one of nothing', { confidential: '' }],
  ['its shares with their decimals', { authors: dossier.authors.map((author) => ({ ...author, share: `${author.share}.00` })) }],
  ['its declarations made at another moment', { declared: { ...dossier.declared, ownWork: new Date() } }],
  [
    'its files in another order, a name decomposed',
    { files: dossier.files.map((file) => ({ ...file, name: file.name.normalize('NFD') })).reverse() },
  ],
])('a dossier with %s is the same content', (_, changes) => {
  expect(dossierHash({ ...dossier, ...changes })).toBe(hash);
});

test.each<[string, Partial<DossierContent>]>([
  ['another word', { effect: 'Đúng hạn!' }],
  ['lines that are joined', { problem: 'Quá hạn. Không nhớ.' }],
  ['something confidential', { confidential: 'Giá thầu' }],
  ['another influence', { influence: 'PROVINCE' }],
  ['a track', { track: 'GROUP' }],
  ['no day of first use', { firstAppliedOn: null }],
  ['another area', { areaId: 'other' }],
  ['other shares', { authors: dossier.authors.map((author) => ({ ...author, share: '50' })) }],
  ['its authors in another order', { authors: [...dossier.authors].reverse() }],
  ['a declaration more', { declared: { ...dossier.declared, nobodyOnJury: at } }],
  ['a file of another content', { files: [dossier.files[0]!, { name: 'Ảnh.jpg', sha256: '33', ...UNPLACED }] }],
  ['a file called otherwise', { files: [dossier.files[0]!, { name: 'Hình.jpg', sha256: '22', ...UNPLACED }] }],
  ['a file less', { files: [dossier.files[0]!] }],
  ['a file twice', { files: [...dossier.files, dossier.files[0]!] }],
])('a dossier with %s is another content', (_, changes) => {
  expect(dossierHash({ ...dossier, ...changes })).not.toBe(hash);
});

test('once files are placed their order, kinds and captions are content, and blanks around a caption are not', () => {
  const hashOf = (...said: Partial<DossierContent['files'][number]>[]) =>
    dossierHash({ ...dossier, files: dossier.files.map((file, at) => ({ ...file, ...PLACED, ...said[at] })) });
  const placed = hashOf({ caption: 'Bản ký' });
  const others = [
    hashOf(),
    hashOf({ caption: 'Bản khác' }),
    hashOf({ caption: 'Bản ký', kind: 'DESCRIPTION' }),
    dossierHash({ ...dossier, files: dossier.files.map((file) => ({ ...file, ...PLACED })).reverse() }),
  ];

  expect(new Set([placed, hash, ...others]).size).toBe(6);
  expect(hashOf({ caption: ' Bản ký ' })).toBe(placed);
});
