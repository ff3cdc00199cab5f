import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { whyNotSearch } from '#domain/identity';
import { seesContest } from '#lib/contest';
import { peopleNamed } from '#lib/identity';
import { type Actor, type Page, type PageArgs, refuseIf } from '#lib/kernel';
import { Database, vietnamese } from '#lib/platform';
import { type OwnerName } from './initiative.rows.js';

/** Somebody who may be named an author: name and unit, nothing else. */
export interface PossibleAuthorRow {
  readonly id: string;
  readonly fullName: string;
  readonly unit: OwnerName;
}

/** Finds co-authors to name. */
@Injectable()
export class AuthorQueries {
  constructor(private readonly database: Database) {}

  /** People of the units on the contest's roster by a part of their name, tone marks apart; who has a seat in it is not among them. Refuses `SEARCH_TOO_SHORT`. */
  async possibleAuthors(
    actor: Actor,
    order: PageArgs & { readonly contestId: string; readonly search: string },
  ): Promise<Page<PossibleAuthorRow>> {
    refuseIf(whyNotSearch(order.search));
    return this.database.page<PossibleAuthorRow>(
      {
        columns: sql`page.key as id, page.full_name as "fullName",
          json_build_object('id', u.id, 'nameVi', u.name_vi, 'nameEn', u.name_en, 'abbreviation', u.abbreviation) as unit`,
        from: sql`contest c join roster_unit r on r.roster_id = c.roster_id join ${peopleNamed(order.search)} on p.unit_id = r.unit_id`,
        dress: { key: sql`p.id`, with: sql`p.full_name, p.unit_id`, from: sql`unit u on u.id = page.unit_id` },
        where: sql`c.id = ${order.contestId} and p.merged_into_id is null and c.phase <> 'DRAFT' and ${seesContest(actor)}
          and not exists (select 1 from seat s where s.contest_id = c.id and s.person_id = p.id and s.ended_at is null)`,
        plannedAnew: true,
        order: [
          { column: vietnamese(sql`p.full_name`), key: 'fullName', type: 'text' },
          { column: sql`p.id`, key: 'id', type: 'uuid' },
        ],
      },
      order,
    );
  }
}
