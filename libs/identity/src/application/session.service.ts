import { Injectable } from '@nestjs/common';
import { type Actor, Refused, refuseIf, whyNotDate } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { Account } from '../domain/account.entity.js';
import { Session, type SessionKind } from '../domain/session.entity.js';
import { PendingSignIn } from '../domain/second-factor.entity.js';
import { type TokenScope } from '../domain/token-scope.js';
import { newToken } from '../domain/token.js';

const HOUR = 3_600_000;
/** A browser's session lasts a working day. */
const LIFETIME = 12 * HOUR;
const LONGEST_TOKEN = 366 * 24 * HOUR;

export interface SessionTerms {
  readonly kind?: SessionKind;
  readonly label?: string | null;
  readonly browser?: string | null;
  readonly scopes?: readonly TokenScope[] | null;
  readonly expiresAt?: Date;
  /** When the second factor was given; null: it was not. */
  readonly factorAt: Date | null;
}

export interface TokenOrder {
  readonly label: string;
  readonly scopes: readonly TokenScope[];
  readonly expiresAt: Date;
}

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
   * The one place where sessions open. Whoever calls has made sure who it is: by a password, and by a second factor where there is one.
   * Refuses `NOT_FOUND` for a person without an account and `ACCOUNT_DISABLED`.
   */
  async open(actor: Actor, personId: string, terms: SessionTerms): Promise<OpenedSession> {
    return this.work.act(actor, 'openSession', async ({ em, at, record }) => {
      const account = await em.findOneOrFail(Account, { person: personId }, { populate: ['person'] });
      account.refuseIfDisabled();
      const token = newToken();
      const { kind = 'COOKIE', label = null, browser = null, scopes = null, factorAt } = terms;
      const expiresAt = terms.expiresAt ?? new Date(at.getTime() + LIFETIME);
      const session = Session.open(account.person, { kind, token, label, browser, scopes, at, expiresAt, factorAt });
      em.persist(session);
      const after = { kind, person: personId, expiresAt, ...(session.scopes && { scopes: session.scopes }), withFactor: factorAt !== null };
      record({ subject: { type: 'Session', id: session.id }, after });
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

  /** A bearer token for a program, with some of what its person may. Refuses `TOKEN_LIFETIME` beyond a year, `TOKEN_SCOPES_MISSING`. */
  async createAccessToken(actor: Actor, { label, scopes, expiresAt }: TokenOrder): Promise<OpenedSession> {
    return this.work.act(actor, 'createAccessToken', async ({ em, at }) => {
      refuseIf(whyNotDate('ACCESS_TOKEN', expiresAt, { now: at, path: 'expiresAt' }));
      if (expiresAt.getTime() > at.getTime() + LONGEST_TOKEN) throw new Refused('TOKEN_LIFETIME', {}, 'expiresAt');
      if (scopes.length === 0) throw new Refused('TOKEN_SCOPES_MISSING', {}, 'scopes');
      const { factorAt } = await em.findOneOrFail(Session, { id: actor.sessionId ?? '', person: actor.id });
      return this.open(actor, actor.id, { kind: 'BEARER', label, scopes, expiresAt, factorAt });
    });
  }

  /** Ends all sessions of the actor but the one that asks, programs' tokens too. Returns how many. Joins the act around it. */
  async revokeOthers(actor: Actor): Promise<number> {
    return this.work.act(actor, 'revokeOtherSessions', async ({ em, at, record }) => {
      await em.nativeDelete(PendingSignIn, { person: actor.id });
      const ended = await em.nativeUpdate(Session, { person: actor.id, revokedAt: null, id: { $ne: actor.sessionId } }, { revokedAt: at });
      if (ended > 0) record({ subject: { type: 'Person', id: actor.id }, after: { sessionsEnded: ended } });
      return ended;
    });
  }

  /** Ends all sessions of a person, programs' tokens too. Returns how many were open. Joins the act around it. */
  async revokeAll(actor: Actor, personId: string, operation = 'signOutEverywhere'): Promise<number> {
    return this.work.act(actor, operation, async ({ em, at, record }) => {
      await em.nativeDelete(PendingSignIn, { person: personId });
      const ended = await em.nativeUpdate(Session, { person: personId, revokedAt: null }, { revokedAt: at });
      record({ subject: { type: 'Person', id: personId }, after: { sessionsEnded: ended } });
      return ended;
    });
  }
}
