import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { type Actor, type Locale, Refused } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { Account } from '../domain/account.entity.js';
import { Person } from '../domain/person.entity.js';
import { reachesPerson } from '../domain/reach.js';
import { SessionService } from './session.service.js';

export interface PersonEdit {
  readonly personId: string;
  readonly version: number;
  readonly fullName: string;
  readonly phone?: string | null;
  readonly locale: Locale;
}

/** What an administrator does with accounts. */
@Injectable()
export class AccountService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionService,
  ) {}

  /** Refuses `STALE`; `NOT_FOUND` out of the actor's reach. Oneself is always in reach. */
  async editPerson(actor: Actor, order: PersonEdit): Promise<{ id: string }> {
    return this.work.act(actor, 'editPerson', async ({ em, record }) => {
      const person = await em.findOneOrFail(Person, { id: order.personId });
      if (person.id !== actor.id && !reachesPerson(actor, 'account:manage', person)) throw new Refused('NOT_FOUND', { what: 'Person' });
      await em.lock(person, LockMode.OPTIMISTIC, order.version);
      const before = { fullName: person.fullName, phone: person.phone, locale: person.locale };
      const { fullName, phone = null, locale } = order;
      person.describe({ fullName, phone, locale, email: person.email ?? null, external: person.external });
      await em.flush();
      record({ subject: { type: 'Person', id: person.id }, personal: { before, after: { fullName, phone, locale } } });
      return { id: person.id };
    });
  }

  /** Nobody gets in with it any more, and who is in is out. Refuses `ACCOUNT_OWN`, `ACCOUNT_DISABLED`. */
  async disableAccount(actor: Actor, order: { readonly personId: string; readonly reason: string }): Promise<{ id: string }> {
    return this.work.act(actor, 'disableAccount', async ({ em, at, record }) => {
      if (order.personId === actor.id) throw new Refused('ACCOUNT_OWN', {}, 'personId');
      const account = await this.accountFor(actor, em, order.personId);
      account.disable(order.reason, at);
      await em.flush();
      record({ subject: { type: 'Account', id: account.id }, after: { disabledAt: at }, reason: order.reason });
      await this.sessions.revokeAll(actor, order.personId, 'disableAccount');
      return { id: order.personId };
    });
  }

  /** Refuses `ACCOUNT_NOT_DISABLED`. */
  async enableAccount(actor: Actor, order: { readonly personId: string; readonly reason: string }): Promise<{ id: string }> {
    return this.work.act(actor, 'enableAccount', async ({ em, record }) => {
      const account = await this.accountFor(actor, em, order.personId);
      account.enable();
      await em.flush();
      record({ subject: { type: 'Account', id: account.id }, after: { disabledAt: null }, reason: order.reason });
      return { id: order.personId };
    });
  }

  private async accountFor(actor: Actor, em: Act['em'], personId: string): Promise<Account> {
    const person = await em.findOneOrFail(Person, { id: personId });
    if (!reachesPerson(actor, 'account:manage', person)) throw new Refused('NOT_FOUND', { what: 'Person' });
    return em.findOneOrFail(Account, { person: personId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  }
}
