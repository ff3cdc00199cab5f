import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Unit } from '#domain/units';
import { type Actor, localDate } from '#lib/kernel';
import { CONFIG, type Config, UnitOfWork } from '#lib/platform';
import { Counter } from '../domain/counter.entity.js';
import { SlipBatch, slipCodes, slipHash } from '../domain/slip.entity.js';

/** Slips for a counter to hand out with receipts, requests for more and refusals alike. */
@Injectable()
export class SlipService {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Makes so many codes that are good once, for thirty days. Refuses a counter that is not open. */
  issueSlips(actor: Actor, order: { counterId: string; slips: number }): Promise<SlipBatch> {
    return this.work.act(actor, 'issueSlips', async ({ em, at, record }) => {
      const reach = actor.isSystem ? {} : { unit: { $in: actor.unitsFor('slip:issue') } };
      const counter = await em.findOneOrFail(Counter, { id: order.counterId, ...reach });
      const today = localDate(at);
      counter.refuseUnlessOpen(await em.findOneOrFail(Unit, { id: counter.unit.id }), today);
      const batch = SlipBatch.of(counter, order.slips, today);
      em.persist(batch);
      await em.flush();
      const hashes = slipCodes(this.config.secret, batch).map((code) => slipHash(this.config.secret, code));
      await sql`insert into slip_code (hash, batch_id) select unnest(${hashes}::text[]), ${batch.id}::uuid`.execute(em.getKysely());
      const { slips, expiresOn } = batch;
      record({ subject: { type: 'SlipBatch', id: batch.id }, after: { counter: counter.id, slips, expiresOn } });
      return batch;
    });
  }
}
