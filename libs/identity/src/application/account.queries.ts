import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock, type Locale } from '#lib/kernel';
import { Database } from '#lib/platform';
import { plainAddress } from '../domain/address.js';
import { type Asker, type Count, type Door, countsOf } from '../domain/door.js';
import { DEVICE_KNOWN_MS, deviceHash } from '../domain/known-device.entity.js';

/** An account as it is knocked at. */
export interface KnockedAt {
  readonly personId: string;
  readonly locale: Locale;
  readonly passwordHash: string | null;
  readonly disabled: boolean;
}

/** Reads of accounts by those who have not come in yet. */
@Injectable()
export class AccountQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What an attempt counts in, and the account it is at, where there is one: one statement either way. */
  async knock(
    door: Door,
    typed: string,
    { network, device }: Asker,
  ): Promise<{ readonly address: string; readonly account: KnockedAt | null; readonly counts: Count[] }> {
    const address = plainAddress(typed);
    const known = await this.database.first(sql<KnockedAt & { devices: string[] }>`
      select p.id as "personId", p.locale, a.password_hash as "passwordHash", a.disabled_at is not null as disabled,
        array(select d.token_hash from known_device d where d.person_id = p.id
          and d.last_used_at > ${new Date(this.clock.now().getTime() - DEVICE_KNOWN_MS)}) as devices
      from person p join account a on a.person_id = p.id where p.email = ${address}`);
    const hash = deviceHash(known?.personId ?? '', device ?? '');
    const knownDevice = device !== null && known?.devices.includes(hash) ? hash : null;
    return { address, account: known, counts: countsOf(door, address, { network, knownDevice }) };
  }
}
