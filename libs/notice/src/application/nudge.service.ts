import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Refused, localDate, newId } from '#lib/kernel';
import { type Act, ActorSource, type AwaitedRead, AwaitingQueries, UnitOfWork } from '#lib/platform';
import { NoticeService } from './notice.service.js';

export interface NudgeOrder {
  /** As it awaits them: `card.sign`. */
  readonly kind: string;
  readonly subjectId: string;
  /** One of those for whom it waits; left out: all of them. */
  readonly personId?: string | null;
}

/** What awaits somebody, as it is said in either language. */
interface Owed {
  readonly personId: string;
  readonly vi: AwaitedRead;
  readonly en: AwaitedRead;
}

/** Reminds people of what awaits them, for the office that waits for it. Whether it does is asked of what the person is told awaits them. */
@Injectable()
export class NudgeService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly awaiting: AwaitingQueries,
    private readonly actors: ActorSource,
    private readonly notices: NoticeService,
  ) {}

  /**
   * Refuses `NOT_FOUND` for what the actor's office does not wait for, `NUDGE_NOTHING_WAITS` where nothing of it awaits these people (any more),
   * `NUDGED_TODAY` where all of them were nudged about it on the day.
   */
  async nudge(actor: Actor, order: NudgeOrder): Promise<{ id: string }> {
    return this.work.act(actor, 'nudge', async (act) => {
      const { officeId, holders } = await this.office(act, order);
      const owing = await this.owing(
        order,
        holders.filter((id) => id !== actor.id && (!order.personId || id === order.personId)),
      );
      if (owing.length === 0) throw new Refused('NUDGE_NOTHING_WAITS');
      const id = newId();
      const nudged = await this.keep(act, { id, officeId, order, owing });
      if (nudged.length === 0) throw new Refused('NUDGED_TODAY');
      for (const one of owing.filter(({ personId }) => nudged.includes(personId))) await this.tell(act, order, one);
      act.record({ subject: { type: 'Nudge', id }, after: { kind: order.kind, subjectId: order.subjectId, people: nudged } });
      return { id };
    });
  }

  /** The office that waits, which the actor is of, and whom it may be waiting for. */
  private async office({ em, actor }: Act, { kind, subjectId }: NudgeOrder): Promise<{ officeId: string; holders: readonly string[] }> {
    const nudge = this.awaiting.kinds.find((one) => one.kind === kind)?.nudge;
    if (!nudge || !actor.can(nudge.permission)) throw new Refused('NOT_FOUND', { what: 'Awaited' }, 'kind');
    const { rows } = await sql<{ officeId: string | null; personId: string }>`
      select ${nudge.office(subjectId)} as "officeId", h.person_id as "personId" from (${nudge.holders(subjectId)}) h (person_id)`.execute(
      em.getKysely(),
    );
    const officeId = rows[0]?.officeId;
    if (!officeId || !actor.covers(nudge.permission, officeId)) throw new Refused('NOT_FOUND', { what: 'Awaited' }, 'subjectId');
    return { officeId, holders: [...new Set(rows.map(({ personId }) => personId))] };
  }

  /** Those for whom it waits now, by their own rights. */
  private async owing({ kind, subjectId }: NudgeOrder, people: readonly string[]): Promise<Owed[]> {
    const owed: Owed[] = [];
    for (const personId of people) {
      const [asVi, asEn] = [await this.actors.personNow(personId, 'vi'), await this.actors.personNow(personId, 'en')];
      const vi = asVi && (await this.awaiting.awaited(asVi, kind, subjectId));
      const en = asEn && (await this.awaiting.awaited(asEn, kind, subjectId));
      if (vi && en) owed.push({ personId, vi, en });
    }
    return owed;
  }

  /** Whoever was nudged about it on the day is not again, whoever would. */
  private async keep(
    { em, actor, at }: Act,
    { id, officeId, order, owing }: { id: string; officeId: string; order: NudgeOrder; owing: readonly Owed[] },
  ): Promise<string[]> {
    const { rows } = await sql<{ personId: string }>`
      insert into nudge (id, act_id, kind, subject_id, person_id, by_id, office_id, at, day)
      select gen_random_uuid(), ${id}, ${order.kind}, ${order.subjectId}, person_id, ${actor.id}, ${officeId}, ${at}, ${localDate(at)}::date
      from unnest(${owing.map(({ personId }) => personId)}::uuid[]) person_id
      on conflict do nothing returning person_id as "personId"`.execute(em.getKysely());
    return rows.map(({ personId }) => personId);
  }

  private async tell({ actor, at }: Act, { kind, subjectId }: NudgeOrder, { personId, vi, en }: Owed): Promise<void> {
    const dueVi = vi.due ? ` Hạn: ${localDate(new Date(vi.due)).split('-').reverse().join('/')}.` : '';
    const dueEn = en.due ? ` Due: ${localDate(new Date(en.due))}.` : '';
    await this.notices.tell(actor, {
      people: [personId],
      kind: `${kind.split('.')[0] ?? ''}.nudged`,
      wording: {
        vi: { subject: `Nhắc: ${vi.label}`, text: `${vi.subject}. ${vi.who ?? 'Cơ quan tổ chức'} đang chờ.${dueVi}` },
        en: { subject: `Reminder: ${en.label}`, text: `${en.subject}. ${en.who ?? 'The office'} is waiting for it.${dueEn}` },
      },
      path: vi.link,
      dedupeKey: `nudge:${kind}:${subjectId}:${localDate(at)}`,
    });
  }
}
