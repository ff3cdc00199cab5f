import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { Database, Rereads } from '#lib/platform';

/** An initiative as its judge reads it; `id` is the card's. */
export interface DossierRow {
  readonly id: string;
  readonly initiativeId: string;
  readonly code: string;
  readonly title: string;
  readonly problem: string;
  readonly solution: string;
  readonly novelty: string;
  readonly effect: string;
  readonly influence: string;
  readonly firstAppliedOn: string | null;
  readonly ownerNameVi: string;
  readonly ownerNameEn: string;
  readonly areaNameVi: string;
  readonly areaNameEn: string;
}

@Injectable()
export class DossierQueries {
  constructor(private readonly database: Database) {}

  /** Only to the card's judge, once they have attested, while no conflict stands and the card is not excused. */
  @Rereads('Dossier')
  dossier(judge: Actor, scorecardId: string): Promise<DossierRow | null> {
    return this.database.first(sql<DossierRow>`
      select c.id, i.id as "initiativeId", i.code, i.title, i.problem, i.solution, i.novelty, i.effect, i.influence, i.first_applied_on::text as "firstAppliedOn",
        u.name_vi as "ownerNameVi", u.name_en as "ownerNameEn", f.name_vi as "areaNameVi", f.name_en as "areaNameEn"
      from scorecard c join initiative i on i.id = c.initiative_id join unit u on u.id = i.owner_id join reform_area f on f.id = i.area_id
      where c.id = ${scorecardId} and c.judge_id = ${judge.id} and c.state <> 'EXCUSED'
        and exists (select 1 from attestation a where a.initiative_id = c.initiative_id and a.judge_id = c.judge_id)
        and not exists (select 1 from conflict k where k.initiative_id = c.initiative_id and k.person_id = c.judge_id and k.active)`);
  }
}
