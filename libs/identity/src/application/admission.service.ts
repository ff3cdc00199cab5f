import { Injectable } from '@nestjs/common';
import { type Actor, Refused, type Role, localDate, refuseIf } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { Account, whyNotInviteAgain } from '../domain/account.entity.js';
import { countsOfInvitation } from '../domain/door.js';
import { type Person } from '../domain/person.entity.js';
import { Attempts } from './attempts.js';
import { GrantService } from './grant.service.js';
import { personWithin } from './person.scope.js';
import { type PersonOrder, PersonService } from './person.service.js';

/** Letting people in. */
@Injectable()
export class AdmissionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonService,
    private readonly grants: GrantService,
    private readonly attempts: Attempts,
  ) {}

  /** A person with an account, and one role for some units. Returns the person's id. */
  async admit(
    actor: Actor,
    order: { readonly person: PersonOrder; readonly role: Role; readonly unitIds: readonly string[] },
  ): Promise<string> {
    return this.work.act(actor, 'admit', async ({ at }) => {
      const person = await this.people.createPerson(actor, order.person);
      for (const unitId of order.unitIds)
        await this.grants.grantRole(actor, { personId: person.id, role: order.role, unitId, validFrom: localDate(at) });
      return person.id;
    });
  }

  /** A person who sets their own password by a mailed link, good for a week. Refuses `EMAIL_MISSING`, and what `createPerson` refuses. */
  async invitePerson(actor: Actor, order: Omit<PersonOrder, 'password'>): Promise<Person> {
    return this.work.act(actor, 'invitePerson', async ({ emit }) => {
      const person = await this.people.createPerson(actor, order);
      if (!person.email) throw new Refused('EMAIL_MISSING', {}, 'email');
      emit({ type: 'identity.passwordLinkRequested', payload: { personId: person.id, kind: 'INVITATION' } });
      return person;
    });
  }

  /**
   * A new link, good for a week, to who has not come in yet; the one before ends. Refuses `ACCOUNT_NEEDED`, `ACCOUNT_DISABLED`,
   * `INVITATION_TAKEN_UP`, `TOO_MANY_REQUESTS` after three within the hour, and `NOT_FOUND` out of the actor's reach.
   */
  async sendInvitationAgain(actor: Actor, order: { readonly personId: string }): Promise<{ id: string }> {
    return this.work.act(actor, 'sendInvitationAgain', async (act) => {
      const person = await personWithin(act, 'account:manage', order.personId);
      const account = await act.em.findOne(Account, { person: person.id });
      const { disabledAt = null, passwordHash = null } = account ?? {};
      refuseIf(whyNotInviteAgain({ hasAccount: account !== null, disabledAt, hasPassword: passwordHash !== null }));
      await this.attempts.spend(countsOfInvitation(person.id));
      act.emit({ type: 'identity.passwordLinkRequested', payload: { personId: person.id, kind: 'INVITATION' } });
      act.record({ subject: { type: 'Person', id: person.id }, after: { invited: act.at } });
      return { id: person.id };
    });
  }
}
