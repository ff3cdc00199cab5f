import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { grantsOn } from '#lib/identity';
import { Clock, SYSTEM, localDate, shownDay } from '#lib/kernel';
import { NoticeService } from '#lib/notice';
import { Database, Every, Pieces, UnitOfWork } from '#lib/platform';
import { Adoption, AdoptionEvidence } from '../domain/adoption.entity.js';
import { DECAY_MONTHS, FRESH_MONTHS, checkUnderWay, decayDue, lastCheck } from '../domain/sustained.js';
import { addMonths } from '../domain/windows.js';
import { checkDueWords, decayedWords } from './rollout.wording.js';

interface Sustained {
  readonly id: string;
  readonly since: string;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly evidenceOn: readonly string[];
  readonly people: readonly string[];
}

/** Sustained use is asked for again at 6 and 12 months; where nothing fresh comes within a month of it, it is use only. */
@Injectable()
export class SustainedUse {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notices: NoticeService,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly pieces: Pieces,
  ) {}

  @Every('rollout.checkSustained', 3600)
  async checkSustained(signal?: AbortSignal): Promise<void> {
    const today = localDate(this.clock.now());
    const rows = await this.database.rows(this.sustained(today));
    const pieces = rows.map((one) => [one.id, () => this.look(one, today)] as const);
    await this.pieces.each('rollout.checkSustained', signal, pieces);
  }

  private async look(one: Sustained, today: string): Promise<void> {
    const facts = { state: 'SUSTAINED' as const, ...one };
    if (decayDue(facts, today)) {
      await this.decay(one.id);
      return;
    }
    const check = checkUnderWay(facts, today);
    if (check)
      await this.tell(one, { kind: 'adoption.check', key: check, wording: checkDueWords(one, check, addMonths(check, DECAY_MONTHS)) });
  }

  /** Looks again with the adoption held, since something may have been shown meanwhile. */
  private async decay(adoptionId: string): Promise<void> {
    await this.work.act(SYSTEM, 'job:decaySustained', async ({ em, at, record, emit }) => {
      const adoption = await em.findOneOrFail(Adoption, { id: adoptionId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const evidence = await em.find(AdoptionEvidence, { adoption });
      const { state, since } = adoption;
      const today = localDate(at);
      const on = decayDue({ state, since, evidenceOn: evidence.map(({ givenOn }) => givenOn) }, today);
      if (!on || adoption.basis === 'EXEMPT') return;
      const check = lastCheck(since, today) ?? on;
      const reason = `Không có minh chứng mới trong vòng một tháng sau kỳ kiểm tra ngày ${shownDay(check)}.`;
      const change = adoption.decay(on, { at, reason });
      em.persist(change);
      record({
        subject: { type: 'Adoption', id: adoption.id },
        before: { state },
        after: { state: 'IN_USE', effectiveOn: change.effectiveOn },
        reason,
      });
      emit({ type: 'adoption.changed', payload: { adoptionId: adoption.id, from: state, to: 'IN_USE', at: at.toISOString() } });
      await em.flush();
    });
    const one = await this.database.first(this.named(adoptionId, localDate(this.clock.now())));
    if (one) await this.tell(one, { kind: 'adoption.decayed', key: one.since, wording: decayedWords(one) });
  }

  private tell(
    { id, people }: Sustained,
    { kind, key, wording }: { kind: 'adoption.check' | 'adoption.decayed'; key: string; wording: ReturnType<typeof decayedWords> },
  ): Promise<void> {
    return this.notices.tell(SYSTEM, { people, kind, wording, path: `/adoptions/${id}`, dedupeKey: `${kind}:${id}:${key}` });
  }

  /** Those whose first check has come near. */
  private sustained(today: string) {
    const near = addMonths(today, FRESH_MONTHS);
    return this.rows(today, sql`a.state = 'SUSTAINED' and a.basis <> 'EXEMPT' and (a.since + interval '6 months')::date <= ${near}::date`);
  }

  private named(id: string, today: string) {
    return this.rows(today, sql`a.id = ${id} and a.state = 'IN_USE'`);
  }

  private rows(today: string, which: ReturnType<typeof sql>) {
    return sql<Sustained>`
      select a.id, a.since::text as since, r.title_vi as "titleVi", r.title_en as "titleEn",
        array(select e.given_on::text from adoption_evidence e where e.adoption_id = a.id) as "evidenceOn",
        array(select distinct g.person_id::text from ${grantsOn(today)} g where g.unit_id = a.unit_id and g.role = 'COMMUNE_OFFICER') as people
      from adoption a join rollout r on r.id = a.rollout_id where ${which} order by a.id`;
  }
}
