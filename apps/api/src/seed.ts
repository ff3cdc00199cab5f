import { NestFactory } from '@nestjs/core';
import { FirstAdministratorService } from '#lib/identity';
import { FixedClock, Refused, SystemClock } from '#lib/kernel';
import { type Config, LONG_WAITS, logAt, readConfig } from '#lib/platform';
import { type DemoAccount, demoAccounts, hasDemoSeason, isEmpty, loadDemoSeason } from '../../../prisma-free-schema/seeds/index.js';
import { AppModule } from './app.module.js';
import { program } from './program.js';

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

/** Loads it into an empty database, and says at every start how to come in. What is loaded is the past: nothing of it leaves by a mail server. */
async function loadDemo(config: Config): Promise<void> {
  const clock = new FixedClock(new SystemClock().now());
  const app = await NestFactory.createApplicationContext(AppModule.assemble({ ...config, smtpUrl: null }, clock), {
    logger: logAt('info'),
    abortOnError: false,
  });
  try {
    if (await isEmpty(app)) {
      say('Loading the demo season, all of it illustrative … / Đang nạp mùa thi trình diễn, toàn bộ là dữ liệu minh họa …');
      await loadDemoSeason(app, clock);
    }
    if (await hasDemoSeason(app)) for (const account of demoAccounts) say(lineOf(account));
  } finally {
    await app.close();
  }
}

const lineOf = ({ role, email, password, fullName, position }: DemoAccount): string =>
  `  ${role.padEnd(15)} ${email.padEnd(27)} ${password}   ${fullName}, ${position}`;

/** Printed until somebody has come in by it; each new one ends the one before. */
async function openDoor(config: Config): Promise<void> {
  const app = await NestFactory.createApplicationContext(AppModule.assemble(config), { logger: logAt('info'), abortOnError: false });
  try {
    say(
      `The first administrator comes in by this link, once: ${await app.get(FirstAdministratorService, { strict: false }).openFirstAdministratorLink()}`,
    );
  } catch (error) {
    if (!(error instanceof Refused && error.code === 'ACCOUNT_EXISTS')) throw error;
  } finally {
    await app.close();
  }
}

// A step of its own after the migrations: it fills an empty database, or opens its door.
await program(async () => {
  const config = { ...readConfig(), waits: LONG_WAITS };
  await (config.demo ? loadDemo(config) : openDoor(config));
});
