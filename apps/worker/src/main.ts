import { NestFactory } from '@nestjs/core';
import { Worker, readConfig } from '#lib/platform';
import { WorkerModule } from './worker.module.js';

const app = await NestFactory.createApplicationContext(WorkerModule.assemble(readConfig()), { logger: ['error', 'warn', 'log'] });
app.enableShutdownHooks();
app.get(Worker).start();
