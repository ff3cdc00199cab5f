import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { SYSTEM } from '#lib/kernel';
import { type Delivered, OnEvent, UnitOfWork } from '#lib/platform';
import { NoteService } from './card/note.service.js';
import { RoundService } from './round/round.service.js';

const OUT = 'Sáng kiến không còn dự thi';
const LEFT = 'Không còn là thành viên Ban Giám khảo';

/** What scoring does when something happens in a context before it. */
@Injectable()
export class ScoringListeners {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rounds: RoundService,
    private readonly notes: NoteService,
  ) {}

  @OnEvent('scoring.planRounds', 'contest.phaseAdvanced', 'contest.ruleBookAmended')
  async planRounds({ type, payload: { contestId, to } }: Delivered<{ contestId: string; to?: string }>): Promise<void> {
    if (type === 'contest.ruleBookAmended' || to === 'JUDGING') await this.rounds.planAtJudging(SYSTEM, contestId);
  }

  /** What judges noted for themselves ends with the contest. */
  @OnEvent('scoring.forgetNotes', 'contest.phaseAdvanced')
  async forgetNotes({ payload: { contestId, to } }: Delivered<{ contestId: string; to: string }>): Promise<void> {
    if (to === 'ARCHIVED' || to === 'CANCELLED') await this.notes.forgetNotes(contestId);
  }

  /** Cards of an initiative that is out need no signature; signed ones are kept as they are. */
  @OnEvent('scoring.excuseCards', 'initiative.withdrawn', 'initiative.disqualified')
  excuseCards({ payload: { initiativeId } }: Delivered<{ initiativeId: string }>): Promise<void> {
    return this.excuse(sql`c.initiative_id = ${initiativeId}`, { subject: { type: 'Initiative', id: initiativeId }, reason: OUT });
  }

  /** Who left the jury signs no more; what they signed stands, and others take over the rest. */
  @OnEvent('scoring.excuseJudge', 'contest.seatEnded')
  async excuseJudge({
    payload: { contestId, seatId, personId, kind },
  }: Delivered<Record<'contestId' | 'seatId' | 'personId' | 'kind', string>>): Promise<void> {
    if (kind !== 'JUDGE') return;
    await this.excuse(sql`c.judge_id = ${personId} and r.contest_id = ${contestId}`, {
      subject: { type: 'Seat', id: seatId },
      reason: LEFT,
      leftIn: contestId,
    });
  }

  private excuse(
    which: RawBuilder<unknown>,
    { subject, reason, leftIn }: { subject: { type: string; id: string }; reason: string; leftIn?: string },
  ): Promise<void> {
    return this.work.act(SYSTEM, 'excuseCards', async ({ em, at, record, emit }) => {
      const { rows } = await sql<{ id: string }>`
        update scorecard c set state = 'EXCUSED', excused_at = ${at}, excuse_reason = ${reason}, version = c.version + 1
        from round r where r.id = c.round_id and r.state <> 'CLOSED' and c.state = 'DRAFT' and ${which}
        returning c.id`.execute(em.getKysely());
      const cardIds = rows.map(({ id }) => id);
      if (cardIds.length === 0) return;
      record({ subject, after: { excused: cardIds }, reason });
      if (leftIn) emit({ type: 'cards.excused', payload: { contestId: leftIn, cardIds } });
    });
  }
}
