import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { IdentityPorts, type MergePart } from '#lib/identity';
import { type Act } from '#lib/platform';
import { isPublished } from '../scope.js';

/** Tells identity what conflicts mean where two records are to be one person's. */
@Injectable()
export class ConflictsMerge implements OnModuleInit {
  constructor(private readonly ports: IdentityPorts) {}

  onModuleInit(): void {
    this.ports.registerMergePart(CONFLICTS);
  }
}

/** Of contests whose result is public: of the others nothing that is sealed is told. */
const CONFLICTS: MergePart = {
  broken: ({ merged, kept }) => sql`
    select 'MERGE_SECOND_PERSON' as code, '{}'::jsonb as detail where exists (
      select 1 from conflict t join contest ct on ct.id = t.contest_id where ${isPublished}
        and ((t.proposed_by = ${merged} and t.decided_by = ${kept}) or (t.proposed_by = ${kept} and t.decided_by = ${merged})))`,
  merged: carryConflicts,
  undone: takeConflictsBack,
};

/** What was told of the merged record holds for the person: it stands with the record that goes on too. What is detected is detected for that one anew. */
async function carryConflicts({ em, at, record }: Act, { mergedId, keptId }: { mergedId: string; keptId: string }): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    insert into conflict (id, contest_id, initiative_id, person_id, type, source, pinned, active, reason, proposed_by, decided_by, created_at, version)
    select gen_random_uuid(), k.contest_id, k.initiative_id, ${keptId}::uuid, k.type, k.source, k.pinned, true, k.reason, k.proposed_by, k.decided_by, ${at}, 1
    from conflict k where k.person_id = ${mergedId} and k.active and not k.waits and (k.source <> 'DETECTED' or k.pinned)
    on conflict (initiative_id, person_id, type) do nothing returning id`.execute(em.getKysely());
  for (const { id } of rows) record({ subject: { type: 'Conflict', id }, after: { person: keptId, carriedFrom: mergedId } });
}

/** What the merge brought and nobody has decided on since. */
async function takeConflictsBack(
  { em, record }: Act,
  { mergedId, keptId, mergedAt }: { mergedId: string; keptId: string; mergedAt: Date },
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    delete from conflict k where k.person_id = ${keptId} and k.created_at = ${mergedAt} and k.version = 1 and exists (
      select 1 from conflict told where told.person_id = ${mergedId} and told.initiative_id = k.initiative_id and told.type = k.type) returning k.id`.execute(
    em.getKysely(),
  );
  for (const { id } of rows) record({ subject: { type: 'Conflict', id }, after: { takenBack: true } });
}
