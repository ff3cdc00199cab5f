import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { IdentityPorts, type MergePart } from '#lib/identity';
import { isPublished } from '#lib/jury';

/** Tells identity what corrections mean where two records are to be one person's. */
@Injectable()
export class CorrectionsMerge implements OnModuleInit {
  constructor(private readonly ports: IdentityPorts) {}

  onModuleInit(): void {
    this.ports.registerMergePart(CORRECTIONS);
  }
}

/** Of contests whose result is public: of the others nothing that is sealed is told. */
const CORRECTIONS: MergePart = {
  broken: ({ merged, kept }) => sql`
    select 'MERGE_SECOND_PERSON' as code, '{}'::jsonb as detail where exists (
      select 1 from correction t join round r on r.id = t.round_id join contest ct on ct.id = r.contest_id where ${isPublished}
        and ((t.proposed_by_id = ${merged} and t.decided_by_id = ${kept}) or (t.proposed_by_id = ${kept} and t.decided_by_id = ${merged})))`,
};
