import { Injectable } from '@nestjs/common';
import { type Actor, Refused, refuseIf, whyNotDate } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { Account } from '../domain/account.entity.js';
import { Session, type SessionKind } from '../domain/session.entity.js';
import { newToken } from '../domain/token.js';

const HOUR = 3_600_000;
/** A browser's session lasts a working day; a program's token a quarter of a year, where it names no other end. */
const LIFETIME: Readonly<Record<SessionKind, number>> = { COOKIE: 12 * HOUR, BEARER: 90 * 24 * HOUR };

const LONGEST_TOKEN = 366 * 24 * HOUR;

export interface OpenedSession {
  readonly id: string;
  /** Shown to its holder once; only its hash is kept. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** How people are signed in and out. */
@Injectable()
export class SessionService {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * The one place where sessions open. Whoever calls has made sure who it is: by a password, a one-time link, later a second factor.
   * Refuses `NOT_FOUND` for a person without an account and `ACCOUNT_DISABLED`.
   */
  async open(
    actor: Actor,
    personId: string,
    kind: SessionKind,
    options: { label?: string | null; expiresAt?: Date } = {},
  ): Promise<OpenedSession> {
    return this.work.act(actor, 'openSession', async ({ em, at, record }) => {
      const account = await em.findOneOrFail(Account, { person: personId }, { populate: ['person'] });
      account.refuseIfDisabled();
      const token = newToken();
      const expiresAt = options.expiresAt ?? new Date(at.getTime() + LIFETIME[kind]);
      const session = Session.open(account.person, { kind, token, label: options.label ?? null, at, expiresAt });
      em.persist(session);
      record({ subject: { type: 'Session', id: session.id }, after: { kind, person: personId, expiresAt } });
      return { id: session.id, token, expiresAt };
    });
  }

  /** Ends one of the actor's own sessions. */
  async revokeSession(actor: Actor, sessionId: string, operation = 'revokeSession'): Promise<{ id: string }> {
    return this.work.act(actor, operation, async ({ em, at, record }) => {
      const session = await em.findOneOrFail(Session, { id: sessionId, person: actor.id });
      session.revoke(at);
      record({ subject: { type: 'Session', id: session.id }, after: { revokedAt: at } });
      return { id: session.id };
    });
  }

  /** A bearer token for a program, until the day's end it names or for 90 days. Refuses `TOKEN_LIFETIME` beyond a year. */
  async createAccessToken(actor: Actor, order: { readonly label: string; readonly expiresAt?: Date | null }): Promise<OpenedSession> {
    return this.work.act(actor, 'createAccessToken', async ({ at }) => {
      const expiresAt = order.expiresAt ?? undefined;
      refuseIf(whyNotDate('ACCESS_TOKEN', expiresAt, { now: at, path: 'expiresAt' }));
      if (expiresAt && expiresAt.getTime() > at.getTime() + LONGEST_TOKEN) throw new Refused('TOKEN_LIFETIME', {}, 'expiresAt');
      return this.open(actor, actor.id, 'BEARER', { label: order.label, ...(expiresAt && { expiresAt }) });
    });
  }

  /** Ends all sessions of a person, programs' tokens too. Returns how many were open. Joins the act around it. */
  async revokeAll(actor: Actor, personId: string, operation = 'signOutEverywhere'): Promise<number> {
    return this.work.act(actor, operation, async ({ em, at, record }) => {
      const ended = await em.nativeUpdate(Session, { person: personId, revokedAt: null }, { revokedAt: at });
      record({ subject: { type: 'Person', id: personId }, after: { sessionsEnded: ended } });
      return ended;
    });
  }
}
