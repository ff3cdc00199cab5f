import { OneTimeLink } from './one-time-link.entity.js';
import { whyNotPassword } from './password-policy.js';
import { RIGHTS } from './rights.js';

const mai = { fullName: 'Tạ Thị Mai Phương', email: 'maiphuong.ta@hoaiduc.vn' };

test.each([
  ['nine letters', 'abcdefghi', 'PASSWORD_TOO_SHORT'],
  ['two hundred and one letters', 'a'.repeat(201), 'PASSWORD_TOO_LONG'],
  ['the name without its marks', 'ta thi MAI phuong', 'PASSWORD_IS_NAME'],
  ['the name in one word', 'tathimaiphuong', 'PASSWORD_IS_NAME'],
  ['the e-mail address', 'MaiPhuong.Ta@hoaiduc.vn', 'PASSWORD_IS_NAME'],
  ['what stands before the @', 'maiphuong.ta', 'PASSWORD_IS_NAME'],
])('%s is no password', (_, password, code) => {
  expect(whyNotPassword(password, mai)?.code).toBe(code);
});

test('ten letters with a thought in them are a password', () => {
  expect(whyNotPassword('trà sen 10', mai)).toBeNull();
});

test('a link works once and before its end', () => {
  const at = new Date('2026-03-02T02:00:00Z');
  const link = OneTimeLink.of('FIRST_ADMINISTRATOR', null, { token: 'x', at });

  expect(() => {
    link.use(new Date('2026-03-03T02:00:00Z'));
  }).toThrow('LINK_INVALID');
  link.use(at);
  expect(() => {
    link.use(at);
  }).toThrow('LINK_INVALID');
});

test('an administrator sees no scores, standings or dossiers, and every list is sorted and has no double', () => {
  expect(RIGHTS.ADMIN.filter((right) => /^(initiative|scorecard|standings|round|assignment):/.test(right))).toEqual([]);
  for (const rights of Object.values(RIGHTS)) expect(rights).toEqual([...new Set(rights)].sort());
});
