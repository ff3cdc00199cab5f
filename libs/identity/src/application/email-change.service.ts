import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Actor, Refused, SYSTEM } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { Account } from '../domain/account.entity.js';
import { countsOfChange, countsOfNewAddress } from '../domain/door.js';
import { EmailChange } from '../domain/email-change.entity.js';
import { OneTimeLink } from '../domain/one-time-link.entity.js';
import { Person } from '../domain/person.entity.js';
import { hashToken, newToken } from '../domain/token.js';
import { Attempts } from './attempts.js';
import { verifyPassword } from './password-hash.js';

/** What is to be mailed to a new address. */
export interface AddressLink {
  readonly personId: string;
  readonly address: string;
  readonly token: string;
}

/**
 * People change their own e-mail address: it is what they sign in by and where links to set a password go. No administrator does it for
 * them, who could make themselves the owner of the account by it.
 */
@Injectable()
export class EmailChangeService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly attempts: Attempts,
  ) {}

  /**
   * Nothing changes before the new address has confirmed it. The answer is the same where somebody has the address already. Refuses
   * `PASSWORD_WRONG`, `EMAIL_SAME`, and `TOO_MANY_REQUESTS` after several wrong passwords or three addresses.
   */
  async changeEmail(actor: Actor, { email, present }: { readonly email: string; readonly present: string }): Promise<EmailChange> {
    return this.work.act(actor, 'changeEmail', async (act) => {
      const { em, at } = act;
      const account = await em.findOneOrFail(Account, { person: actor.id }, { lockMode: LockMode.PESSIMISTIC_WRITE, populate: ['person'] });
      const counts = countsOfChange(actor.id, actor.sessionId);
      const right = await this.attempts.during(counts, () => verifyPassword(account.passwordHash, present));
      if (!right) throw new Refused('PASSWORD_WRONG', {}, 'present');
      await this.attempts.giveBack(counts);
      const change = EmailChange.of(account.person, email, at);
      await this.attempts.spend(countsOfNewAddress(actor.id));
      await em.nativeUpdate(EmailChange, { person: actor.id, confirmedAt: null, givenUpAt: null }, { givenUpAt: at });
      em.persist(change);
      await em.flush();
      act.record({
        subject: { type: 'EmailChange', id: change.id },
        after: { expiresAt: change.expiresAt },
        personal: { address: change.address },
      });
      act.emit({ type: 'identity.emailChangeRequested', payload: { changeId: change.id, personId: actor.id } });
      return change;
    });
  }

  /** Of one's own that waits. Refuses `NOT_FOUND`. */
  async giveUpEmailChange(actor: Actor, { changeId }: { readonly changeId: string }): Promise<EmailChange> {
    return this.work.act(actor, 'giveUpEmailChange', async ({ em, at, record }) => {
      const where = { id: changeId, person: actor.id, confirmedAt: null, givenUpAt: null };
      const change = await em.findOneOrFail(EmailChange, where, { lockMode: LockMode.PESSIMISTIC_WRITE });
      change.giveUp(at);
      await em.flush();
      record({ subject: { type: 'EmailChange', id: change.id }, after: { givenUpAt: at } });
      return change;
    });
  }

  /** The token is told to the caller alone, who mails it; null where the change no longer waits, or somebody else has the address. Joins the act around it. */
  async issueLink(changeId: string): Promise<AddressLink | null> {
    return this.work.act(SYSTEM, 'issueAddressLink', async ({ em, at, record }) => {
      const change = await em.findOne(EmailChange, { id: changeId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!change?.waits(at) || (await em.count(Person, { email: change.address })) > 0) return null;
      const token = newToken();
      change.takeToken(token);
      await em.flush();
      record({ subject: { type: 'EmailChange', id: change.id }, after: { linkMade: at } });
      return { personId: change.person.id, address: change.address, token };
    });
  }

  /** By who reads the mails of the new address. Links to set a password that went to the old one end. Refuses `LINK_INVALID`, `EMAIL_TAKEN`. */
  async confirmEmail({ token }: { readonly token: string }): Promise<{ id: string }> {
    return this.work.act(SYSTEM, 'confirmEmail', async ({ em, at }) => {
      const change = await em.findOne(
        EmailChange,
        { tokenHash: hashToken(token) },
        { lockMode: LockMode.PESSIMISTIC_WRITE, populate: ['person'] },
      );
      const open = change !== null && (await em.count(Account, { person: change.person.id, disabledAt: null })) > 0;
      if (!change || !open) throw new Refused('LINK_INVALID', {}, 'token');
      change.confirm(at);
      return this.work.act(new Actor(change.person.id, []), 'confirmEmail', async (act) => {
        const { person, previous, address } = change;
        person.moveTo(address);
        await em.nativeUpdate(OneTimeLink, { person: person.id, usedAt: null }, { usedAt: at });
        await em.flush();
        act.record({
          subject: { type: 'Person', id: person.id },
          before: { emailChange: null },
          after: { emailChange: change.id },
          personal: { before: { email: previous }, after: { email: address } },
        });
        act.emit({ type: 'identity.emailChanged', payload: { changeId: change.id, personId: person.id } });
        return { id: change.id };
      });
    });
  }
}
