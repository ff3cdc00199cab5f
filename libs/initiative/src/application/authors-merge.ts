import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { IdentityPorts, type MergePart } from '#lib/identity';

/** Tells identity what authors mean where two records are to be one person's. */
@Injectable()
export class AuthorsMerge implements OnModuleInit {
  constructor(private readonly ports: IdentityPorts) {}

  onModuleInit(): void {
    this.ports.registerMergePart(AUTHORS);
  }
}

/** An initiative names its authors once each, and nobody who has a seat in its contest, or had one while that goes on. */
const AUTHORS: MergePart = {
  broken: ({ merged, kept }) => {
    const seated = (author: RawBuilder<unknown>, other: RawBuilder<unknown>) => sql`exists (
      select 1 from initiative_author a join initiative i on i.id = a.initiative_id and i.state <> 'WITHDRAWN'
      join seat s on s.contest_id = i.contest_id join contest c on c.id = i.contest_id
      where a.person_id = ${author} and s.person_id = ${other} and (s.ended_at is null or c.phase not in ('PUBLISHED', 'ARCHIVED', 'CANCELLED')))`;
    return sql`
      select 'MERGE_AUTHORS_BOTH' as code, '{}'::jsonb as detail where exists (select 1 from initiative_author a
        join initiative_author b on b.initiative_id = a.initiative_id where a.person_id = ${merged} and b.person_id = ${kept})
      union all select 'MERGE_AUTHOR_AND_SEAT', '{}' where ${seated(merged, kept)} or ${seated(kept, merged)}`;
  },
  touched: ({ merged, kept }) => {
    const sent = (
      author: RawBuilder<unknown>,
    ) => sql`(select count(*)::int from initiative_author a join initiative i on i.id = a.initiative_id
      where a.person_id = ${author} and i.submitted_at is not null)`;
    return sql`select 'AUTHORSHIPS' as kind, ${sent(merged)} as merged, ${sent(kept)} as kept`;
  },
};
