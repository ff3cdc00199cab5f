import { Injectable } from '@nestjs/common';
import { Unit } from '#domain/units';
import { type Actor, type Locale, Refused, localDate, newId, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { Account } from '../domain/account.entity.js';
import { whyNotPassword } from '../domain/password-policy.js';
import { Person, type PersonFacts, Position } from '../domain/person.entity.js';
import { IdentityPorts } from './identity.ports.js';
import { hashPassword } from './password-hash.js';
import { personWithin, refuseIfLeads, refuseToShutOut, refuseUnlessHost } from './person.scope.js';

export interface PersonOrder {
  readonly fullName: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly unitId?: string | null;
  readonly external?: boolean;
  readonly locale?: Locale;
  readonly password?: string | null;
}

export interface PositionOrder {
  readonly personId: string;
  readonly unitId: string;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly heads?: boolean;
  readonly from: string;
  readonly to?: string | null;
}

/** Who is in the contest. */
@Injectable()
export class PersonService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ports: IdentityPorts,
  ) {}

  /** A person with an e-mail address gets an account, without a password unless one is given. Refuses `EMAIL_TAKEN`, and a password that will not do. */
  async createPerson(actor: Actor, order: PersonOrder): Promise<Person> {
    return this.work.act(actor, 'createPerson', async (act) => {
      const { em, at, record } = act;
      const unit = await this.unitFor(act, order.unitId ?? null);
      const person = Person.of(factsOf(order), unit, actor.isSystem ? null : actor.id);
      em.persist(person);
      if (person.email) em.persist(await accountOf(person, order.password ?? null, at));
      await em.flush();
      record({
        subject: { type: 'Person', id: person.id },
        after: { unit: unit?.id ?? null, external: person.external },
        personal: { fullName: person.fullName, email: person.email, phone: person.phone },
      });
      return person;
    });
  }

  /** What a person is in a unit. It may bring conflicts. Refuses `PERSON_LEADS`, `POSITION_SHUTS_OUT`, and `NOT_FOUND` for a unit or a person out of the actor's reach. */
  async addPosition(actor: Actor, order: PositionOrder): Promise<Position> {
    return this.work.act(actor, 'addPosition', async (act) => {
      const { em, record } = act;
      const unit = await this.unitFor(act, order.unitId);
      const person = await personWithin(act, 'account:manage', order.personId);
      await refuseIfLeads(act, person.id);
      await refuseToShutOut(act, person.id, order.unitId);
      const position = new Position();
      position.id = newId();
      position.person = person;
      if (unit) position.unit = unit;
      position.titleVi = order.titleVi;
      position.titleEn = order.titleEn;
      position.isHead = order.heads ?? false;
      position.from = order.from;
      position.to = order.to ?? null;
      em.persist(position);
      await em.flush();
      record({
        subject: { type: 'Position', id: position.id },
        after: { person: person.id, unit: order.unitId, isHead: position.isHead, from: position.from, to: position.to },
      });
      await this.moved(act, position);
      return position;
    });
  }

  /** The last day in a position; where it has gone by, the conflicts that the position brought while there were cards stay. Refuses `POSITION_ENDED`, `POSITION_ENDS_BEFORE_IT_BEGINS`. */
  async endPosition(actor: Actor, order: { readonly positionId: string; readonly to: string }): Promise<Position> {
    return this.work.act(actor, 'endPosition', async (act) => {
      const { em, record } = act;
      const known = await em.findOneOrFail(Position, { id: order.positionId });
      if (!actor.covers('account:manage', known.unit.id)) throw new Refused('NOT_FOUND', { what: 'Position' });
      await personWithin(act, 'account:manage', known.person.id, 'positionId');
      const position = await em.findOneOrFail(Position, { id: order.positionId }, { refresh: true });
      if (position.to) throw new Refused('POSITION_ENDED', { on: position.to });
      position.to = order.to;
      await em.flush();
      record({ subject: { type: 'Position', id: position.id }, before: { to: null }, after: { to: order.to } });
      await this.moved(act, position, order.to < localDate(act.at));
      return position;
    });
  }

  /** What follows from it: conflicts are found in the same act, and the person is told. */
  private async moved(act: Act, { id, person }: Position, rewritten = false): Promise<void> {
    await this.ports.standingChanged(act, person.id, rewritten);
    act.emit({ type: 'identity.positionChanged', payload: { positionId: id, personId: person.id, by: act.actor.id } });
  }

  /** Who works in no unit belongs to the host. */
  private async unitFor(act: Act, unitId: string | null): Promise<Unit | null> {
    const { actor, em } = act;
    if (unitId === null) {
      await refuseUnlessHost(act, 'account:manage');
      return null;
    }
    if (!actor.covers('account:manage', unitId)) throw new Refused('NOT_FOUND', { what: 'Unit' }, 'unitId');
    return em.findOneOrFail(Unit, { id: unitId });
  }
}

function factsOf({ fullName, email, phone, external, locale }: PersonOrder): PersonFacts {
  return { fullName, email: email ?? null, phone: phone ?? null, external: external ?? false, locale: locale ?? 'vi' };
}

async function accountOf(person: Person, password: string | null, at: Date): Promise<Account> {
  const account = Account.of(person, at);
  if (password !== null) {
    refuseIf(whyNotPassword(password, { fullName: person.fullName, email: person.email ?? null }));
    account.setPassword(await hashPassword(password), at);
  }
  return account;
}
