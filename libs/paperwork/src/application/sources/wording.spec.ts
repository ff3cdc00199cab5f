import { inDong, inDongAndWords } from './wording.js';

test.each([
  [10_000_000, '10.000.000 đồng (Bằng chữ: Mười triệu đồng chẵn)'],
  [30_500_000, '30.500.000 đồng (Bằng chữ: Ba mươi triệu năm trăm nghìn đồng chẵn)'],
  [21_325, '21.325 đồng (Bằng chữ: Hai mươi mốt nghìn ba trăm hai mươi lăm đồng)'],
  [1_000_001, '1.000.001 đồng (Bằng chữ: Một triệu không trăm linh một đồng)'],
  [1_234_574, '1.234.574 đồng (Bằng chữ: Một triệu hai trăm ba mươi tư nghìn năm trăm bảy mươi tư đồng)'],
  [14_115_121, '14.115.121 đồng (Bằng chữ: Mười bốn triệu một trăm mười lăm nghìn một trăm hai mươi mốt đồng)'],
  [1_005_000, '1.005.000 đồng (Bằng chữ: Một triệu không trăm linh năm nghìn đồng chẵn)'],
  [2_105_000_000, '2.105.000.000 đồng (Bằng chữ: Hai tỷ một trăm linh năm triệu đồng chẵn)'],
  [1_500_000_000_000, '1.500.000.000.000 đồng (Bằng chữ: Một nghìn năm trăm tỷ đồng chẵn)'],
  [0, '0 đồng (Bằng chữ: Không đồng)'],
])('%d is written in figures and in words, even where no hundreds are left over', (amount, written) => {
  expect(inDongAndWords(amount)).toBe(written);
  expect(written.startsWith(inDong(amount))).toBe(true);
});
