import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { SYSTEM, localDate, shownDay } from '#lib/kernel';
import { NoticeService } from '#lib/notice';
import { type Act, Every, Pieces } from '#lib/platform';
import { CalendarQueries } from '#lib/units';
import { OVERDUE_STEPS, TO_DO } from '../domain/action-states.js';
import { type ToldOf, toldOf } from './heads.js';

interface Late extends ToldOf {
  readonly id: string;
  readonly told: number;
  readonly dueOn: string;
  readonly owner: string;
  readonly remedy: string;
  readonly unitVi: string;
  readonly unitEn: string;
}

/** Tells of corrective actions that are not done: their owners on the due day, heads three working days later, the office after five; each once, in one notice. */
@Injectable()
export class ActionOverdueJobs {
  constructor(
    private readonly notices: NoticeService,
    private readonly calendars: CalendarQueries,
    private readonly pieces: Pieces,
  ) {}

  @Every('feedback.tellOverdueActions', 3600)
  async tell(signal?: AbortSignal): Promise<void> {
    await this.pieces.each('feedback.tellOverdueActions', signal, [['all', (act: Act) => this.tellAll(act)]]);
  }

  private async tellAll({ em, at, record }: Act): Promise<void> {
    const today = localDate(at);
    const { rows: late } = await lateOn(today).execute(em.getKysely());
    const calendar = await this.calendars.calendar();
    const lists = new Map<string, Late[]>();
    for (const action of late) {
      const reached = OVERDUE_STEPS.filter(
        ({ after }) => after === 0 || calendar.lastDay(action.dueOn, { amount: after, countedIn: 'WORKING_DAY' }) <= today,
      ).length;
      if (reached <= action.told) continue;
      const people = OVERDUE_STEPS.slice(action.told, reached).flatMap(({ told }) => (told === 'owner' ? [action.owner] : action[told]));
      for (const person of new Set(people)) lists.set(person, [...(lists.get(person) ?? []), action]);
      await sql`update corrective_action set told = ${reached} where id = ${action.id}`.execute(em.getKysely());
      record({ subject: { type: 'CorrectiveAction', id: action.id }, before: { told: action.told }, after: { told: reached } });
    }
    for (const [person, actions] of lists) await this.tellOne(person, actions, today);
  }

  private tellOne(person: string, actions: readonly Late[], today: string): Promise<void> {
    const count = actions.length;
    return this.notices.tell(SYSTEM, {
      people: [person],
      kind: 'action.overdue',
      wording: {
        vi: {
          subject: `${String(count)} biện pháp khắc phục đến hạn hoặc quá hạn`,
          text: actions.map(({ unitVi, remedy, dueOn }) => `${unitVi}: ${remedy} (hạn ${shownDay(dueOn)}).`).join('\n'),
        },
        en: {
          subject: `Corrective actions that are due: ${String(count)}`,
          text: actions.map(({ unitEn, remedy, dueOn }) => `${unitEn}: ${remedy} (due ${shownDay(dueOn, 'en')}).`).join('\n'),
        },
      },
      path: '/actions',
      dedupeKey: `action.overdue:${today}`,
    });
  }
}

const lateOn = (today: string) => sql<Late>`
  select a.id, a.told, a.due_on::text as "dueOn", a.owner_id::text as owner, a.remedy, u.name_vi as "unitVi", u.name_en as "unitEn", ${toldOf(today)}
  from corrective_action a join unit u on u.id = a.unit_id
  where a.state = any(${[...TO_DO]}::text[]) and a.due_on <= ${today}::date and a.told < ${sql.lit(OVERDUE_STEPS.length)} order by a.due_on, a.id`;
