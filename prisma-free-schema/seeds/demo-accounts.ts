import { type PersonSeed, people } from './content/index.js';

/** Published with the demo season: every account of it opens with this. */
export const DEMO_PASSWORD = 'sang-kien-2023';

export interface DemoAccount {
  readonly role: string;
  readonly fullName: string;
  readonly position: string;
  readonly email: string;
  readonly password: string;
}

/** One account of each role that has something to do on signing in. */
export const demoAccounts: readonly DemoAccount[] = [
  account('ORGANISER', 'organiser-2'),
  account('LEADER', 'leader-1'),
  account('JUDGE', 'judge-1'),
  account('SUBMITTER', 'submitter-gddt'),
  account('COMMUNE_OFFICER', 'officer-09877'),
  account('ADMIN', 'admin'),
];

function account(role: string, key: string): DemoAccount {
  const person = people.find((one): one is PersonSeed => one.key === key);
  if (!person) throw new Error(`The demo season has no account ${key}`);
  const { fullName, position, email } = person;
  return { role, fullName, position, email, password: DEMO_PASSWORD };
}
