import { type Config, connected, readConfig } from '#before/platform';
import { type DemoAccount, demoAccounts } from '../../../prisma-free-schema/seeds/demo-accounts.js';
import { program } from './program.js';

interface There {
  /** Somebody is known: a demo person, or one who came in by a link. */
  readonly people: boolean;
  readonly accounts: boolean;
  /** The demo season was loaded: its administrator is known. */
  readonly demo: boolean;
}

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const lineOf = ({ role, email, password, fullName, position }: DemoAccount): string =>
  `  ${role.padEnd(15)} ${email.padEnd(27)} ${password}   ${fullName}, ${position}`;

async function whatIsThere({ databaseUrl }: Config): Promise<There> {
  const administrator = demoAccounts.find(({ role }) => role === 'ADMIN')?.email;
  return connected(databaseUrl, async (client) => {
    const { rows } = await client.query<There>(
      `select exists (select 1 from person) as people, exists (select 1 from account) as accounts,
        exists (select 1 from person where email = $1) as demo`,
      [administrator],
    );
    return rows[0] ?? { people: false, accounts: false, demo: false };
  });
}

/** Loads it into an empty database, and says at every start how to come in. */
async function demoSeason(config: Config): Promise<void> {
  const { people, demo } = await whatIsThere(config);
  if (!people) {
    say('Loading the demo season, all of it illustrative … / Đang nạp mùa thi trình diễn, toàn bộ là dữ liệu minh họa …');
    await (await import('./first-content.js')).loadDemo(config);
  }
  if (!people || demo) for (const account of demoAccounts) say(lineOf(account));
}

/** A link for the first administrator, printed until somebody has come in by it; each new one ends the one before. */
async function firstAdministrator(config: Config): Promise<void> {
  if ((await whatIsThere(config)).accounts) return;
  const link = await (await import('./first-content.js')).openDoor(config);
  if (link !== null) say(`The first administrator comes in by this link, once: ${link}`);
}

// A step of its own after the migrations: it fills an empty database, or opens its door. It looks first, since most starts find all there.
await program(async () => {
  const config = readConfig();
  await (config.demo ? demoSeason(config) : firstAdministrator(config));
});
