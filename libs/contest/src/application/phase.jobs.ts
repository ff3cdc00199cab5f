import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock, Refused } from '#lib/kernel';
import { type Act, Database, Every, Pieces } from '#lib/platform';
import { type Contest } from '../domain/contest.entity.js';
import { dueAt, nextPhase, phaseAt } from '../domain/phases.js';
import { lockContest } from './load-contest.js';
import { PhaseService } from './phase.service.js';

const DAY = 24 * 60 * 60 * 1000;

/** How many days before the deadline the units are reminded, the furthest first. */
export const REMINDER_DAYS = [3, 1] as const;

/** What the clock does with contests: opens and closes them at their moments, says what is due, reminds of the deadline. */
@Injectable()
export class PhaseJobs {
  constructor(
    private readonly phases: PhaseService,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly pieces: Pieces,
  ) {}

  @Every('contest.advancePhases', 30)
  async advancePhases(signal?: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const running = await this.db.rows(sql<{ id: string }>`
      select distinct c.id from contest c join phase p on p.contest_id = c.id
      where c.phase not in ('DRAFT', 'ARCHIVED', 'CANCELLED') and (p.starts_at <= ${now} or p.ends_at - interval '3 days' <= ${now})
      order by c.id`);
    const pieces = running.map(({ id }) => [id, (act: Act) => this.advanceOne(act, id)] as const);
    await this.pieces.each('contest.advancePhases', signal, pieces);
  }

  private async advanceOne(act: Act, id: string): Promise<void> {
    const contest = await lockContest(act.em, id, 'for update');
    await this.advance(act, contest);
    this.tellDue(act, contest);
    this.remind(act, contest);
  }

  /** What stands in the way of a phase leaves the contest where it is: it is due, and somebody is told. */
  private async advance(act: Act, contest: Contest): Promise<void> {
    while (phaseAt(contest, act.at) !== contest.phase) {
      const next = nextPhase(contest.phase);
      if (!next) return;
      try {
        await this.phases.enter(act, contest, next);
      } catch (error) {
        if (error instanceof Refused) return;
        throw error;
      }
    }
  }

  private tellDue({ at, emit }: Act, contest: Contest): void {
    const next = nextPhase(contest.phase);
    const due = dueAt(contest);
    const phase = contest.phases.getItems().find(({ kind }) => kind === next);
    if (!phase || !due || due > at || phase.dueToldAt || contest.heldAt) return;
    phase.dueToldAt = at;
    emit({ type: 'contest.phaseDue', payload: { contestId: contest.id, phase: next, due: due.toISOString() } });
  }

  private remind({ at, emit }: Act, contest: Contest): void {
    const open = contest.phases.getItems().find(({ kind }) => kind === 'OPEN');
    if (contest.phase !== 'OPEN' || !open?.endsAt || open.endsAt <= at) return;
    const left = open.endsAt.getTime() - at.getTime();
    const days = REMINDER_DAYS.filter((one) => left <= one * DAY).at(-1);
    if (days === undefined || (open.toldDaysBefore !== null && open.toldDaysBefore <= days)) return;
    open.toldDaysBefore = days;
    emit({ type: 'contest.deadlineNear', payload: { contestId: contest.id, days, endsAt: open.endsAt.toISOString() } });
  }
}
