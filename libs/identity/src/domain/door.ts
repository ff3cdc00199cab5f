import { type Allowance } from './allowance.js';

/** Who tries, as far as can be told: nobody is known by it. */
export interface Asker {
  /** Where on the network, where a trusted proxy says so; null: not known, and then nothing is counted by it. */
  readonly network: string | null;
  /** The token of the browser's device cookie. */
  readonly device: string | null;
  /** What the browser says that it is, for people to know it by, as in `Chrome · Windows`; null where it says nothing that is known. */
  readonly browser: string | null;
}

/** One of the tallies that an attempt counts in. */
export interface Count {
  readonly key: readonly string[];
  readonly allowance: Allowance;
  /** Whose attempts count together. What turns out right begins an asker's own anew; and an asker's own tells who is calm. */
  readonly of: 'asker' | 'account' | 'network';
}

export interface Door {
  readonly name: string;
  readonly device: Allowance;
  readonly askerAndAccount: Allowance;
  readonly account: Allowance;
  readonly network: Allowance;
}

/**
 * Signing in. A device that has signed in to the account before has its own tally and is held up by nobody else's. All others
 * together get 130 guesses at an account in the first hour and 30 in each after it, from however many addresses (`account`); one
 * address gets 700 in the first hour, whatever accounts it names, since a whole office may be behind it (`network`).
 */
export const SIGN_IN: Door = {
  name: 'sign-in',
  device: { burst: 10, seconds: 60 },
  askerAndAccount: { burst: 5, seconds: 60 },
  account: { burst: 100, seconds: 120, keptForCalm: 70 },
  network: { burst: 300, seconds: 9, keptForCalm: 200 },
};

/** Asking for a link to set a password: each is a mail to its owner, 18 in the first hour at most and 6 in each after it. */
export const PASSWORD_RESET: Door = {
  name: 'password-reset',
  device: { burst: 5, seconds: 600 },
  askerAndAccount: { burst: 4, seconds: 600 },
  account: { burst: 12, seconds: 600, keptForCalm: 6 },
  network: { burst: 100, seconds: 9, keptForCalm: 50 },
};

/**
 * The code after the password: a million there are, three of which are right at a time. A stranger who knows the password gets 26 tries in
 * the first hour and 6 in each after it, whatever the addresses; the owner's own device is not held up by them.
 */
export const SECOND_FACTOR: Door = {
  name: 'second-factor',
  device: { burst: 5, seconds: 300 },
  askerAndAccount: { burst: 5, seconds: 300 },
  account: { burst: 20, seconds: 600, keptForCalm: 10 },
  network: { burst: 100, seconds: 30, keptForCalm: 50 },
};

/** What an attempt at a door counts in. `account` is what was typed, whether there is such an account or not. */
export function countsOf(
  door: Door,
  account: string,
  { network, knownDevice }: { network: string | null; knownDevice: string | null },
): Count[] {
  if (knownDevice !== null) return [{ key: [door.name, 'device', account, knownDevice], allowance: door.device, of: 'asker' }];
  const shared: Count = { key: [door.name, 'account', account], allowance: door.account, of: 'account' };
  if (network === null) return [shared];
  return [
    { key: [door.name, 'pair', account, network], allowance: door.askerAndAccount, of: 'asker' },
    shared,
    { key: [door.name, 'network', network], allowance: door.network, of: 'network' },
  ];
}

/** Sending somebody their invitation again: each is a mail to them, whoever sends it. */
export const countsOfInvitation = (personId: string): Count[] => [
  { key: ['invitation', 'person', personId], allowance: { burst: 3, seconds: 3600 }, of: 'account' },
];

/** Asking for another address: each is a mail to whoever has it. */
export const countsOfNewAddress = (personId: string): Count[] => [
  { key: ['new-address', 'person', personId], allowance: { burst: 3, seconds: 3600 }, of: 'account' },
];

/** Changing one's password: the present one is asked for. A session has its own tally, so that another one cannot hold it up at once. */
export const countsOfChange = (personId: string, sessionId: string | null): Count[] => [
  { key: ['change-password', 'session', sessionId ?? personId], allowance: { burst: 5, seconds: 60 }, of: 'asker' },
  { key: ['change-password', 'person', personId], allowance: { burst: 30, seconds: 300, keptForCalm: 20 }, of: 'account' },
];
