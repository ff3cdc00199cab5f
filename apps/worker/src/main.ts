import { NestFactory } from '@nestjs/core';
import { Metrics, PoolWatch, Worker, assertMigrated, logAt, readConfig, tellLastWords } from '#lib/platform';
import { program } from '../../api/src/program.js';
import { WorkerModule } from './worker.module.js';

await program(async () => {
  const config = readConfig();
  tellLastWords(config.logLevel);
  await assertMigrated(config.databaseUrl);
  const app = await NestFactory.createApplicationContext(WorkerModule.assemble(config), { logger: logAt(config.logLevel) });
  app.enableShutdownHooks();
  if (config.metrics) await app.get(Metrics).listen(config.metrics);
  app.get(PoolWatch).start();
  app.get(Worker).start();
});
