import { defineEntity, p } from '@mikro-orm/core';
import { Refused, newId } from '#lib/kernel';
import { Person } from './person.entity.js';
import { hashToken } from './token.js';

export const LINK_KINDS = ['PASSWORD_RESET', 'INVITATION', 'FIRST_ADMINISTRATOR'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

const HOUR = 3_600_000;
const LIFETIME: Readonly<Record<LinkKind, number>> = { PASSWORD_RESET: HOUR, INVITATION: 7 * 24 * HOUR, FIRST_ADMINISTRATOR: 24 * HOUR };

const OneTimeLinkSchema = defineEntity({
  name: 'OneTimeLink',
  tableName: 'one_time_link',
  uniques: [{ name: 'one_time_link_token', properties: ['tokenHash'] }],
  checks: [
    { name: 'one_time_link_kind', expression: `kind in (${LINK_KINDS.map((kind) => `'${kind}'`).join(', ')})` },
    { name: 'one_time_link_of_a_person', expression: "(person_id is null) = (kind = 'FIRST_ADMINISTRATOR')" },
  ],
  properties: {
    id: p.uuid().primary(),
    kind: p.text().$type<LinkKind>(),
    person: () => p.manyToOne(Person).lazyRef().nullable().index(),
    tokenHash: p.text().hidden(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    usedAt: p.datetime().nullable(),
  },
});

/** A link that lets its holder set a password, once and for a while. */
export class OneTimeLink extends OneTimeLinkSchema.class {
  static of(kind: LinkKind, person: Person | null, { token, at }: { token: string; at: Date }): OneTimeLink {
    const link = new OneTimeLink();
    link.id = newId();
    link.kind = kind;
    link.person = person;
    link.tokenHash = hashToken(token);
    link.createdAt = at;
    link.expiresAt = new Date(at.getTime() + LIFETIME[kind]);
    link.usedAt = null;
    return link;
  }

  /** Refuses with one code whether it was used, has expired or never was, so that nobody learns which. */
  use(at: Date): void {
    if (this.usedAt || this.expiresAt <= at) throw new Refused('LINK_INVALID', {}, 'token');
    this.usedAt = at;
  }
}
OneTimeLinkSchema.setClass(OneTimeLink);
