import cookie from '@fastify/cookie';
import { type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Clock } from '#lib/kernel';
import { type Config, DiskStore, ObjectStore, TextPipe, registerDiskStoreRoutes, shapePipe } from '#lib/platform';
import { AppModule } from './app.module.js';
import { serveWeb } from './web.js';

/** What is written to the log at each `LOG_LEVEL`. */
const LOGGED: Readonly<Record<string, LogLevel[] | false>> = {
  silent: false,
  info: ['error', 'warn'],
  debug: ['error', 'warn', 'log', 'debug'],
};

const BODY_LIMIT = 1024 * 1024;

/** The application, ready to listen. */
export async function createServer(config: Config, clock?: Clock): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: BODY_LIMIT, trustProxy: config.proxies ?? false });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.assemble(config, clock), adapter, {
    logger: LOGGED[config.logLevel] ?? LOGGED.info,
    abortOnError: false,
  });
  app.useGlobalPipes(new TextPipe(), shapePipe());
  app.enableShutdownHooks();
  await app.register(cookie);
  const store = app.get(ObjectStore);
  if (store instanceof DiskStore) registerDiskStoreRoutes(app.getHttpAdapter().getInstance(), store);
  await serveWeb(app, config);
  return app;
}
