import { fieldsBy, hashOfFields, recognisedFields } from './certificate-fields.js';

const template = { superior: null, issuer: 'Ủy ban nhân dân huyện', authority: null, closing: [], place: 'Hoài Đức', signers: [] };
const signer = { on: null, position: 'Chủ tịch', name: 'Trần Văn Ổn' };
const earned = { name: 'Lê Thị Ưng', unitName: 'Xã An Khánh', initiative: 'Một cửa', decisionNumber: '8/QĐ-UBND', decidedOn: '2026-02-03' };

test('authorship is shared or not, and a benefit is printed in one paragraph', () => {
  const said = { influence: 'PROVINCE' as const, benefit: '  Rút ngắn ba ngày.\nBớt một lần đi lại. ' };
  expect(recognisedFields({ ...said, authors: 1 })).toEqual({
    authorship: 'tác giả',
    reach: 'tỉnh, thành phố',
    benefit: 'Rút ngắn ba ngày. Bớt một lần đi lại.',
  });
  expect(recognisedFields({ ...said, authors: 2 }).authorship).toBe('đồng tác giả');
});

test('a long benefit ends between two words, and one of a single word where it has to', () => {
  const benefitOf = (benefit: string): string => recognisedFields({ authors: 1, influence: 'ESTABLISHMENT', benefit }).benefit;
  const cut = benefitOf('Nhanh hơn '.repeat(100));
  expect(cut).toMatch(/^(Nhanh hơn )+Nhanh( hơn)?…$/);
  expect(cut.length).toBeLessThanOrEqual(501);
  expect(benefitOf('x'.repeat(700))).toBe(`${'x'.repeat(500)}…`);
  expect(benefitOf('x'.repeat(500))).toBe('x'.repeat(500));
});

test('one of a prize has no word of a recognition, so that its hash is what it was before there were any', () => {
  const prize = { ...earned, prize: 'Giải Nhất', contest: 'Cuộc thi', illustrative: false };
  const fields = fieldsBy(template, signer, prize, '2026-03-02');
  expect(Object.keys(fields).join(' ')).toBe(
    'superior issuer authority name unitName prize initiative contest decisionNumber decidedOn closing place issuedOn signer illustrative',
  );
  const recognition = recognisedFields({ authors: 1, influence: 'NATIONAL', benefit: 'Nhanh hơn.' });
  const recognised = fieldsBy(template, signer, { ...prize, prize: null, contest: null, recognition }, '2026-03-02');
  expect(recognised).toMatchObject({ prize: null, contest: null, recognition: { reach: 'toàn quốc' } });
  expect(hashOfFields(recognised)).not.toBe(hashOfFields(fields));
});
