import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Clock, Refused, localDate } from '#lib/kernel';
import { type Act, type AttachLimits, Database, FileAccess } from '#lib/platform';
import { ACHIEVEMENT_STATE_WORDS, type AchievementState } from '../domain/achievement-states.js';
import { readScope, records } from './achievement.scope.js';

const EVIDENCE: AttachLimits = { maxFiles: 5, maxBytes: 20 * 1024 * 1024 };

/** What shows an achievement: a decision, a certificate. Attached by whom it is about or who declared it, until it is confirmed. */
@Injectable()
export class AchievementFiles implements OnModuleInit {
  constructor(
    private readonly access: FileAccess,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.access.register({
      type: 'achievement',
      called: 'What somebody achieved.',
      context: 'emulation',
      limitsFor: (act, id) => limits(act, id),
      mayRead: (actor, id) => this.mayRead(actor, id),
    });
  }

  private async mayRead(actor: Actor, id: string): Promise<boolean> {
    const today = localDate(this.clock.now());
    return (await this.database.first(sql`select 1 from achievement a where a.id = ${id} and ${readScope(actor, today)}`)) !== null;
  }
}

async function limits({ em, actor }: Act, id: string): Promise<AttachLimits> {
  const { rows } = await sql<{ state: AchievementState }>`
    select a.state from achievement a where a.id = ${id} and (a.person_id = ${records(actor)} or a.declared_by_id = ${records(actor)})
    for no key update`.execute(em.getKysely());
  if (!rows[0]) throw new Refused('NOT_FOUND');
  if (rows[0].state !== 'DECLARED') throw new Refused('ACHIEVEMENT_STATE', { state: ACHIEVEMENT_STATE_WORDS[rows[0].state] });
  return EVIDENCE;
}
