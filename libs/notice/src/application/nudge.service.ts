import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Refused, localDate, newId } from '#lib/kernel';
import { type Act, ActorSource, AwaitingQueries, UnitOfWork } from '#lib/platform';
import { noticeOn } from '../domain/delivery.js';
import { NoticeService } from './notice.service.js';

export interface NudgeOrder {
  /** As it awaits them: `card.sign`. */
  readonly kind: string;
  readonly subjectId: string;
  /** One of those for whom it waits; left out: all of them. */
  readonly personId?: string | null;
}

/** Reminds people of what awaits them, for the office that waits for it: what the office learns of them by it is what it is told anyway. */
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
      const asked = holders.filter((id) => id !== actor.id && (!order.personId || id === order.personId));
      if (asked.length === 0) throw new Refused('NUDGE_NOTHING_WAITS');
      const id = newId();
      const nudged = await this.keep(act, { id, officeId, order, people: asked });
      if (nudged.length === 0) throw new Refused('NUDGED_TODAY');
      for (const personId of nudged) await this.tell(act, order, personId);
      act.record({ subject: { type: 'Nudge', id }, after: { kind: order.kind, subjectId: order.subjectId, people: nudged } });
      return { id };
    });
  }

  /** The office that waits, which the actor is of, and for whom it waits as the actor is told. */
  private async office({ em, actor, at }: Act, { kind, subjectId }: NudgeOrder): Promise<{ officeId: string; holders: readonly string[] }> {
    const nudge = this.awaiting.kinds.find((one) => one.kind === kind)?.nudge;
    if (!nudge || !actor.can(nudge.permission)) throw new Refused('NOT_FOUND', { what: 'Awaited' }, 'kind');
    const id = sql`${subjectId}::uuid`;
    const { rows } = await sql<{ officeId: string; holders: string[] }>`
      select o.unit_id as "officeId", array(select h.person_id::text from (${nudge.holders(id, { now: at, day: localDate(at) })}) h (person_id)) as holders
      from (select ${nudge.office(actor, id)} as unit_id) o where o.unit_id is not null`.execute(em.getKysely());
    const [found] = rows;
    if (!found || !actor.covers(nudge.permission, found.officeId)) throw new Refused('NOT_FOUND', { what: 'Awaited' }, 'subjectId');
    return found;
  }

  /** Whoever was nudged about it on the day is not again, whoever would. */
  private async keep(
    { em, actor, at }: Act,
    { id, officeId, order, people }: { id: string; officeId: string; order: NudgeOrder; people: readonly string[] },
  ): Promise<string[]> {
    const { rows } = await sql<{ personId: string }>`
      insert into nudge (id, act_id, kind, subject_id, person_id, by_id, office_id, at, day)
      select gen_random_uuid(), ${id}, ${order.kind}, ${order.subjectId}, person_id, ${actor.id}, ${officeId}, ${at}, ${localDate(at)}::date
      from unnest(${people}::uuid[]) person_id
      on conflict do nothing returning person_id as "personId"`.execute(em.getKysely());
    return rows.map(({ personId }) => personId);
  }

  /** By what awaits the person by their own rights: nothing does any more where they have done it since the actor was last told. */
  private async tell({ actor, at }: Act, { kind, subjectId }: NudgeOrder, personId: string): Promise<void> {
    const [asVi, asEn] = [await this.actors.personNow(personId, 'vi'), await this.actors.personNow(personId, 'en')];
    const vi = asVi && (await this.awaiting.awaited(asVi, kind, subjectId));
    const en = asEn && (await this.awaiting.awaited(asEn, kind, subjectId));
    if (!vi || !en) return;
    const dueVi = vi.due ? ` Hạn: ${localDate(new Date(vi.due)).split('-').reverse().join('/')}.` : '';
    const dueEn = en.due ? ` Due: ${localDate(new Date(en.due))}.` : '';
    await this.notices.tell(actor, {
      people: [personId],
      kind: noticeOn(kind, 'nudged'),
      wording: {
        vi: { subject: `Nhắc: ${vi.label}`, text: `${vi.subject}. ${vi.who ?? 'Cơ quan tổ chức'} đang chờ.${dueVi}` },
        en: { subject: `Reminder: ${en.label}`, text: `${en.subject}. ${en.who ?? 'The office'} is waiting for it.${dueEn}` },
      },
      path: vi.link,
      dedupeKey: `nudge:${kind}:${subjectId}:${localDate(at)}`,
    });
  }
}
