import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { IdentityPorts, type MergePart } from '#lib/identity';
import { isPublished } from '#lib/jury';

/** Tells identity what cards and second persons mean where two records are to be one person's. */
@Injectable()
export class CardsMerge implements OnModuleInit {
  constructor(private readonly ports: IdentityPorts) {}

  onModuleInit(): void {
    this.ports.registerMergePart(CARDS);
  }
}

/** Cards of contests whose result is public. Of the others seats say enough, and nothing that is sealed is told. */
const judged = (
  judge: RawBuilder<unknown>,
) => sql`scorecard c join round r on r.id = c.round_id join contest ct on ct.id = r.contest_id and ${isPublished}
  where c.judge_id = ${judge} and (c.state = 'SIGNED' or exists (select 1 from scorecard_version v where v.scorecard_id = c.id))`;

const CARDS: MergePart = {
  broken: ({ merged, kept }) => {
    const wrote = (author: RawBuilder<unknown>, judge: RawBuilder<unknown>) => sql`exists (select 1 from ${judged(judge)} and exists (
      select 1 from initiative_author a join initiative i on i.id = a.initiative_id
      where a.person_id = ${author} and i.contest_id = ct.id and i.state <> 'WITHDRAWN'))`;
    const both = (table: string, first: string, second: string) => {
      const by = (one: RawBuilder<unknown>, other: RawBuilder<unknown>) =>
        sql`(t.${sql.ref(first)} = ${one} and t.${sql.ref(second)} = ${other})`;
      return sql`exists (select 1 from ${sql.table(table)} t join ${ITS_CONTEST[table] ?? sql``} where ${isPublished} and (${by(merged, kept)} or ${by(kept, merged)}))`;
    };
    return sql`
      select 'MERGE_JUDGED_BOTH' as code, '{}'::jsonb as detail where exists (select 1 from ${judged(merged)}
        and c.initiative_id in (select c.initiative_id from ${judged(kept)}))
      union all select 'MERGE_AUTHOR_AND_SEAT', '{}' where ${wrote(merged, kept)} or ${wrote(kept, merged)}
      union all select 'MERGE_SECOND_PERSON', '{}' where ${both('reopening', 'requested_by_id', 'decided_by_id')}`;
  },
  touched: ({ merged, kept }) => {
    const cards = (judge: RawBuilder<unknown>) => sql`(select count(*)::int from ${judged(judge)})`;
    return sql`select 'CARDS' as kind, ${cards(merged)} as merged, ${cards(kept)} as kept`;
  },
};

const ITS_CONTEST: Readonly<Record<string, RawBuilder<unknown>>> = {
  reopening: sql`scorecard c on c.id = t.scorecard_id join round r on r.id = c.round_id join contest ct on ct.id = r.contest_id`,
};
