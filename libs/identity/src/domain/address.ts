/** An e-mail address as it is kept and looked for: in small letters, each in its one form, so that a full-width ａ is an a and nobody has the same address twice. */
export function plainAddress(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}
