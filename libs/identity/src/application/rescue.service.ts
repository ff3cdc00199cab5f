import { Injectable } from '@nestjs/common';
import { Unit } from '#domain/units';
import { Refused, type Role, SYSTEM, localDate, refuseIf, whyNotDate } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { plainAddress } from '../domain/address.js';
import { Account } from '../domain/account.entity.js';
import { Person } from '../domain/person.entity.js';
import { type GrantDecision, RoleGrant } from '../domain/role-grant.entity.js';
import { GrantService } from './grant.service.js';

export interface RescueOrder {
  readonly role: Extract<Role, 'ADMIN' | 'LEADER'>;
  readonly email: string;
  readonly decision: GrantDecision;
  readonly reason: string;
}

/** The way out for the operator of the machine, where nobody is left who could confirm anything. */
@Injectable()
export class RescueService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly grants: GrantService,
  ) {}

  /**
   * Gives somebody with an account a role for the root of the tree above their unit, by a decision, and opens the account where it was
   * disabled. It stands in the audit log with its reason, and every administrator and leader is told. Refuses `RESCUE_PERSON_UNKNOWN`.
   */
  async rescue(order: RescueOrder): Promise<RoleGrant> {
    return this.work.act(SYSTEM, 'rescue', async (act) => {
      const { em, at, record, emit } = act;
      const { role, decision, reason } = order;
      refuseIf(whyNotDate('DECISION', decision.decidedOn, { now: localDate(at), path: 'decidedOn' }));
      const person = await em.findOne(Person, { email: plainAddress(order.email) }, { populate: ['unit'] });
      const account = person && (await em.findOne(Account, { person }));
      if (!person || !account) throw new Refused('RESCUE_PERSON_UNKNOWN', { email: order.email });
      const opened = account.disabledAt !== null;
      if (opened) account.enable();
      const unit = await rootOf(em, person.unit ? await em.findOneOrFail(Unit, { id: person.unit.id }) : null);
      const terms = { unit, validFrom: localDate(at), validTo: null, by: null, decision };
      const grant = await this.grants.keep(act, person, RoleGrant.of(person, role, terms));
      record({
        subject: { type: 'RoleGrant', id: grant.id },
        after: { role, person: person.id, unit: unit.id, opened, ...decision },
        reason,
      });
      emit({ type: 'identity.rescued', payload: { grantId: grant.id } });
      return grant;
    });
  }
}

/** Of who works in no unit, the first root there is. */
async function rootOf(em: Act['em'], from: Unit | null): Promise<Unit> {
  let at = from ?? (await em.findOneOrFail(Unit, { parent: null }, { orderBy: { id: 'asc' } }));
  while (at.parent) at = await em.findOneOrFail(Unit, { id: at.parent.id });
  return at;
}
