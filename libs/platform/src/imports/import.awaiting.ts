import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { Awaits } from '../awaiting/awaits.js';
import { RUNNING, inReach } from './import.queries.js';
import { Imports } from './imports.js';

/** What waits for whoever brought in a sheet. */
@Injectable()
export class ImportAwaiting {
  constructor(private readonly registered: Imports) {}

  /** What was checked, has no problem and would write something, as `Import.refuseUnlessApplicable` has it; as long as its rows are kept. */
  @Awaits({
    kind: 'import.apply',
    act: 'applyImport',
    words: { vi: 'Xem lại và ghi danh sách đã kiểm tra', en: 'Look through a sheet that was checked, and apply it' },
  })
  toApply(actor: Actor): RawBuilder<unknown> | null {
    const kinds = this.registered.of(actor);
    if (kinds.length === 0) return null;
    const titles = kinds.map(({ name, title }) => sql`when ${name}::text then ${title[actor.locale]}::text`);
    return sql`select i.id as subject_id, concat_ws(': ', case i.kind ${sql.join(titles, sql` `)} end, i.file_name) as subject, i.checked_at as since,
        i.ends_at as due, null::text as who, i.make_count + i.change_count as count, '/imports/' || i.id as path
      from import i where i.person_id = ${actor.id} and i.state = 'CHECKED' and i.problem_count = 0 and i.make_count + i.change_count > 0
        and not i.rows_removed and ${inReach(actor, kinds)}
        and not ${RUNNING}`;
  }
}
