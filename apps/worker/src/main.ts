import { NestFactory } from '@nestjs/core';
import { Worker, assertMigrated, readConfig } from '#lib/platform';
import { program } from '../../api/src/program.js';
import { WorkerModule } from './worker.module.js';

await program(async () => {
  const config = readConfig();
  await assertMigrated(config.databaseUrl);
  const app = await NestFactory.createApplicationContext(WorkerModule.assemble(config), { logger: ['error', 'warn', 'log'] });
  app.enableShutdownHooks();
  app.get(Worker).start();
});
