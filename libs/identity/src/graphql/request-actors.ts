import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Actor, type Locale } from '#lib/kernel';
import { ActorSource, askedLocale } from '#lib/platform';
import { SessionQueries } from '../application/session.queries.js';

export const SESSION_COOKIE = 'phien';
const BEARER = /^Bearer +([A-Za-z0-9_-]{20,200})$/i;

/** Who sent a request: a program by its `Authorization: Bearer` header, else a browser by its cookie. */
@Injectable()
export class RequestActors extends ActorSource {
  constructor(private readonly sessions: SessionQueries) {
    super();
  }

  async actorOf(request: FastifyRequest): Promise<Actor | null> {
    const token = tokenOf(request);
    return token ? this.sessions.actorOf(token, askedLocale(request)) : null;
  }

  personNow(personId: string, locale: Locale): Promise<Actor | null> {
    return this.sessions.personNow(personId, locale);
  }
}

function tokenOf(request: FastifyRequest): string | null {
  const header = request.headers.authorization;
  if (header !== undefined) return BEARER.exec(header)?.[1] ?? null;
  return request.cookies[SESSION_COOKIE] ?? null;
}
