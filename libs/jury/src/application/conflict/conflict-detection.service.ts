import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, localDate, newId } from '#lib/kernel';
import { type Act, Database, UnitOfWork } from '#lib/platform';
import { type DetectedConflict, conflictKey, detectConflicts } from '../../domain/conflict/conflicts.js';
import { oversees } from '../scope.js';
import { JuryPorts } from '../jury.ports.js';
import { holdContest } from './hold-contest.js';
import { type Within, conflictField, factsFrom } from './conflict-field.js';

/** Keeps the detected conflicts of a contest in step with its seats, organisers, authors and units. */
@Injectable()
export class ConflictDetectionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly ports: JuryPorts,
  ) {}

  /**
   * Finds all conflicts anew: adds what is missing, takes away detected ones that no longer hold, leaves pinned ones alone.
   * Unsigned cards that a conflict catches up with are excused. Joins the act it is called in. `within` looks at one person or one
   * initiative only. The contest is held; who sends in an initiative holds it for share already.
   */
  detect(actor: Actor, contestId: string, within: Within = {}): Promise<void> {
    return this.work.act(actor, 'detectConflicts', async (act) => {
      await act.em.flush();
      if (!within.initiativeId) await holdContest(act, contestId);
      const found = await this.database.first(conflictField(contestId, { day: localDate(act.at), ...within }));
      if (!found) return;
      const detected = detectConflicts(found.people, found.initiatives, factsFrom(found));
      const holds = new Set(detected.map(conflictKey));
      const known = new Set(found.known.map(conflictKey));
      const fresh = detected.filter((conflict) => !known.has(conflictKey(conflict)));
      const gone = found.known.filter(
        (conflict) => conflict.source === 'DETECTED' && !conflict.pinned && !holds.has(conflictKey(conflict)),
      );
      const stays = within.rewritten ? gone.filter(({ active, judged }) => active && judged) : [];
      const taken = gone.filter((conflict) => !stays.includes(conflict));
      await insertDetected(act, contestId, fresh);
      if (stays.length > 0) await pin(act, stays);
      if (taken.length > 0)
        await sql`delete from conflict where id = any(${taken.map(({ id }) => id)}::uuid[])`.execute(act.em.getKysely());
      if (fresh.length + taken.length > 0) {
        act.record({
          subject: { type: 'Contest', id: contestId },
          after: { detected: fresh, gone: taken.map(({ personId, initiativeId, type }) => ({ personId, initiativeId, type })) },
        });
      }
      await this.reconsider(act, contestId, within.personId);
      await this.ports.conflictsBegan(act, contestId);
    });
  }

  /** Of one person, in every contest whose judging they take part in, may see, or were held in conflict in; in one order, so that two acts wait for one another. */
  async detectOf(actor: Actor, personId: string, rewritten = false): Promise<void> {
    const contests = await this.database.rows(sql<{ id: string }>`
      select ct.id from contest ct where ct.phase in ('OPEN', 'SCREENING', 'JUDGING', 'DELIBERATION', 'PUBLISHED') and (
        exists (select 1 from seat s where s.contest_id = ct.id and s.person_id = ${personId} and s.ended_at is null)
        or exists (select 1 from role_grant g where g.person_id = ${personId} and g.role in ('ORGANISER', 'LEADER') and g.state = 'IN_FORCE')
        or exists (select 1 from conflict k where k.contest_id = ct.id and k.person_id = ${personId})) order by ct.id`);
    for (const { id } of contests) await this.detect(actor, id, { personId, rewritten });
  }

  /**
   * What one organiser told of somebody, or pinned, who has come to a say in the judging since: it waits for a second person, as if it were told now.
   */
  private async reconsider(act: Act, contestId: string, personId: string | undefined): Promise<void> {
    if (personId === undefined) return;
    const { rows } = await sql<{ id: string }>`
      update conflict k set waits = true, pinned = k.source <> 'DETECTED', active = k.source = 'DETECTED', version = k.version + 1
      from contest ct where ct.id = k.contest_id and ct.id = ${contestId} and k.person_id = ${personId} and k.active and k.pinned and not k.waits
        and k.source <> 'DECLARED' and k.decided_by is null and k.proposed_by is not null and k.proposed_by <> k.person_id
        and ${oversees(sql`k.person_id`, localDate(act.at))} returning k.id`.execute(act.em.getKysely());
    for (const { id } of rows) {
      act.record({ subject: { type: 'Conflict', id }, before: { waits: false }, after: { waits: true } });
      act.emit({ type: 'conflict.proposed', payload: { conflictId: id } });
    }
  }
}

async function pin({ em, record }: Act, conflicts: readonly { readonly id: string }[]): Promise<void> {
  await sql`update conflict set pinned = true, version = version + 1 where id = any(${conflicts.map(({ id }) => id)}::uuid[])`.execute(
    em.getKysely(),
  );
  for (const { id } of conflicts) record({ subject: { type: 'Conflict', id }, before: { pinned: false }, after: { pinned: true } });
}

async function insertDetected({ em, at }: Act, contestId: string, conflicts: readonly DetectedConflict[]): Promise<void> {
  if (conflicts.length === 0) return;
  await sql`
    insert into conflict (id, contest_id, initiative_id, person_id, type, source, pinned, active, created_at, version)
    select found.id, ${contestId}::uuid, found.initiative_id, found.person_id, found.type, 'DETECTED', false, true, ${at}, 1
    from unnest(${conflicts.map(() => newId())}::uuid[], ${conflicts.map(({ initiativeId }) => initiativeId)}::uuid[],
      ${conflicts.map(({ personId }) => personId)}::uuid[], ${conflicts.map(({ type }) => type)}::text[]) as found (id, initiative_id, person_id, type)
    on conflict (initiative_id, person_id, type) do nothing`.execute(em.getKysely());
}
