import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { RuleBook } from '#domain/contest';
import { Person } from '#domain/identity';
import { lockContest } from '#lib/contest';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { Correction, whyNotDecideCorrection } from '../../domain/correction/correction.entity.js';
import { type CorrectionEffect, correctionEffect } from '../../domain/correction/effect.js';
import { Round, whyNotCorrectResult } from '#domain/scoring';
import { whyNotCorrect } from '../../domain/correction/policies.js';
import { ContestResult, type RoundResult } from '../../domain/result/result.entity.js';
import { changeQualifiers, dropCards, keepVersion, placeNewcomers } from '#lib/scoring';
import { StandingsService } from '../result/standings.service.js';
import { CardCorrectionQueries, type CorrectionCard } from './card-correction.queries.js';
import { CorrectionFieldQueries } from './correction.field.js';
import { CorrectionQueries, type CorrectionRow, DECIDE } from './correction.queries.js';
import { correctedCard } from './corrected-card.js';
import { SignedResult } from './signed-result.js';

export interface ApplyOrder {
  readonly correctionId: string;
  readonly version: number;
  /** Who would pass into a round that is locked or closed keeps the place of the round they reached. */
  readonly acceptLate?: boolean | null;
}

/** Does a correction: the card's old version is kept, and every result it touches gets another version. */
@Injectable()
export class CorrectionApplyingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cards: CardCorrectionQueries,
    private readonly field: CorrectionFieldQueries,
    private readonly corrections: CorrectionQueries,
    private readonly standings: StandingsService,
    private readonly signed: SignedResult,
  ) {}

  /** By a second person. Refuses one that is not ready, somebody who would pass too late unless that is accepted, and who is no leader where prizes are signed for. */
  applyCorrection(actor: Actor, order: ApplyOrder): Promise<CorrectionRow> {
    return this.work.act(actor, 'applyCorrection', async (act) => {
      const { em, at, record, emit } = act;
      const seen = await this.corrections.reread(actor, order.correctionId);
      if (!(await this.cards.isInReach(actor, seen.id, DECIDE))) throw new Refused('NOT_FOUND', { what: 'Correction' });
      refuseIf(whyNotCorrectResult(await lockContest(em, seen.contestId, 'for update')));
      refuseIf(await this.signed.whyNotApply(actor, seen));
      const correction = await em.findOneOrFail(Correction, { id: seen.id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
      const card = await this.card(correction);
      refuseIf(whyNotDecideCorrection({ ...seen, state: correction.state }, { actorId: actor.id, to: 'APPLIED' }));
      act.onVersion(correction, order.version);
      refuseIf(whyNotCorrect(card, correction.kind));

      const effect = correctionEffect(await this.field.read(card), correctedCard(correction, card));
      if (!order.acceptLate) await this.refuseLate(effect);
      await this.correct(act, correction, card);
      const result = await this.keepRounds(act, effect);
      await this.followOn(act, effect);
      const final = await this.keepFinal(act, seen.contestId);
      correction.apply(result, { by: em.getReference(Person, actor.id), at });
      record({
        subject: { type: 'Correction', id: correction.id },
        before: { state: 'READY' },
        after: { state: 'APPLIED', scorecardId: card.id, hash: correction.hash, result: result.number, final: final?.number ?? null },
        reason: correction.reason,
      });
      emit({ type: 'result.corrected', payload: { correctionId: correction.id, contestId: seen.contestId, roundId: card.roundId } });
      await em.flush();
      return this.corrections.reread(actor, correction.id);
    });
  }

  private async card(correction: Correction): Promise<CorrectionCard> {
    const card = await this.cards.cardUnder(correction.id);
    if (!card) throw new Refused('NOT_FOUND', { what: 'Scorecard' });
    return card;
  }

  private async refuseLate({ laterRounds }: CorrectionEffect): Promise<void> {
    const late = laterRounds.flatMap(({ change }) => change.late);
    if (late.length === 0) return;
    throw new Refused('CORRECTION_ADMITS', { initiatives: (await this.field.codesOf(late)).join(', ') }, 'acceptLate');
  }

  /** By statements, as cards are signed: no entity of the card stands beside them. */
  private async correct(act: Act, correction: Correction, card: CorrectionCard): Promise<void> {
    await keepVersion(act, card.id);
    const change =
      correction.kind === 'CARD_EXCUSED'
        ? sql`state = 'EXCUSED', excused_at = ${act.at}, excuse_reason = ${correction.reason}`
        : sql`marks = k.marks, total = k.total, nonce = k.nonce, hash = k.hash, pseudonym = k.pseudonym, signed_at = k.signed_at`;
    await sql`update scorecard c set ${change}, version = c.version + 1 from correction k where k.id = ${correction.id} and c.id = k.scorecard_id`.execute(
      act.em.getKysely(),
    );
  }

  /** The corrected round first: the ladders of later ones ask for its new figures. */
  private async keepRounds(act: Act, { rounds }: CorrectionEffect): Promise<RoundResult> {
    const results: RoundResult[] = [];
    for (const {
      round: { id },
    } of rounds) {
      const round = await act.em.findOneOrFail(Round, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const book = await act.em.findOneOrFail(RuleBook, { id: round.ruleBook?.id ?? '' });
      results.push(await this.standings.keepRound(act, { round, book, cause: 'CORRECTION' }));
    }
    const [first] = results;
    if (!first) throw new Refused('ROUND_NOT_CLOSED');
    return first;
  }

  /** Who goes on is as the new result says. Whoever no longer passes into a round that is still planned loses the judges it was given there; who comes in presents, too. */
  private async followOn(act: Act, { laterRounds }: CorrectionEffect): Promise<void> {
    for (const { before, round, change } of laterRounds) {
      await changeQualifiers(act, before.id, change);
      if (round.state === 'PLANNED' && change.leaves.length > 0)
        await dropCards(act, sql`r.id = ${round.id} and c.initiative_id = any(${[...change.leaves]}::uuid[])`);
      if (change.joins.length > 0) await placeNewcomers(act, round.id);
    }
  }

  private async keepFinal(act: Act, contestId: string): Promise<ContestResult | null> {
    const kept = await act.em.findOne(ContestResult, { contest: contestId, supersededAt: null });
    if (!kept) return null;
    const book = await act.em.findOneOrFail(RuleBook, { id: kept.ruleBook.id });
    return this.standings.keepFinal(act, { contestId, book, cause: 'CORRECTION' });
  }
}
