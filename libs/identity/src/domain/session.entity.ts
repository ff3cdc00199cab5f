import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '#lib/kernel';
import { Person } from './person.entity.js';
import { TOKEN_SCOPES, type TokenScope } from './token-scope.js';
import { hashToken } from './token.js';

export const SESSION_KINDS = ['COOKIE', 'BEARER'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

const SessionSchema = defineEntity({
  name: 'Session',
  tableName: 'session',
  uniques: [{ name: 'session_token', properties: ['tokenHash'] }],
  checks: [
    { name: 'session_browser_is_of_a_person', expression: "kind = 'COOKIE' or browser is null" },
    { name: 'session_kind', expression: "kind in ('COOKIE', 'BEARER')" },
    { name: 'session_program_has_scopes', expression: "(kind = 'BEARER') = (scopes is not null)" },
    {
      name: 'session_scopes',
      expression: `cardinality(scopes) > 0 and scopes <@ array[${TOKEN_SCOPES.map((scope) => `'${scope}'`).join(', ')}]`,
    },
    { name: 'session_program_ends_within_a_year', expression: "kind <> 'BEARER' or expires_at <= created_at + interval '366 days'" },
  ],
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).lazyRef().index(),
    kind: p.text().$type<SessionKind>(),
    tokenHash: p.text().hidden(),
    label: p.text().nullable(),
    // What a browser said that it is.
    browser: p.text().strictNullable(),
    // Of a program's token. A person's own session has none: it may do all that the person may.
    scopes: p.array().$type<TokenScope[]>().strictNullable(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
    // When the second factor was given in it, or in the session that made the token.
    factorAt: p.datetime().strictNullable(),
    lastUsedAt: p.datetime().strictNullable(),
  },
});

export interface SessionOrder {
  readonly kind: SessionKind;
  readonly token: string;
  readonly label: string | null;
  readonly browser: string | null;
  readonly scopes: readonly TokenScope[] | null;
  readonly at: Date;
  readonly expiresAt: Date;
  readonly factorAt: Date | null;
}

/** That somebody is signed in: a browser by its cookie, a program by its bearer token. Only the token's hash is kept. */
export class Session extends SessionSchema.class {
  static open(person: Person, { kind, token, label, browser, scopes, at, expiresAt, factorAt }: SessionOrder): Session {
    const session = new Session();
    const kept = scopes && [...new Set(scopes)].sort();
    Object.assign(session, { id: newId(), person, kind, tokenHash: hashToken(token), label, browser, scopes: kept });
    return Object.assign(session, { createdAt: at, expiresAt, revokedAt: null, factorAt, lastUsedAt: kind === 'COOKIE' ? at : null });
  }

  revoke(at: Date): void {
    this.revokedAt ??= at;
  }
}
SessionSchema.setClass(Session);
