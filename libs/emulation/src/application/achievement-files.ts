import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Clock, Refused, localDate, refuseIf } from '#lib/kernel';
import { type Act, type AttachLimits, Database, FileAccess } from '#lib/platform';
import { whyNotAttach } from '../domain/achievement-states.js';
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
  const own = sql<boolean>`a.person_id = ${records(actor)}`;
  const declared = sql<boolean>`coalesce(a.declared_by_id = ${records(actor)}, false)`;
  const { rows } = await sql<Parameters<typeof whyNotAttach>[0]>`
    select a.state, ${own} as own, ${declared} as declared from achievement a where a.id = ${id} and (${own} or ${declared})
    for no key update`.execute(em.getKysely());
  if (!rows[0]) throw new Refused('NOT_FOUND');
  refuseIf(whyNotAttach(rows[0]));
  return EVIDENCE;
}
