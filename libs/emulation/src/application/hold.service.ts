import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { personWithin } from '#lib/identity';
import { type Actor, Refused } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { Hold } from '../domain/hold.entity.js';
import { whoActs } from './achievement.service.js';
import { holdScope } from './hold.scope.js';

export interface PlaceHold {
  readonly personId: string;
  readonly startsOn: string;
  readonly ground: string;
  readonly illustrative?: boolean;
}

export interface EndHold {
  readonly holdId: string;
  readonly version: number;
  readonly endsOn: string;
  readonly reason: string;
}

/** Holds on titles of somebody, by the office. Nobody is told: neither who it is about nor their unit. */
@Injectable()
export class HoldService {
  constructor(private readonly work: UnitOfWork) {}

  placeHold(actor: Actor, { personId, startsOn, ground, illustrative = false }: PlaceHold): Promise<Hold> {
    return this.work.act(actor, 'placeHold', async (act) => {
      const { em, record } = act;
      if (personId === actor.id) throw new Refused('HOLD_OWN', {}, 'personId');
      const subject = await personWithin(act, 'hold:manage', personId);
      const placedBy = await whoActs(em, actor);
      const hold = Hold.place(subject, { startsOn, ground, placedBy, illustrative });
      await em.persist(hold).flush();
      record({ subject: { type: 'Hold', id: hold.id }, after: { person: subject.id, startsOn, ground: hold.ground } });
      return hold;
    });
  }

  endHold(actor: Actor, { holdId, version, endsOn, reason }: EndHold): Promise<Hold> {
    return this.work.act(actor, 'endHold', async ({ em, held, record }) => {
      const { rows } = await sql`select 1 from hold h where h.id = ${holdId} and ${holdScope(actor, 'hold:manage')}`.execute(
        em.getKysely(),
      );
      if (rows.length === 0) throw new Refused('NOT_FOUND', { what: 'Hold' }, 'holdId');
      const hold = await held(await em.findOneOrFail(Hold, { id: holdId }), version);
      hold.end(endsOn);
      await em.flush();
      record({ subject: { type: 'Hold', id: hold.id }, before: { endsOn: null }, after: { endsOn }, reason: reason.trim() });
      return hold;
    });
  }
}
