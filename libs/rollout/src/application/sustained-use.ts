import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { addMonths, localDate, shownDay, SYSTEM } from '#lib/kernel';
import { NoticeService } from '#lib/notice';
import { Every, Pieces, UnitOfWork } from '#lib/platform';
import { Adoption, AdoptionEvidence } from '../domain/adoption.entity.js';
import { DECAY_MONTHS, checkUnderWay, decayDue, lastCheck } from '../domain/sustained.js';
import { checkDueWords, decayedWords } from './rollout.wording.js';
import { type Sustained, SustainedQueries } from './sustained.queries.js';

/** Sustained use is asked for again at 6 and 12 months; where nothing fresh comes within a month of it, it is use only. */
@Injectable()
export class SustainedUse {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: SustainedQueries,
    private readonly notices: NoticeService,
    private readonly pieces: Pieces,
  ) {}

  @Every('rollout.checkSustained', 3600)
  async checkSustained(signal?: AbortSignal): Promise<void> {
    const { today, rows } = await this.queries.near();
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
    const one = await this.queries.inUse(adoptionId);
    if (one) await this.tell(one, { kind: 'adoption.decayed', key: one.since, wording: decayedWords(one) });
  }

  private tell(
    { id, people }: Sustained,
    { kind, key, wording }: { kind: 'adoption.check' | 'adoption.decayed'; key: string; wording: ReturnType<typeof decayedWords> },
  ): Promise<void> {
    return this.notices.tell(SYSTEM, { people, kind, wording, path: `/adoptions/${id}`, dedupeKey: `${kind}:${id}:${key}` });
  }
}
