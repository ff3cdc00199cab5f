import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Clock } from '#lib/kernel';
import {
  ActorSource,
  type Config,
  FileViews,
  HttpAnswers,
  LiveChannel,
  Metrics,
  ObjectStore,
  Refusals,
  Streams,
  localeOf,
  logAt,
  shapePipe,
  speakAsAsked,
} from '#lib/platform';
import { AppModule } from './app.module.js';
import { hearOfBrokenPages } from './http/broken-pages.js';
import { sendStandingHeaders, standingHeaders } from './http/headers.js';
import { answerClientError, limitRequests, serverLimits } from './http/limits.js';
import { sendLongTextAsBytes } from './http/long-text.js';
import { serveRatings } from './rating/routes.js';
import { serveWeb } from './web.js';

const BODY_LIMIT = 1024 * 1024;

/** The application, ready to listen. */
export async function createServer(config: Config, clock?: Clock): Promise<NestFastifyApplication> {
  const headers = standingHeaders(config);
  const answers = Promise.withResolvers<HttpAnswers>();
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.proxies ?? false,
    ...serverLimits(config.http),
    clientErrorHandler: (error, socket) => {
      answerClientError(error, socket, { headers, refusals: app.get(Refusals) });
    },
    // An address that cannot be read is nobody's route.
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      void answers.promise.then((words) => {
        const { status, body } = words.answerTo(error, localeOf(request));
        void reply.code(status).send(body);
      });
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.assemble(config, clock), adapter, {
    logger: logAt(config.logLevel),
    abortOnError: false,
  });
  answers.resolve(new HttpAnswers(app.get(Refusals)));
  const fastify = app.getHttpAdapter().getInstance();
  app.get(Metrics).watch(fastify);
  speakAsAsked(fastify);
  sendLongTextAsBytes(fastify);
  sendStandingHeaders(app.getHttpServer(), headers);
  limitRequests(fastify, app.getHttpServer(), { limits: config.http, refusals: app.get(Refusals) });
  app.useGlobalPipes(shapePipe(app.get(Refusals)));
  app.enableShutdownHooks();
  await app.register(cookie);
  app.get(ObjectStore).serve(fastify, app.get(Refusals));
  app.get(FileViews).serve(fastify, app.get(Refusals));
  hearOfBrokenPages(fastify, config);
  new Streams({
    schema: () => app.get(GraphQLSchemaHost, { strict: false }).schema,
    channel: app.get(LiveChannel),
    actors: app.get(ActorSource, { strict: false }),
    refusals: app.get(Refusals),
  }).serve(fastify);
  serveRatings(app, config);
  await serveWeb(app, config);
  return app;
}
