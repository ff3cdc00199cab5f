import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Act } from '#lib/platform';
import { CASE_KINDS, type Said, caseOf, concernsHead } from '../domain/case-rules.js';
import { Counter } from '../domain/counter.entity.js';
import { ReportedCase } from '../domain/reported-case.entity.js';

/** Makes cases of what citizens said at a counter. */
@Injectable()
export class CaseWriter {
  /**
   * Of a day that is over, so that no case says when in the day a rating came (ADR 45): one of each kind. What is held is looked at too, since
   * somebody who does not want a case could flood the counter.
   */
  async openCases({ em, record, emit }: Act, counterId: string, day: string): Promise<void> {
    const { rows } = await sql<Said>`
      select r.reasons, w.text from rating r left join rating_comment w on w.rating_id = r.id
      where r.counter_id = ${counterId} and r.day = ${day}::date and (w.text is not null or 'EXTRA_COST' = any(r.reasons))`.execute(
      em.getKysely(),
    );
    const found = Map.groupBy(rows, caseOf);
    const kinds = CASE_KINDS.filter((kind) => found.has(kind));
    if (kinds.length === 0) return;
    const counter = await em.findOneOrFail(Counter, { id: counterId });
    const heads = await sql<{ name: string; title: string }>`
      select p.full_name as name, o.title_vi as title from position o join person p on p.id = o.person_id
      where o.unit_id = ${counter.unit.id} and o.is_head and o."from" <= ${day}::date and (o."to" is null or o."to" >= ${day}::date)`.execute(
      em.getKysely(),
    );
    for (const kind of kinds) {
      const said = found.get(kind) ?? [];
      const pastHead = said.some(({ text }) => text !== null && concernsHead(text, heads.rows));
      const opened = ReportedCase.open(counter, { day, kind, ratings: said.length, pastHead });
      em.persist(opened);
      record({
        subject: { type: 'ReportedCase', id: opened.id },
        after: { counter: counterId, day, kind, ratings: said.length, pastHead },
      });
      emit({ type: 'case.opened', payload: { caseId: opened.id } });
    }
    await em.flush();
  }
}
