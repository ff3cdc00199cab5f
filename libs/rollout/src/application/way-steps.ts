import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { rolloutName } from '#lib/award';
import { InitiativePorts } from '#lib/initiative';

/** That an initiative is rolled out, told on its way and beside its prizes; everybody may know it. */
@Injectable()
export class RolloutSteps implements OnModuleInit {
  constructor(private readonly ports: InitiativePorts) {}

  onModuleInit(): void {
    this.ports.registerWaySteps(() => BEGUN);
    this.ports.registerRollout(NAME);
  }
}

const NAME: RawBuilder<unknown> = sql`(select ${rolloutName(sql`o`)} from rollout o where o.initiative_id = i.id)`;

const BEGUN: RawBuilder<unknown> = sql`
  select 'ROLLED_OUT', o.started_on::timestamp at time zone 'Asia/Ho_Chi_Minh', jsonb_build_object('rolloutId', o.id, 'decisionNumber', o.decision_number,
    'communesUsing', (select count(*) from adoption a where a.rollout_id = o.id and a.state in ('IN_USE', 'SUSTAINED')))
  from rollout o where o.initiative_id = i.id`;
