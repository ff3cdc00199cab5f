import { inDong, inDongAndWords } from './wording.js';

test.each([
  [10_000_000, '10.000.000 đồng (Bằng chữ: Mười triệu đồng chẵn)'],
  [30_500_000, '30.500.000 đồng (Bằng chữ: Ba mươi triệu năm trăm nghìn đồng chẵn)'],
  [21_325, '21.325 đồng (Bằng chữ: Hai mươi mốt nghìn ba trăm hai mươi lăm đồng)'],
  [0, '0 đồng (Bằng chữ: Không đồng)'],
])('%d is written in figures and in words, even where no hundreds are left over', (amount, written) => {
  expect(inDongAndWords(amount)).toBe(written);
  expect(written.startsWith(inDong(amount))).toBe(true);
});
