import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Refused, SYSTEM, newId } from '#lib/kernel';
import { type Act, UnitOfWork } from '../database/unit-of-work.js';
import { ContentHold } from './content-hold.entity.js';

const HELD_MS = 60 * 60 * 1000;

/** Keeps those who keep a content and the sweep out of one another's way without a transaction around calls of the store. */
@Injectable()
export class ContentHolds {
  constructor(private readonly work: UnitOfWork) {}

  /** Before a content is put where it is kept; ends with the row that names it. Refuses `STORE_BUSY` while the sweep removes it. */
  keep(actor: Actor, sha256: string): Promise<string> {
    return this.work.act(actor, 'files.hold', async (act) => {
      await lock(act, sha256);
      if ((await act.em.count(ContentHold, { sha256, purpose: 'SWEEP' })) > 0) throw new Refused('STORE_BUSY');
      return this.take(act, sha256, 'KEEP');
    });
  }

  /** In the act that writes the row. */
  async release({ em }: Act, holdId: string): Promise<void> {
    await em.nativeDelete(ContentHold, { id: holdId });
  }

  /** Runs the removal unless a row names the content or somebody keeps it just now. A removal that fails is made again by a later sweep. */
  async removing(sha256: string, remove: () => Promise<void>): Promise<boolean> {
    const holdId = await this.work.act(SYSTEM, 'job:files.sweep', async (act) => {
      await lock(act, sha256);
      await act.em.nativeDelete(ContentHold, { sha256, purpose: 'KEEP', until: { $lte: act.at } });
      const { rows } = await sql`select 1 from stored_file where sha256 = ${sha256}
        union all select 1 from content_hold where sha256 = ${sha256} and purpose = 'KEEP' limit 1`.execute(act.em.getKysely());
      return rows.length > 0 ? null : this.take(act, sha256, 'SWEEP');
    });
    if (holdId !== null) await this.finish(holdId, remove);
    return holdId !== null;
  }

  /** As long as the removal has not come to its end, nobody keeps the content. */
  async finish(holdId: string, remove: () => Promise<void>): Promise<void> {
    await remove();
    await this.work.act(SYSTEM, 'job:files.sweep', (act) => this.release(act, holdId));
  }

  /** Removals that were begun and not ended, long enough ago; what nobody came back for is forgotten. */
  unfinished(): Promise<{ id: string; sha256: string }[]> {
    return this.work.act(SYSTEM, 'job:files.sweep', async ({ em, at }) => {
      await em.nativeDelete(ContentHold, { purpose: 'KEEP', until: { $lte: at } });
      return em.find(ContentHold, { purpose: 'SWEEP', until: { $lte: at } });
    });
  }

  private async take(act: Act, sha256: string, purpose: 'KEEP' | 'SWEEP'): Promise<string> {
    const id = newId();
    await act.em.insert(ContentHold, { id, sha256, purpose, until: new Date(act.at.getTime() + HELD_MS) });
    return id;
  }
}

async function lock({ em }: Act, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`content ${sha256}`}, 0))`.execute(em.getKysely());
}
