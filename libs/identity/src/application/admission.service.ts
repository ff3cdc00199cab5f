import { Injectable } from '@nestjs/common';
import { type Actor, Refused, type Role, localDate } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { type Person } from '../domain/person.entity.js';
import { GrantService } from './grant.service.js';
import { type PersonOrder, PersonService } from './person.service.js';

/** Letting people in. */
@Injectable()
export class AdmissionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonService,
    private readonly grants: GrantService,
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
}
