import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Unit } from '#domain/units';
import { type Actor, Refused, day, localDate, refuseIf, whyNotDate } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { reach } from '#lib/rollout';
import { IndexScheme } from '../domain/index-scheme.entity.js';
import { IndexSheet, IndexYear } from '../domain/index-sheet.entity.js';
import { KEEP } from './index-scheme.service.js';

export interface OpenIndexYearOrder {
  readonly schemeId: string;
  readonly year: number;
  readonly selfDueOn: string;
  readonly unitIds: readonly string[];
}

/** Years of the index: units are asked to score themselves by a scheme in force. */
@Injectable()
export class IndexYearService {
  constructor(private readonly work: UnitOfWork) {}

  /** Refuses drafts, years before the scheme holds, a year that is open already, and units that are out of reach or not there. */
  openIndexYear(actor: Actor, order: OpenIndexYearOrder): Promise<IndexYear> {
    return this.work.act(actor, 'openIndexYear', async ({ em, at, record, emit }) => {
      const { year, selfDueOn } = order;
      const today = localDate(at);
      const scheme = await em.findOneOrFail(IndexScheme, { id: order.schemeId, host: reach(actor, KEEP) });
      if (scheme.state !== 'IN_FORCE') throw new Refused('INDEX_SCHEME_DRAFT', {}, 'schemeId');
      if (year < scheme.fromYear) throw new Refused('INDEX_YEAR_BEFORE', { year: String(scheme.fromYear) }, 'year');
      refuseIf(whyNotDate('INDEX_SELF_DUE', selfDueOn, { now: today, path: 'selfDueOn' }));
      const host = await em.findOneOrFail(Unit, { id: scheme.host.id });
      const found = await em.find(Unit, { $and: [{ id: { $in: [...order.unitIds] } }, { id: reach(actor, KEEP) }] });
      const opened = IndexYear.open({ host, scheme, year, selfDueOn, openedAt: at });
      const sheets = order.unitIds.map((unitId, place) => {
        const unit = found.find(({ id }) => id === unitId);
        const path = `unitIds.${String(place)}`;
        if (!unit || order.unitIds.indexOf(unitId) !== place) throw new Refused('NOT_FOUND', { what: 'Unit' }, path);
        if (!unit.isValidOn(today)) throw new Refused('UNIT_NOT_THERE', { on: day(today) }, path);
        return IndexSheet.of(opened, unit);
      });
      await em.persist([opened, ...sheets]).flush();
      await sql`insert into index_score (id, sheet_id, criterion_id, maximum, step)
        select gen_random_uuid(), sh.id, c.id, c.maximum, s.step
        from index_sheet sh join index_scheme s on s.id = ${scheme.id} join index_criterion c on c.scheme_id = s.id and c.group_id is not null
        where sh.year_id = ${opened.id}`.execute(em.getKysely());
      record({ subject: { type: 'IndexYear', id: opened.id }, after: { ...order } });
      emit({ type: 'index.opened', payload: { yearId: opened.id } });
      return opened;
    });
  }
}
