import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { grantsOn } from '#lib/identity';
import { Clock, SYSTEM, localDate } from '#lib/kernel';
import { type NoticeKind, NoticeService } from '#lib/notice';
import { Database, type Delivered, OnEvent } from '#lib/platform';
import { type ContestPhase, type DatedPhase } from '../domain/phases.js';
import { type ContestWords, announcedWords, cancelledWords, datesMovedWords, deadlineNearWords, phaseDueWords } from './contest.wording.js';

interface PhaseAdvanced {
  readonly contestId: string;
  readonly from: ContestPhase;
  readonly to: ContestPhase;
}

interface ContestFound extends ContestWords {
  readonly cancelReason: string | null;
}

/** Tells units and organisers what happens to a contest. */
@Injectable()
export class ContestNotices {
  constructor(
    private readonly notices: NoticeService,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @OnEvent('contest.tellPhase', 'contest.phaseAdvanced')
  async tellPhase({ payload }: Delivered): Promise<void> {
    const { contestId, from, to } = payload as unknown as PhaseAdvanced;
    const contest = await this.found(contestId);
    if (!contest) return;
    if (to === 'ANNOUNCED') await this.tellUnits(contestId, 'contest.announced', announcedWords(contest), '');
    if (to === 'CANCELLED' && from !== 'DRAFT')
      await this.tellUnits(contestId, 'contest.cancelled', cancelledWords(contest, contest.cancelReason ?? ''), '');
  }

  /** The third and the last day before the deadline; a moved deadline is told anew. */
  @OnEvent('contest.tellDeadline', 'contest.deadlineNear')
  async tellDeadline({ payload }: Delivered): Promise<void> {
    const { contestId, days, endsAt } = payload as { contestId: string; days: number; endsAt: string };
    const contest = await this.found(contestId);
    if (contest)
      await this.tellUnits(contestId, 'contest.deadlineNear', deadlineNearWords(contest, new Date(endsAt)), `${endsAt}:${String(days)}`);
  }

  @OnEvent('contest.tellDatesMoved', 'contest.datesMoved')
  async tellDatesMoved({ id, payload }: Delivered): Promise<void> {
    const { contestId, decisionNumber } = payload as { contestId: string; decisionNumber: string };
    const contest = await this.found(contestId);
    if (contest) await this.tellUnits(contestId, 'contest.datesMoved', datesMovedWords(contest, decisionNumber), id);
  }

  @OnEvent('contest.tellDue', 'contest.phaseDue')
  async tellDue({ payload }: Delivered): Promise<void> {
    const { contestId, phase, due } = payload as { contestId: string; phase: DatedPhase; due: string };
    const contest = await this.found(contestId);
    if (!contest) return;
    const people = await this.holders('ORGANISER', sql`g.unit_id in (select host_id from contest where id = ${contestId})`);
    await this.notices.tell(SYSTEM, {
      people,
      kind: 'contest.phaseDue',
      wording: phaseDueWords(contest, phase),
      path: `/contests/${contestId}`,
      dedupeKey: `contest.phaseDue:${contestId}:${phase}:${due}`,
    });
  }

  private async tellUnits(contestId: string, kind: NoticeKind, wording: ReturnType<typeof announcedWords>, about: string): Promise<void> {
    const people = await this.holders(
      'SUBMITTER',
      sql`g.unit_id in (select ru.unit_id from contest c join roster_unit ru on ru.roster_id = c.roster_id where c.id = ${contestId} union select host_id from contest where id = ${contestId})`,
    );
    await this.notices.tell(SYSTEM, { people, kind, wording, path: `/contests/${contestId}`, dedupeKey: `${kind}:${contestId}:${about}` });
  }

  /** Who holds a role today in one of these units. */
  private async holders(role: string, units: ReturnType<typeof sql>): Promise<string[]> {
    const today = localDate(this.clock.now());
    const rows = await this.database.rows(sql<{ id: string }>`
      select distinct g.person_id as id from ${grantsOn(today)} g where g.role = ${role} and ${units}`);
    return rows.map(({ id }) => id);
  }

  private async found(contestId: string): Promise<ContestFound | null> {
    const row = await this.database.first(sql<{ title: string; titleEn: string; cancelReason: string | null; deadline: string | null }>`
      select c.title, c.title_en as "titleEn", c.cancel_reason as "cancelReason",
             (select p.ends_at::text from phase p where p.contest_id = c.id and p.kind = 'OPEN') as deadline
      from contest c where c.id = ${contestId}`);
    return row && { ...row, deadline: row.deadline === null ? null : new Date(row.deadline) };
  }
}
