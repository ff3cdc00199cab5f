import { Secret, TOTP } from 'otpauth';

/** What authenticators on phones take: RFC 6238 with SHA-1, six digits, half a minute. */
const SHAPE = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** A phone's clock may be a step ahead of ours or behind. */
const DRIFT = 1;
const ISSUER = 'Sáng kiến';

/** A new secret in base32, as it is typed into an authenticator: 160 bits. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What the picture holds that an authenticator reads. */
export const totpUri = (secret: string, label: string): string =>
  new TOTP({ ...SHAPE, issuer: ISSUER, label, secret: Secret.fromBase32(secret) }).toString();

/** The time step that a code is of; null where it is wrong now. */
export function stepOf(secret: string, code: string, at: Date): number | null {
  const timestamp = at.getTime();
  const delta = TOTP.validate({ ...SHAPE, secret: Secret.fromBase32(secret), token: code, timestamp, window: DRIFT });
  return delta === null ? null : TOTP.counter({ period: SHAPE.period, timestamp }) + delta;
}
