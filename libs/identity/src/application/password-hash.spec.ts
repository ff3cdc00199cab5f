import { HASHES_AT_ONCE, HASHES_IN_LINE, hashPassword, verifyPassword } from './password-hash.js';

test('a crowd at the door is computed few at once, and what the line does not hold is refused as busy at once', async () => {
  const hash = await hashPassword('mot-mat-khau-dai');
  const outcomes = await Promise.all(
    Array.from({ length: 500 }, (_, n) =>
      verifyPassword(hash, n % 2 === 0 ? 'mot-mat-khau-dai' : 'mot-mat-khau-khac').catch(
        (error: unknown) => (error as { code: string }).code,
      ),
    ),
  );

  const looked = HASHES_AT_ONCE + HASHES_IN_LINE;
  const expected = Array.from({ length: 500 }, (_, n) => (n < looked ? n % 2 === 0 : 'BUSY'));
  expect(outcomes).toEqual(expected);
  expect(await verifyPassword(hash, 'mot-mat-khau-dai')).toBe(true);
});
