import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Act } from '../database/unit-of-work.js';
import { Import } from './import.entity.js';
import { type TriedRow, countRows } from './import-runner.js';
import { type ReadRow } from './import-kind.js';

/** The rows of an import as they are kept between the look at them and the end. */
@Injectable()
export class ImportStore {
  /** What was found takes the place of what was found before. */
  async keepRows({ em, at, record }: Act, brought: Import, rows: readonly TriedRow[]): Promise<void> {
    await sql`delete from import_row where import_id = ${brought.id}`.execute(em.getKysely());
    await sql`insert into import_row (import_id, number, fate, subject, typed, "values", steps, problems)
      select ${brought.id}, r.number, r.fate, r.subject, r.typed, r."values", r.steps, r.problems
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (number int, fate text, subject text, typed jsonb, "values" jsonb, steps jsonb, problems jsonb)`.execute(em.getKysely());
    const counts = countRows(rows);
    brought.checked(counts, at);
    record({ subject: { type: 'Import', id: brought.id }, after: { kind: brought.kind, fileId: brought.fileId, ...counts } });
    await em.flush();
  }

  async rowsOf({ em }: Pick<Act, 'em'>, importId: string): Promise<readonly TriedRow[]> {
    const { rows } = await sql<TriedRow>`select number, fate, subject, typed, "values", steps, problems from import_row
      where import_id = ${importId} order by number`.execute(em.getKysely());
    return rows;
  }
}

/** As they were read, with nothing found yet: only a whole sheet without problems is applied. */
export const asRead = ({ number, typed, values }: TriedRow): ReadRow => ({ number, typed, values, problems: [] });
