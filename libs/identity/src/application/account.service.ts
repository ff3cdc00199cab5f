import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { type Actor, type Locale, Refused } from '#lib/kernel';
import { type Act, UnitOfWork, sameContent } from '#lib/platform';
import { Account } from '../domain/account.entity.js';
import { Person } from '../domain/person.entity.js';
import { refuseLastAccount } from './last-of-role.js';
import { personWithin, refuseIfLeads } from './person.scope.js';
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
    return this.work.act(actor, 'editPerson', async (act) => {
      const { em, record } = act;
      const own = order.personId === actor.id;
      const person = own ? await em.findOneOrFail(Person, { id: actor.id }) : await personWithin(act, 'account:manage', order.personId);
      await act.held(person, order.version);
      const before = { fullName: person.fullName, phone: person.phone, locale: person.locale };
      const { fullName, phone = person.phone ?? null, locale } = order;
      person.describe({ fullName, phone, locale, email: person.email ?? null, external: person.external });
      await em.flush();
      const after = { fullName: person.fullName, phone: person.phone, locale: person.locale };
      if (!sameContent(before, after)) record({ subject: { type: 'Person', id: person.id }, personal: { before, after } });
      return { id: person.id };
    });
  }

  /** Nobody gets in with it any more, and who is in is out. Refuses `ACCOUNT_OWN`, `PERSON_LEADS`, `LAST_ADMINISTRATOR`, `ACCOUNT_DISABLED`. */
  async disableAccount(actor: Actor, order: { readonly personId: string; readonly reason: string }): Promise<{ id: string }> {
    return this.work.act(actor, 'disableAccount', async (act) => {
      const { em, at, record } = act;
      if (order.personId === actor.id) throw new Refused('ACCOUNT_OWN', {}, 'personId');
      const account = await this.accountFor(act, order.personId);
      await refuseIfLeads(act, order.personId);
      await refuseLastAccount(act, order.personId);
      account.disable(order.reason, at);
      await em.flush();
      record({ subject: { type: 'Account', id: account.id }, after: { disabledAt: at }, reason: order.reason });
      await this.sessions.revokeAll(actor, order.personId, 'disableAccount');
      return { id: order.personId };
    });
  }

  /** Refuses `ACCOUNT_NOT_DISABLED`. */
  async enableAccount(actor: Actor, order: { readonly personId: string; readonly reason: string }): Promise<{ id: string }> {
    return this.work.act(actor, 'enableAccount', async (act) => {
      const { em, record } = act;
      const account = await this.accountFor(act, order.personId);
      account.enable();
      await em.flush();
      record({ subject: { type: 'Account', id: account.id }, after: { disabledAt: null }, reason: order.reason });
      return { id: order.personId };
    });
  }

  private async accountFor(act: Act, personId: string): Promise<Account> {
    await personWithin(act, 'account:manage', personId);
    return act.em.findOneOrFail(Account, { person: personId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  }
}
