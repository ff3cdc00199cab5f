import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { grantsOn } from '#lib/identity';
import { Clock, type Role, SYSTEM, localDate } from '#lib/kernel';
import { NoticeService } from '#lib/notice';
import { Database, type Delivered, OnEvent } from '#lib/platform';
import { type PlanWords, planApprovedWords, planChangedWords, planReturnedWords, planSubmittedWords } from './plan.wording.js';

type Words = (plan: PlanWords) => ReturnType<typeof planSubmittedWords>;

interface Telling {
  readonly role: Role;
  readonly to: string;
  /** What must still be so when it is told; of the sending `a` and its contest `c`. */
  readonly holds: ReturnType<typeof sql>;
  readonly words: Words;
}

/** Tells who leads that a plan waits for them, or is no longer what they approved; and who organises what the leader answered. */
@Injectable()
export class PlanNotices {
  constructor(
    private readonly notices: NoticeService,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @OnEvent('contest.tellPlanSubmitted', 'contest.planSubmitted')
  tellSubmitted(event: Delivered): Promise<void> {
    return this.tell(event, {
      role: 'LEADER',
      to: '/to-sign',
      holds: sql`a.state = 'SENT' and a.contest_version = c.version`,
      words: planSubmittedWords,
    });
  }

  @OnEvent('contest.tellPlanApproved', 'contest.planApproved')
  tellApproved(event: Delivered): Promise<void> {
    return this.tell(event, { role: 'ORGANISER', to: SETUP, holds: sql`a.state = 'APPROVED'`, words: planApprovedWords });
  }

  @OnEvent('contest.tellPlanReturned', 'contest.planReturned')
  tellReturned(event: Delivered): Promise<void> {
    return this.tell(event, { role: 'ORGANISER', to: SETUP, holds: sql`a.state = 'RETURNED'`, words: planReturnedWords });
  }

  /** Once for each sending, and only where the contest really says something else now. */
  @OnEvent('contest.tellPlanChanged', 'contest.planTouched')
  tellChanged(event: Delivered): Promise<void> {
    const holds = sql`a.state <> 'RETURNED' and a.contest_version <> c.version and c.leader_approves`;
    return this.tell({ ...event, type: 'contest.planChanged' }, { role: 'LEADER', to: SETUP, holds, words: planChangedWords });
  }

  private async tell({ type, payload }: Pick<Delivered, 'type' | 'payload'>, { role, to, holds, words }: Telling): Promise<void> {
    const approvalId = String(payload.approvalId);
    const today = localDate(this.clock.now());
    const plan = await this.database.first(sql<PlanWords & { readonly contestId: string; readonly people: readonly string[] }>`
      with recursive above (id, parent_id) as (
        select u.id, u.parent_id from unit u join contest c on c.host_id = u.id join plan_approval a on a.contest_id = c.id where a.id = ${approvalId}
        union select u.id, u.parent_id from unit u join above on above.parent_id = u.id)
      select c.id as "contestId", c.title, c.title_en as "titleEn", a.return_reason as reason, a.state = 'APPROVED' as approved,
        array(select distinct g.person_id::text from ${grantsOn(today)} g join above on above.id = g.unit_id where g.role = ${role}) as people
      from plan_approval a join contest c on c.id = a.contest_id where a.id = ${approvalId} and c.phase = 'DRAFT' and ${holds}`);
    if (!plan) return;
    const path = to.replace('{contest}', plan.contestId);
    await this.notices.tell(SYSTEM, {
      people: plan.people,
      kind: type as 'contest.planSubmitted',
      wording: words(plan),
      path,
      dedupeKey: `${type}:${approvalId}`,
    });
  }
}

const SETUP = '/contests/{contest}/setup';
