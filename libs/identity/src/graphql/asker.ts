import bowser from 'bowser';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { networkOf } from '#lib/kernel';
import { type Config } from '#lib/platform';
import { type DeviceCookie } from '../application/known-devices.js';
import { type Asker } from '../domain/door.js';

const DEVICE_COOKIE = 'thiet-bi';
const PENDING_COOKIE = 'cho-ma';

/** Without a trusted proxy the address would be that of whatever stands before the server: everybody's. */
export function askerOf(request: FastifyRequest, { proxies }: Config): Asker {
  return {
    network: proxies === null ? null : networkOf(request.ip),
    device: request.cookies[DEVICE_COOKIE] ?? null,
    browser: browserOf(request.headers['user-agent']),
  };
}

const LONGEST_AGENT = 1000;
const LONGEST_NAME = 60;

/** Its name and that of its system, without versions: they change under one's hands. */
function browserOf(agent: string | undefined): string | null {
  if (!agent || agent.length > LONGEST_AGENT) return null;
  const { browser, os } = bowser.parse(agent);
  return [browser.name, os.name].filter(Boolean).join(' · ').slice(0, LONGEST_NAME) || null;
}

/** A random number for the operations of the API alone: it opens nothing, and no other page sends it along. */
export function setDeviceCookie(reply: FastifyReply, { token, expiresAt }: DeviceCookie, { secureCookies }: Config): void {
  void reply.setCookie(DEVICE_COOKIE, token, {
    path: '/graphql',
    httpOnly: true,
    sameSite: 'strict',
    secure: secureCookies,
    expires: expiresAt,
  });
}

/** The sign-in that owes its code goes on in this browser alone. */
export function setPendingCookie(
  reply: FastifyReply,
  { token, expiresAt }: { readonly token: string; readonly expiresAt: Date },
  { secureCookies }: Config,
): void {
  void reply.setCookie(PENDING_COOKIE, token, {
    path: '/graphql',
    httpOnly: true,
    sameSite: 'strict',
    secure: secureCookies,
    expires: expiresAt,
  });
}

export const pendingTokenOf = (request: FastifyRequest): string | null => request.cookies[PENDING_COOKIE] ?? null;
