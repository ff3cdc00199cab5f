import { Refused, type WhyNot, foldMarks, charactersIn } from '#lib/kernel';

const SHORTEST = 10;
/** In characters, of every password that is typed. */
export const LONGEST_PASSWORD = 200;

/**
 * Why a password will not do: `PASSWORD_TOO_SHORT` under 10 characters, `PASSWORD_TOO_LONG` over 200, `PASSWORD_IS_NAME` where it is
 * the person's own e-mail address or name, spaces, tone marks and case aside. No rule on kinds of characters (NIST SP 800-63B, 5.1.1.2).
 */
export function whyNotPassword(password: string, person: { readonly fullName: string; readonly email: string | null }): WhyNot {
  if (charactersIn(password) < SHORTEST) return new Refused('PASSWORD_TOO_SHORT', { min: SHORTEST }, 'password');
  if (charactersIn(password) > LONGEST_PASSWORD) return new Refused('PASSWORD_TOO_LONG', { max: LONGEST_PASSWORD }, 'password');
  const plain = (text: string) => foldMarks(text).replaceAll(' ', '');
  const own = [person.fullName, person.email ?? '', (person.email ?? '').split('@')[0] ?? ''].map(plain);
  return own.includes(plain(password)) ? new Refused('PASSWORD_IS_NAME', {}, 'password') : null;
}
