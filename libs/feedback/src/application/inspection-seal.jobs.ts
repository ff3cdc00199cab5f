import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { localDate } from '#lib/kernel';
import { type Act, Every, Pieces } from '#lib/platform';
import { Inspection, InspectionItem, InspectionMember, InspectionSeal } from '../domain/inspection.entity.js';
import { SLOTS, amongOthers, secretHash } from './inspection.secret.js';

/**
 * Gives the log hashes of the surprises that were ordered, so that none can be made up later: one entry a day with as many hashes as ever, of
 * which those that are of nothing look like the others (ADR 52).
 */
@Injectable()
export class InspectionSealJobs {
  constructor(private readonly pieces: Pieces) {}

  @Every('feedback.sealInspections', 3600)
  async seal(signal?: AbortSignal): Promise<void> {
    await this.pieces.each('feedback.sealInspections', signal, [['all', (act: Act) => this.sealAll(act)]]);
  }

  private async sealAll({ em, at, record }: Act): Promise<void> {
    const sealedOn = localDate(at);
    if (await em.count(InspectionSeal, { sealedOn })) return;
    const seal = InspectionSeal.of(sealedOn);
    await em.persist(seal).flush();
    const ordered = await em.find(Inspection, { kind: 'SURPRISE', state: 'ORDERED', seal: null }, { orderBy: { id: 'asc' }, limit: SLOTS });
    const hashes: string[] = [];
    for (const inspection of ordered) {
      const members = await em.find(InspectionMember, { inspection });
      const items = await em.find(InspectionItem, { inspection });
      hashes.push(secretHash(inspection.salt ?? '', { inspection, members, items }));
      // Not by the record: its version is what its team has on the screen.
      await sql`update inspection set seal_id = ${seal.id} where id = ${inspection.id}`.execute(em.getKysely());
    }
    record({ subject: { type: 'InspectionSeal', id: seal.id }, after: { hashes: amongOthers(hashes) } });
  }
}
