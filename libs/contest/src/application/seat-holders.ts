import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { IdentityPorts, type MergePart } from '#lib/identity';
import { contestOver } from './contest.scope.js';

/** Tells identity who has a say in a contest by a seat, whether a contest is being judged, and what seats mean where two records are to be one person's. */
@Injectable()
export class SeatHolders implements OnModuleInit {
  constructor(private readonly ports: IdentityPorts) {}

  onModuleInit(): void {
    this.ports.registerSeats(
      (personId) => sql<boolean>`exists (select 1 from seat held join contest c on c.id = held.contest_id
        where held.person_id = ${personId} and held.kind <> 'JUDGE' and held.ended_at is null and ${GOES_ON})`,
    );
    this.ports.registerJudged(sql<boolean>`exists (select 1 from contest c where c.phase in ('JUDGING', 'DELIBERATION'))`);
    this.ports.registerMergePart(SEATS);
  }
}

const GOES_ON = sql<boolean>`not ${contestOver(sql`c`)}`;

/** Who has had a seat in a contest that goes on keeps it under their own record: what was given out to it is theirs alone. */
const SEATS: MergePart = {
  broken: ({ merged, kept }) => {
    const seats = (id: RawBuilder<unknown>) => sql`seat s join contest c on c.id = s.contest_id and ${GOES_ON} where s.person_id = ${id}`;
    return sql`
      select 'MERGE_SEATED' as code, '{}'::jsonb as detail where exists (select 1 from ${seats(merged)} and s.ended_at is null)
      union all select 'MERGE_SEATS_BOTH', '{}' where exists (select 1 from ${seats(merged)}
        and s.contest_id in (select s.contest_id from ${seats(kept)}))`;
  },
  touched: ({ merged, kept }) => {
    const seats = (id: RawBuilder<unknown>) => sql`(select count(*)::int from seat s where s.person_id = ${id})`;
    return sql`select 'SEATS' as kind, ${seats(merged)} as merged, ${seats(kept)} as kept`;
  },
};
