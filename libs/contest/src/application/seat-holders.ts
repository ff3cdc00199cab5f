import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { IdentityPorts } from '#lib/identity';

/** Tells identity who has a say in a contest by a seat: on its committee, its secretariat, or as its leader, until it is over. */
@Injectable()
export class SeatHolders implements OnModuleInit {
  constructor(private readonly ports: IdentityPorts) {}

  onModuleInit(): void {
    this.ports.registerSeats(
      (personId) => sql<boolean>`exists (select 1 from seat held join contest c on c.id = held.contest_id
        where held.person_id = ${personId} and held.kind <> 'JUDGE' and held.ended_at is null and c.phase not in ('ARCHIVED', 'CANCELLED'))`,
    );
  }
}
