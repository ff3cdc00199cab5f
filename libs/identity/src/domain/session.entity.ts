import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '#lib/kernel';
import { Person } from './person.entity.js';
import { hashToken } from './token.js';

export const SESSION_KINDS = ['COOKIE', 'BEARER'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

const SessionSchema = defineEntity({
  name: 'Session',
  tableName: 'session',
  uniques: [{ name: 'session_token', properties: ['tokenHash'] }],
  checks: [{ name: 'session_kind', expression: "kind in ('COOKIE', 'BEARER')" }],
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).lazyRef().index(),
    kind: p.text().$type<SessionKind>(),
    tokenHash: p.text().hidden(),
    label: p.text().nullable(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
  },
});

/** That somebody is signed in: a browser by its cookie, a program by its bearer token. Only the token's hash is kept. */
export class Session extends SessionSchema.class {
  static open(person: Person, order: { kind: SessionKind; token: string; label: string | null; at: Date; expiresAt: Date }): Session {
    const session = new Session();
    session.id = newId();
    session.person = person;
    session.kind = order.kind;
    session.tokenHash = hashToken(order.token);
    session.label = order.label;
    session.createdAt = order.at;
    session.expiresAt = order.expiresAt;
    session.revokedAt = null;
    return session;
  }

  revoke(at: Date): void {
    this.revokedAt ??= at;
  }
}
SessionSchema.setClass(Session);
