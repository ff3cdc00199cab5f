import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FirstAdministratorService } from '#lib/identity';
import { type Clock, FixedClock, Refused, SystemClock } from '#lib/kernel';
import { type Config, LONG_WAITS, logAt } from '#lib/platform';
import { loadDemoSeason } from '../../../prisma-free-schema/seeds/index.js';
import { AppModule } from './app.module.js';

async function inApplication<T>(config: Config, clock: Clock, work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const module = AppModule.assemble({ ...config, waits: LONG_WAITS }, clock);
  const app = await NestFactory.createApplicationContext(module, { logger: logAt('info'), abortOnError: false });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** The demo season, into an empty database. What is loaded is the past: nothing of it leaves by a mail server. */
export async function loadDemo(config: Config): Promise<void> {
  const clock = new FixedClock(new SystemClock().now());
  await inApplication({ ...config, smtpUrl: null }, clock, (app) => loadDemoSeason(app, clock));
}

/** The address by which the first administrator comes in; null where somebody has meanwhile. */
export async function openDoor(config: Config): Promise<string | null> {
  return inApplication(config, new SystemClock(), async (app) => {
    try {
      return await app.get(FirstAdministratorService, { strict: false }).openFirstAdministratorLink();
    } catch (error) {
      if (error instanceof Refused && error.code === 'ACCOUNT_EXISTS') return null;
      throw error;
    }
  });
}
