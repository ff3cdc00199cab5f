import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { SYSTEM } from '#lib/kernel';
import { type Delivered, OnEvent, UnitOfWork } from '#lib/platform';
import { ConflictDetectionService } from './conflict-detection.service.js';
import { RoundService } from './round.service.js';

const OUT = 'Sáng kiến không còn dự thi';

/** What scoring does when something happens in a context before it. */
@Injectable()
export class ScoringListeners {
  constructor(
    private readonly work: UnitOfWork,
    private readonly detection: ConflictDetectionService,
    private readonly rounds: RoundService,
  ) {}

  /** Who is seated, who is an author and where they work decide who may judge. */
  @OnEvent('scoring.detectConflicts', 'initiative.submitted', 'initiative.eligible', 'initiative.authorsChanged', 'contest.seatTaken', 'contest.seatEnded')
  detectConflicts({ payload: { contestId } }: Delivered<{ contestId: string }>): Promise<void> {
    return this.detection.detect(SYSTEM, contestId);
  }

  @OnEvent('scoring.planRounds', 'contest.phaseAdvanced', 'contest.ruleBookAmended')
  async planRounds({ type, payload: { contestId, to } }: Delivered<{ contestId: string; to?: string }>): Promise<void> {
    if (type === 'contest.ruleBookAmended' || to === 'JUDGING') await this.rounds.planAtJudging(SYSTEM, contestId);
  }

  /** Cards of an initiative that is out need no signature; signed ones are kept as they are. */
  @OnEvent('scoring.excuseCards', 'initiative.withdrawn', 'initiative.disqualified')
  excuseCards({ payload: { initiativeId } }: Delivered<{ initiativeId: string }>): Promise<void> {
    return this.work.act(SYSTEM, 'excuseCards', async ({ em, at, record }) => {
      const { rows } = await sql<{ id: string }>`
        update scorecard c set state = 'EXCUSED', excused_at = ${at}, excuse_reason = ${OUT}, version = c.version + 1
        from round r where r.id = c.round_id and r.state <> 'CLOSED' and c.initiative_id = ${initiativeId} and c.state = 'DRAFT'
        returning c.id`.execute(em.getKysely());
      if (rows.length > 0) record({ subject: { type: 'Initiative', id: initiativeId }, after: { excused: rows.map(({ id }) => id) }, reason: OUT });
    });
  }
}
