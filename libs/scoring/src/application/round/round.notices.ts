import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { takesPart } from '#lib/initiative';
import { SYSTEM } from '#lib/kernel';
import { NoticeService } from '#lib/notice';
import { Database, type Delivered, OnEvent } from '#lib/platform';
import { REACHED } from '../common/scope.js';
import { TELLS_ROUNDS } from './way-steps.js';

interface Reached {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly roundVi: string;
  readonly roundEn: string;
  readonly people: readonly string[];
}

/** Tells authors that their initiative is in a round that begins; of later rounds where the rule book lets them know. */
@Injectable()
export class RoundNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
  ) {}

  @OnEvent('scoring.tellRoundReached', 'round.opened')
  async tellRoundReached({ payload }: Delivered): Promise<void> {
    const roundId = String(payload.roundId);
    const reached = await this.database.rows(sql<Reached>`
      select i.id, i.code, i.title, r.rule->>'nameVi' as "roundVi", r.rule->>'nameEn' as "roundEn",
        array(select a.person_id::text from initiative_author a where a.initiative_id = i.id and ${takesPart(sql`a`)}) as people
      from round r join initiative i on i.contest_id = r.contest_id and i.state = 'ELIGIBLE'
      where r.id = ${roundId} and ${REACHED} and (r.ordinal = 1 or ${TELLS_ROUNDS}) order by i.code, i.id`);
    for (const { id, code, title, roundVi, roundEn, people } of reached)
      await this.notices.tell(SYSTEM, {
        people,
        kind: 'initiative.roundReached',
        wording: {
          vi: { subject: `Sáng kiến ${code} vào ${roundVi}`, text: `Sáng kiến “${title}” được đưa vào chấm ở ${roundVi}.` },
          en: {
            subject: `Initiative ${code} is in the round “${roundEn}”`,
            text: `The initiative “${title}” is being judged in the round “${roundEn}”.`,
          },
        },
        path: `/initiatives/${id}`,
        dedupeKey: `initiative.roundReached:${roundId}:${id}`,
      });
  }
}
