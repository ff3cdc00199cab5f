import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Refused, newId, refuseIf } from '#lib/kernel';
import { type Act, CONFIG, type Config, UnitOfWork, sameContent } from '#lib/platform';
import { type GivenMark, completeMarks, draftMarks, totalOf, withKept } from '../../domain/card/marks.js';
import { whyNotAttest, whyNotMark, whyNotOpenDossier, whyNotSign } from '../../domain/card/policies.js';
import { type Seal, sealCard } from '../../domain/card/seal.js';
import { DossierQueries, type DossierRow } from './dossier.queries.js';
import { type CardRecord, type CardToSign, ScorecardQueries, type ScorecardRow } from './scorecard.queries.js';

export interface MarksOrder {
  readonly scorecardId: string;
  /** The version that was on the screen. */
  readonly version: number;
  readonly marks: readonly GivenMark[];
}

/**
 * What a judge does with a card of theirs. A card is read and locked by one statement and written by another,
 * without an entity between them: signing is what many judges do in the last hour.
 */
@Injectable()
export class ScorecardService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cards: ScorecardQueries,
    private readonly dossiers: DossierQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The judge's word that nothing ties them to the card's initiative; given once. */
  attest(judge: Actor, { scorecardId }: { scorecardId: string }): Promise<ScorecardRow> {
    return this.work.act(judge, 'attest', async ({ em, at, record }) => {
      const card = await this.lock(judge, scorecardId);
      refuseIf(whyNotAttest(card));
      if (card.attested) return this.cards.asScorecard(judge, card);
      await sql`insert into attestation (id, initiative_id, judge_id, attested_at) values (${newId()}, ${card.initiative.id}, ${judge.id}, ${at})
        on conflict do nothing`.execute(em.getKysely());
      record({ subject: { type: 'Initiative', id: card.initiative.id }, after: { attested: true } });
      return this.cards.asScorecard(judge, { ...card, attested: true });
    });
  }

  /** The initiative as a judge reads it. Refuses without an attestation; each reading is logged. */
  openDossier(judge: Actor, { scorecardId }: { scorecardId: string }): Promise<DossierRow> {
    return this.work.act(judge, 'openDossier', async ({ record }) => {
      const card = await this.lock(judge, scorecardId);
      refuseIf(whyNotOpenDossier(card));
      const dossier = await this.dossiers.dossier(judge, scorecardId);
      if (!dossier) throw new Refused('NOT_FOUND');
      record({ subject: { type: 'Initiative', id: card.initiative.id }, after: { read: true } });
      return dossier;
    });
  }

  /** Keeps what was typed so far. May be incomplete, but nothing in it may be wrong. */
  saveScorecard(judge: Actor, order: MarksOrder): Promise<ScorecardRow> {
    return this.work.act(judge, 'saveScorecard', async (act) => {
      const card = await this.lockToMark(act, order);
      const marks = draftMarks(card.rule.rubric, withKept(order.marks, card.marks));
      if (sameContent(marks, card.marks)) return this.cards.asScorecard(judge, card);
      await act.writeLast(sql`update scorecard set marks = ${JSON.stringify(marks)}::jsonb, version = version + 1 where id = ${card.id}`);
      act.record({ subject: { type: 'Scorecard', id: card.id }, after: { version: card.version + 1 } });
      return this.cards.asScorecard(judge, { ...card, marks, version: card.version + 1 });
    });
  }

  /** Final. Refuses an incomplete card, one that is signed, one whose round is not open, and one whose deadline has passed; the log gets a hash and no mark. */
  signScorecard(judge: Actor, order: MarksOrder): Promise<ScorecardRow> {
    return this.work.act(judge, 'signScorecard', async (act) => {
      const card = await this.lockToMark(act, order, whyNotSign);
      const marks = completeMarks(card.rule.rubric, withKept(order.marks, card.marks));
      const signed = { ...card, marks, total: totalOf(marks), signedAt: act.at, state: 'SIGNED' as const, version: card.version + 1 };
      const seal = sealCard(this.config.secret, { ...signed, initiativeId: card.initiative.id, judgeId: judge.id });
      await writeSigned(act, signed, seal);
      act.record({ subject: { type: 'Scorecard', id: card.id }, after: { hash: seal.hash } });
      act.emit({ type: 'scorecard.signed', payload: { scorecardId: card.id, roundId: card.roundId } });
      return this.cards.asScorecard(judge, { ...signed, hash: seal.hash });
    });
  }

  private async lock(judge: Actor, id: string): Promise<CardToSign> {
    const card = await this.cards.lockedCard(judge, id);
    if (!card) throw new Refused('NOT_FOUND', { what: 'Scorecard' });
    return card;
  }

  private async lockToMark(
    { actor, at, onVersion }: Act,
    { scorecardId, version }: MarksOrder,
    whyNot: typeof whyNotSign = whyNotMark,
  ): Promise<CardToSign> {
    const card = await this.lock(actor, scorecardId);
    refuseIf(whyNot(card, at));
    onVersion(card, version);
    return card;
  }
}

async function writeSigned({ writeLast, at }: Act, card: Pick<CardRecord, 'id' | 'marks' | 'total'>, seal: Seal): Promise<void> {
  await writeLast(sql`update scorecard set state = 'SIGNED', marks = ${JSON.stringify(card.marks)}::jsonb, total = ${card.total}::numeric, signed_at = ${at},
    nonce = ${seal.nonce}, hash = ${seal.hash}, pseudonym = ${seal.pseudonym}, version = version + 1 where id = ${card.id}`);
}
