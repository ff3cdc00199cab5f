import { LockMode } from '@mikro-orm/core';
import { Inject, Injectable } from '@nestjs/common';
import { Person } from '#domain/identity';
import { lockContest } from '#lib/contest';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { type Act, CONFIG, type Config, UnitOfWork } from '#lib/platform';
import {
  completeMarks,
  type GivenMark,
  Round,
  Scorecard,
  sealCard,
  totalOf,
  whyNotCorrectResult,
  whyNotProposeCorrection,
} from '#domain/scoring';
import {
  CORRECTION_STATE_WORDS,
  Correction,
  type CorrectionKind,
  whyNotDecideCorrection,
} from '../../domain/correction/correction.entity.js';
import { whyNotCorrect } from '../../domain/correction/policies.js';
import { CardCorrectionQueries } from './card-correction.queries.js';
import { CorrectionQueries, type CorrectionRow, DECIDE } from './correction.queries.js';

interface OnCorrection {
  readonly correctionId: string;
  readonly version: number;
}

/** How a correction of a closed round comes about: proposed, signed anew by the judge, withdrawn or rejected. Nothing of a result changes yet. */
@Injectable()
export class CorrectionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cards: CardCorrectionQueries,
    private readonly corrections: CorrectionQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Refuses a round that runs, a card that does not count, a second correction beside one that waits, and a contest in the archive. */
  proposeCorrection(actor: Actor, order: { scorecardId: string; kind: CorrectionKind; reason: string }): Promise<CorrectionRow> {
    return this.work.act(actor, 'proposeCorrection', async ({ em, at, record, emit }) => {
      const card = await this.cards.card(actor, order.scorecardId);
      if (!card) throw new Refused('NOT_FOUND', { what: 'Scorecard' });
      const { phase } = await lockContest(em, card.contestId, 'for update');
      const waits = (await em.count(Correction, { round: { contest: card.contestId }, state: { $in: ['PROPOSED', 'READY'] } })) > 0;
      refuseIf(whyNotProposeCorrection({ roundState: card.roundState, phase, waits: false }));
      refuseIf(whyNotCorrect(card, order.kind) ?? whyNotProposeCorrection({ roundState: card.roundState, phase, waits }));
      const correction = Correction.propose({
        round: em.getReference(Round, card.roundId),
        scorecard: em.getReference(Scorecard, card.id),
        kind: order.kind,
        reason: order.reason,
        by: em.getReference(Person, actor.id),
        at,
      });
      await em.persist(correction).flush();
      record({
        subject: { type: 'Correction', id: correction.id },
        after: { scorecardId: card.id, kind: order.kind, state: correction.state },
        reason: order.reason,
      });
      emit({ type: `correction.${correction.state === 'READY' ? 'ready' : 'proposed'}`, payload: payloadOf(correction, card) });
      return this.corrections.reread(actor, correction.id);
    });
  }

  /** The corrected marks, by the judge of the card; the log gets their hash and no mark. The card itself stays as it is until the second person agrees. */
  signCorrection(judge: Actor, order: OnCorrection & { marks: readonly GivenMark[] }): Promise<CorrectionRow> {
    return this.work.act(judge, 'signCorrection', async (act) => {
      const { em, at, record, emit } = act;
      const card = await this.cards.cardOf(judge, order.correctionId);
      if (!card) throw new Refused('NOT_FOUND', { what: 'Correction' });
      refuseIf(whyNotCorrectResult(await lockContest(em, card.contestId, 'for share')));
      const correction = await this.locked(act, order);
      if (correction.state !== 'PROPOSED') throw new Refused('CORRECTION_STATE', { state: CORRECTION_STATE_WORDS[correction.state] });
      refuseIf(whyNotCorrect(card, 'CARD_RESIGNED'));
      const marks = completeMarks(card.rule.rubric, order.marks);
      const completed = { ...card, judgeId: judge.id, marks, total: totalOf(marks), signedAt: at };
      const seal = sealCard(this.config.secret, completed);
      correction.sign(completed, seal);
      record({
        subject: { type: 'Correction', id: correction.id },
        before: { state: 'PROPOSED' },
        after: { state: 'READY', scorecardId: card.id, hash: seal.hash },
      });
      emit({ type: 'correction.ready', payload: payloadOf(correction, card) });
      await em.flush();
      return this.corrections.reread(judge, correction.id);
    });
  }

  /** By who proposed it. */
  withdrawCorrection(actor: Actor, order: OnCorrection): Promise<CorrectionRow> {
    return this.close(actor, { verb: 'withdrawCorrection', permission: 'round:manage', order }, (correction, { em, at }) => {
      if (correction.proposedBy.id !== actor.id) throw new Refused('CORRECTION_NOT_PROPOSER');
      correction.withdraw({ by: em.getReference(Person, actor.id), at });
    });
  }

  /** By a second person; the result stays. */
  rejectCorrection(actor: Actor, order: OnCorrection & { reason: string }): Promise<CorrectionRow> {
    return this.close(actor, { verb: 'rejectCorrection', permission: DECIDE, order }, (correction, { em, at }, row) => {
      refuseIf(whyNotDecideCorrection(row, { actorId: actor.id, to: 'REJECTED' }));
      correction.reject(order.reason, { by: em.getReference(Person, actor.id), at });
    });
  }

  private close(
    actor: Actor,
    { verb, permission, order }: { verb: string; permission: string; order: OnCorrection & { readonly reason?: string } },
    change: (correction: Correction, act: Act, row: CorrectionRow) => void,
  ): Promise<CorrectionRow> {
    return this.work.act(actor, verb, async (act) => {
      if (!(await this.cards.isInReach(actor, order.correctionId, permission))) throw new Refused('NOT_FOUND', { what: 'Correction' });
      const correction = await this.locked(act, order);
      const row = await this.corrections.reread(actor, order.correctionId);
      change(correction, act, row);
      act.record({
        subject: { type: 'Correction', id: correction.id },
        before: { state: row.state },
        after: { state: CORRECTION_STATE_WORDS[correction.state] },
        reason: order.reason ?? null,
      });
      await act.em.flush();
      return this.corrections.reread(actor, correction.id);
    });
  }

  private async locked({ em, onVersion }: Act, { correctionId, version }: OnCorrection): Promise<Correction> {
    const correction = await em.findOneOrFail(Correction, { id: correctionId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    onVersion(correction, version);
    return correction;
  }
}

function payloadOf(correction: Correction, { contestId, roundId, judgeId }: { contestId: string; roundId: string; judgeId: string }) {
  return { correctionId: correction.id, contestId, roundId, judgeId };
}
