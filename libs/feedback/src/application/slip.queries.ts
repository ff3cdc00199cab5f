import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { slipSheetPdf } from '#lib/documents';
import { type Actor, Clock, localDate, shownDay } from '#lib/kernel';
import { CONFIG, type Config, Database, type FileLink, FileLinks, Rereads } from '#lib/platform';
import { type UnitName } from '#lib/units';
import { slipCodes } from '../domain/slip.entity.js';
import { UNIT } from './counter.rows.js';

interface Batch {
  readonly id: string;
  readonly slips: number;
  readonly issuedOn: string;
  readonly expiresOn: string;
  readonly counter: { readonly id: string; readonly counterCode: string; readonly name: string };
  readonly unit: UnitName;
  readonly illustrative: boolean;
}

export interface SlipBatchRead extends Batch {
  /** All that were made; none once they are good no more. Which of them were used nobody is told. */
  readonly codes: readonly string[];
  /** Where a code leads to, but for the code itself. */
  readonly address: string;
}

/** Slips of the counters that one may issue them for. */
@Injectable()
export class SlipQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: FileLinks,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Rereads('SlipBatch')
  async slipBatch(actor: Actor, id: string): Promise<SlipBatchRead | null> {
    const batch = await this.database.first(sql<Batch>`
      select b.id, b.slips, b.issued_on::text as "issuedOn", b.expires_on::text as "expiresOn", ${UNIT} as unit, c.illustrative,
        json_build_object('id', c.id, 'counterCode', c.code, 'name', c.name) as counter
      from slip_batch b join counter c on c.id = b.counter_id join unit u on u.id = c.unit_id
      where b.id = ${id} and c.unit_id = any(${actor.unitsFor('slip:issue')}::uuid[])`);
    if (!batch) return null;
    const isGood = batch.expiresOn >= localDate(this.clock.now());
    const address = `${this.config.publicUrl}/q/${batch.counter.counterCode}?slip=`;
    return { ...batch, codes: isGood ? slipCodes(this.config.secret, batch) : [], address };
  }

  /** To cut up, as PDF: an address to save it from; null where there are none for the actor, or they are good no more. */
  async slipSheet(actor: Actor, id: string): Promise<FileLink | null> {
    const batch = await this.slipBatch(actor, id);
    if (!batch || batch.codes.length === 0) return null;
    const { unit, counter, address, codes, expiresOn, illustrative } = batch;
    const view = { unit: unit.nameVi, counter: counter.name, address, codes, lastDay: shownDay(expiresOn), illustrative };
    const fileName = `Phiếu đánh giá ${unit.nameVi} ${counter.name} ${expiresOn}.pdf`;
    return this.links.ofPassing(await slipSheetPdf(view, this.clock.now()), { fileName, contentType: 'application/pdf' });
  }
}
