import { hash, verify } from '@node-rs/argon2';
import { ARGON2, PASSWORD } from '../data/ids.js';
import { type Asked } from './floor.js';

const kept = hash(PASSWORD, ARGON2);

/** The password looked at, and nothing else: what signing in can never be faster than. */
export async function signIn(asked: Asked): Promise<string> {
  const { password } = asked['input'] as { password: string };
  return JSON.stringify({ data: { signIn: { __typename: (await verify(await kept, password)) ? 'Session' : 'Refusal' } } });
}
