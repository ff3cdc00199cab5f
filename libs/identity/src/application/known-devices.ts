import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, newId } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { DEVICE_KNOWN_MS, KnownDevice, MOST_DEVICES, deviceHash } from '../domain/known-device.entity.js';
import { newToken } from '../domain/token.js';

const TOKEN = /^[\w-]{43}$/;

/** What the browser keeps, so that it is known again. */
export interface DeviceCookie {
  readonly token: string;
  readonly expiresAt: Date;
}

/** The browsers that people have signed in from. */
@Injectable()
export class KnownDevices {
  constructor(private readonly work: UnitOfWork) {}

  /** A browser that somebody just came in from. Its token stays where it has one, since others may be known by it too. */
  async remember(actor: Actor, personId: string, token: string | null): Promise<DeviceCookie> {
    return this.work.act(actor, 'rememberDevice', async ({ em, at, record }) => {
      const kept = token !== null && TOKEN.test(token) ? token : newToken();
      const { rows } = await sql<{ id: string; isNew: boolean }>`
        insert into known_device (id, person_id, token_hash, created_at, last_used_at)
        values (${newId()}, ${personId}, ${deviceHash(personId, kept)}, ${at}, ${at})
        on conflict (token_hash) do update set last_used_at = excluded.last_used_at
        returning id, xmax = 0 as "isNew"`.execute(em.getKysely());
      const device = rows[0];
      if (device?.isNew) {
        await sql`delete from known_device where id in (select id from known_device where person_id = ${personId}
          order by last_used_at desc, id desc offset ${MOST_DEVICES})`.execute(em.getKysely());
        record({ subject: { type: 'KnownDevice', id: device.id }, after: { person: personId } });
      }
      return { token: kept, expiresAt: new Date(at.getTime() + DEVICE_KNOWN_MS) };
    });
  }

  /** None of somebody's devices is known any more. Joins the act around it. */
  async forgetAll(actor: Actor, personId: string): Promise<void> {
    await this.work.act(actor, 'forgetDevices', ({ em }) => em.nativeDelete(KnownDevice, { person: personId }));
  }
}
