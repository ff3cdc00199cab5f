import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock, SYSTEM, localMoment } from '#lib/kernel';
import { NoticeService } from '#lib/notice';
import { Database, type Delivered, Every, OnEvent, Pieces } from '#lib/platform';
import { REMINDED_HOURS_BEFORE } from '../../domain/round/deadline.js';
import { CARD_DUE, CONFLICTED } from '../card/scorecard.queries.js';

/** A round that runs, with the judges whose cards of it are to be signed by its deadline and are not. */
interface Owed {
  readonly roundId: string;
  readonly dueAt: Date;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly title: string;
  readonly titleEn: string;
  readonly judges: string[];
}

const HOUR = 3_600_000;

/** What judges are told of the deadline of a round: that it was moved, and that it comes near while they have cards to sign. */
@Injectable()
export class RoundDueNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
    private readonly clock: Clock,
    private readonly pieces: Pieces,
  ) {}

  /** Once for each time before it. */
  @Every('scoring.remindRoundsDue', 900)
  async remindRoundsDue(signal?: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const rounds = await this.owed(
      sql<boolean>`r.due_at > ${now} and r.due_at <= ${new Date(now.getTime() + REMINDED_HOURS_BEFORE[0] * HOUR)}`,
    );
    await this.pieces.each(
      'scoring.remindRoundsDue',
      signal,
      rounds.map((owed) => [owed.roundId, () => this.remind(owed, now)] as const),
    );
  }

  @OnEvent('scoring.tellDueMoved', 'round.dueMoved')
  async tellDueMoved({ id, payload: { roundId, reason } }: Delivered<{ roundId: string; reason: string }>): Promise<void> {
    const [owed] = await this.owed(sql<boolean>`r.id = ${roundId}`);
    if (!owed) return;
    const { nameVi, nameEn, title, titleEn } = owed;
    await this.tell(owed, {
      kind: 'round.dueMoved',
      wording: {
        vi: {
          subject: `Hạn chấm ${nameVi}: ${shownAt(owed, 'vi')}`,
          text: `Hạn ký phiếu của ${nameVi}, ${title}, nay là ${shownAt(owed, 'vi')}. Lý do: ${reason}`,
        },
        en: {
          subject: `Deadline of ${nameEn}: ${shownAt(owed, 'en')}`,
          text: `The cards of ${nameEn}, ${titleEn}, are now to be signed by ${shownAt(owed, 'en')}. Reason: ${reason}`,
        },
      },
      dedupeKey: `round.dueMoved:${id}`,
    });
  }

  private remind(owed: Owed, now: Date): Promise<void> {
    const left = owed.dueAt.getTime() - now.getTime();
    const hours = REMINDED_HOURS_BEFORE.filter((before) => left <= before * HOUR).at(-1) ?? 0;
    const { nameVi, nameEn, title, titleEn } = owed;
    return this.tell(owed, {
      kind: 'round.due',
      wording: {
        vi: {
          subject: `Sắp hết hạn chấm: ${nameVi}`,
          text: `Ông/Bà còn phiếu chấm chưa ký ở ${nameVi}, ${title}. Hạn ký phiếu: ${shownAt(owed, 'vi')}.`,
        },
        en: {
          subject: `Due soon: ${nameEn}`,
          text: `You have cards of ${nameEn}, ${titleEn}, that are not signed. They are to be signed by ${shownAt(owed, 'en')}.`,
        },
      },
      dedupeKey: `round.due:${owed.roundId}:${owed.dueAt.toISOString()}:${String(hours)}`,
    });
  }

  private tell(
    { judges, roundId }: Owed,
    told: Pick<Parameters<NoticeService['tell']>[1], 'kind' | 'wording' | 'dedupeKey'>,
  ): Promise<void> {
    return this.notices.tell(SYSTEM, { ...told, people: judges, path: `/judging/${roundId}` });
  }

  private async owed(which: ReturnType<typeof sql<boolean>>): Promise<Owed[]> {
    const rows = await this.database.rows(sql<Omit<Owed, 'dueAt'> & { dueAt: string }>`
      select r.id as "roundId", r.due_at as "dueAt", r.rule->>'nameVi' as "nameVi", r.rule->>'nameEn' as "nameEn", ct.title, ct.title_en as "titleEn",
        array_agg(distinct c.judge_id::text) as judges
      from round r join contest ct on ct.id = r.contest_id join scorecard c on c.round_id = r.id join initiative i on i.id = c.initiative_id
      where r.state in ('OPEN', 'SETTLING') and ct.phase = 'JUDGING' and c.state = 'DRAFT' and i.state = 'ELIGIBLE' and not ${CONFLICTED}
        and ${CARD_DUE} is not null and ${which}
      group by r.id, ct.id`);
    return rows.map((row) => ({ ...row, dueAt: new Date(row.dueAt) }));
  }
}

const shownAt = ({ dueAt }: Owed, locale: 'vi' | 'en'): string => localMoment(dueAt, locale);
