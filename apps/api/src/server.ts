import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Clock } from '#lib/kernel';
import { type Config, DiskStore, ObjectStore, TextPipe, registerDiskStoreRoutes, shapePipe } from '#lib/platform';
import { AppModule } from './app.module.js';
import { serveWeb } from './web.js';

const BODY_LIMIT = 1024 * 1024;

/** The application, ready to listen. */
export async function createServer(config: Config, clock?: Clock): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: BODY_LIMIT, trustProxy: true });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.assemble(config, clock), adapter, {
    logger: config.logLevel === 'silent' ? false : ['error', 'warn', 'log'],
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
