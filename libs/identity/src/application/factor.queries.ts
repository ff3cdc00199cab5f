import { Inject, Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, type Locale, type Role, type WhyNot, localDate } from '#lib/kernel';
import { CONFIG, type Config, Database, type Reason, Rereads } from '#lib/platform';
import { whyNotFirstFactor } from '../domain/account.entity.js';
import { type Asker, type Count, SECOND_FACTOR, countsOf } from '../domain/door.js';
import { DEVICE_KNOWN_MS, deviceHash } from '../domain/known-device.entity.js';
import { RIGHTS } from '../domain/rights.js';
import { needsSecondFactor, needsSecondPerson } from '../domain/second-person.js';
import { hashToken } from '../domain/token.js';
import { grantsOn } from './grant.scope.js';
import { IdentityPorts } from './identity.ports.js';

/** A sign-in that owes its code. */
export interface Pending {
  readonly id: string;
  readonly personId: string;
  readonly locale: Locale;
}

export interface SecondFactorRead {
  /** The person's. */
  readonly id: string;
  readonly needed: boolean;
  readonly confirmedAt: Date | null;
  readonly recoveryCodesLeft: number;
  readonly canEnrol: boolean;
  readonly whyNotEnrol: Reason;
  readonly canRenewCodes: boolean;
  readonly canRemove: boolean;
}

/** Reads of second factors. */
@Injectable()
export class FactorQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ports: IdentityPorts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether the person must have one today: nobody in the demo. */
  async isNeededOf(personId: string): Promise<boolean> {
    if (this.config.demo) return false;
    const found = await this.standing(personId, grantsOn(localDate(this.clock.now())));
    return needsSecondFactor({ permissions: found.roles.flatMap((role) => RIGHTS[role]), seated: found.seated });
  }

  /**
   * Whether the person has a right over the judging, ever had one or may come to one: what is done to their account takes two others. Else
   * an administrator would take the role away, reset the factor alone, and have the role given again.
   */
  async isOverJudging(personId: string): Promise<boolean> {
    const { roles, seated } = await this.standing(personId, sql`role_grant`);
    return seated || roles.some(needsSecondPerson);
  }

  @Rereads('SecondFactor')
  async secondFactor(actor: Actor): Promise<SecondFactorRead & { recoveryCodes: null }> {
    const found = await this.database.first(sql<{ confirmedAt: Date; left: number }>`
      select f.confirmed_at as "confirmedAt", (select count(*)::int from recovery_code c where c.factor_id = f.id and c.used_at is null) as left
      from second_factor f where f.person_id = ${actor.id} and f.confirmed_at is not null`);
    const needed = await this.isNeededOf(actor.id);
    const { confirmedAt = null, left = 0 } = found ?? {};
    const whyNotEnrol = found ? null : await this.whyNotFirst(actor.id);
    const enrols = { canEnrol: whyNotEnrol === null, whyNotEnrol };
    const may = { ...enrols, canRenewCodes: found !== null, canRemove: found !== null && !needed };
    return { id: actor.id, needed, confirmedAt, recoveryCodesLeft: left, recoveryCodes: null, ...may };
  }

  /** Why somebody who has no factor may not set one up now; accounts of the demo were never opened by a link. */
  async whyNotFirst(personId: string): Promise<WhyNot> {
    if (this.config.demo) return null;
    const found = await this.database.first(sql<{ linkUsedAt: string | null }>`
      select link_used_at as "linkUsedAt" from account where person_id = ${personId}`);
    return whyNotFirstFactor(found?.linkUsedAt ? new Date(found.linkUsedAt) : null, this.clock.now());
  }

  /** A secret is shown when it is made, never again; all else of it is its id. */
  @Rereads('SecondFactorEnrolment')
  enrolment(_: Actor, id: string): Promise<{ id: string; secret: null; uri: null }> {
    return Promise.resolve({ id, secret: null, uri: null });
  }

  /** The sign-in that goes on in this browser, and what an attempt at its code counts in. */
  async pending(token: string | null, { network, device }: Asker): Promise<(Pending & { readonly counts: Count[] }) | null> {
    const now = this.clock.now();
    const found = await this.database.first(sql<Pending & { devices: string[] }>`
      select w.id, w.person_id as "personId", p.locale,
        array(select d.token_hash from known_device d where d.person_id = p.id
          and d.last_used_at > ${new Date(now.getTime() - DEVICE_KNOWN_MS)}) as devices
      from pending_sign_in w join person p on p.id = w.person_id join account a on a.person_id = p.id
      where w.token_hash = ${hashToken(token ?? '')} and w.expires_at > ${now} and a.disabled_at is null`);
    if (!found) return null;
    const { id, personId, locale, devices } = found;
    const hash = deviceHash(personId, device ?? '');
    const knownDevice = device !== null && devices.includes(hash) ? hash : null;
    return { id, personId, locale, counts: countsOf(SECOND_FACTOR, personId, { network, knownDevice }) };
  }

  private async standing(personId: string, grants: RawBuilder<unknown>): Promise<{ roles: Role[]; seated: boolean }> {
    const found = await this.database.first(sql<{ roles: Role[]; seated: boolean }>`
      select array(select distinct g.role from ${grants} g where g.person_id = ${personId}) as roles,
        ${this.ports.hasSeat(sql`${personId}::uuid`)} as seated`);
    return found ?? { roles: [], seated: false };
  }
}
