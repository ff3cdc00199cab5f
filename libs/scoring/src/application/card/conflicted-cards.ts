import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { type Act } from '#lib/platform';
import { JuryPorts } from '#lib/jury';

const CAUGHT_UP = 'Phát hiện xung đột lợi ích';

/** Takes the cards that a conflict catches up with out of the count, in the act in which it begins. */
@Injectable()
export class ConflictedCards implements OnModuleInit {
  constructor(private readonly ports: JuryPorts) {}

  onModuleInit(): void {
    this.ports.registerConflictListener((act, contestId) => this.excuse(act, contestId));
  }

  /** Cards that are not signed and whose judge may not judge that initiative: out of the count, and kept. They are taken over by the event. */
  private async excuse(act: Act, contestId: string): Promise<void> {
    const { rows } = await sql<{ id: string }>`
      update scorecard c set state = 'EXCUSED', excused_at = ${act.at}, excuse_reason = ${CAUGHT_UP}, version = c.version + 1
      from round r where r.id = c.round_id and r.contest_id = ${contestId} and r.state <> 'CLOSED' and c.state = 'DRAFT'
        and exists (select 1 from conflict k where k.initiative_id = c.initiative_id and k.person_id = c.judge_id and k.active)
      returning c.id`.execute(act.em.getKysely());
    for (const { id } of rows) act.record({ subject: { type: 'Scorecard', id }, after: { state: 'EXCUSED' }, reason: CAUGHT_UP });
    if (rows.length > 0) act.emit({ type: 'cards.excused', payload: { contestId, cardIds: rows.map(({ id }) => id) } });
  }
}
