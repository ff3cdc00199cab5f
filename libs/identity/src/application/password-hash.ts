import { hash, verify } from '@node-rs/argon2';
import { newId } from '#lib/kernel';
import { Turns } from '#lib/platform';

/** argon2id as OWASP advises: 19 MiB, two passes, one lane. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Node has four threads for such work, and one is left to everything else; what waits in line is computed within some two seconds. */
export const HASHES_AT_ONCE = 3;
export const HASHES_IN_LINE = 100;

const turns = new Turns({ atOnce: HASHES_AT_ONCE, line: HASHES_IN_LINE, linePerPerson: 1, waitSeconds: 10, refusal: 'BUSY' });
const inTurn = <T>(work: () => Promise<T>): Promise<T> => turns.take(newId(), work);

/** Refuses `BUSY` where too many are at it: a crowd at the door takes neither memory nor threads from those inside. */
export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, COST));
}

let decoy: Promise<string> | null = null;

/**
 * Whether the password is the hashed one. Without a hash the work is done all the same, so that the time does not tell who has an account.
 * Refuses `BUSY` as `hashPassword` does.
 */
export async function verifyPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hash('nobody has this password', COST);
  const against = passwordHash ?? (await decoy);
  const right = await inTurn(() => verify(against, password));
  return right && passwordHash !== null && passwordHash !== undefined;
}
