import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Contest } from '#domain/contest';
import { type InitiativeName, initiativeName } from '#lib/initiative';
import { type Actor, Refused, type WhyNot } from '#lib/kernel';
import { Database, type Reason } from '#lib/platform';
import { type Correction, whyNotDecideCorrection, whyNotMoveCorrection } from '../../domain/correction/correction.entity.js';
import { type CorrectionEffect, correctionEffect } from '../../domain/correction/effect.js';
import { type LineChange } from '../../domain/correction/impact.js';
import { whyNotCorrectResult } from '#domain/scoring';
import { type RoundName, roundName } from '#lib/scoring';
import { whyNotCorrect } from '../../domain/correction/policies.js';
import { type PrizeChange, ResultPorts } from '../result/result.ports.js';
import { CardCorrectionQueries } from './card-correction.queries.js';
import { CorrectionFieldQueries } from './correction.field.js';
import { CorrectionQueries, type CorrectionRow, DECIDE } from './correction.queries.js';
import { correctedCard } from './corrected-card.js';
import { SignedResult } from './signed-result.js';

/** Where an initiative stands and would stand; null where it is not on the list. */
export interface RankChange {
  readonly initiative: InitiativeName;
  readonly rankBefore: number | null;
  readonly rankAfter: number | null;
  readonly scoreBefore: string | null;
  readonly scoreAfter: string | null;
  readonly stateBefore: string | null;
  readonly stateAfter: string | null;
}

export interface CorrectedRound {
  readonly round: RoundName;
  readonly changes: readonly RankChange[];
}

/** What becomes of a round after a corrected one. */
export interface LaterRound {
  readonly round: RoundName;
  readonly joins: readonly InitiativeName[];
  readonly leaves: readonly InitiativeName[];
  readonly stays: readonly InitiativeName[];
  readonly late: readonly InitiativeName[];
}

/** A prize of the plan by its names; null for none. */
export interface TouchedPrize {
  readonly initiative: InitiativeName;
  readonly beforeVi: string | null;
  readonly beforeEn: string | null;
  readonly afterVi: string | null;
  readonly afterEn: string | null;
}

/** All that a correction would touch; nothing of it is written. `id` is the correction's. */
export interface CorrectionImpact {
  readonly id: string;
  readonly rounds: readonly CorrectedRound[];
  readonly finals: readonly RankChange[];
  readonly prizes: readonly TouchedPrize[];
  readonly laterRounds: readonly LaterRound[];
  readonly canApply: boolean;
  readonly whyNotApply: Reason;
}

interface Tier {
  readonly id: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

/** Shows what a correction touches before it is done. */
@Injectable()
export class CorrectionImpactQueries {
  constructor(
    private readonly database: Database,
    private readonly cards: CardCorrectionQueries,
    private readonly field: CorrectionFieldQueries,
    private readonly corrections: CorrectionQueries,
    private readonly ports: ResultPorts,
    private readonly signed: SignedResult,
  ) {}

  /** To those who may see the judging. Refuses one that its judge has not signed, and one that was decided. */
  async correctionImpact(actor: Actor, correctionId: string): Promise<CorrectionImpact | null> {
    if (!(await this.cards.isInReach(actor, correctionId, 'standings:read'))) return null;
    const row = await this.corrections.reread(actor, correctionId);
    const why = whyNotMoveCorrection(row.state, 'APPLIED');
    if (why) throw why;
    const card = await this.cards.cardUnder(correctionId);
    if (!card) throw new Refused('NOT_FOUND', { what: 'Scorecard' });
    const signed = await this.database.first(
      sql<Pick<Correction, 'marks' | 'total'>>`select marks, total::text as total from correction where id = ${correctionId}`,
    );
    const effect = correctionEffect(await this.field.read(card), correctedCard(signed ?? { marks: null, total: null }, card));
    const prizes = effect.places ? await this.ports.prizeChanges(row.contestId, effect.places) : [];
    const refused = (await this.whyNotApply(actor, row, effect)) ?? whyNotCorrect(card, row.kind);
    return { id: correctionId, ...(await this.named(effect, prizes)), canApply: !refused, whyNotApply: refused };
  }

  private async whyNotApply(actor: Actor, row: CorrectionRow, { laterRounds }: CorrectionEffect): Promise<WhyNot> {
    const contest = await this.database.first(sql<Pick<Contest, 'phase'>>`select phase from contest where id = ${row.contestId}`);
    const late = laterRounds.some(({ change }) => change.late.length > 0);
    return (
      (contest && whyNotCorrectResult(contest)) ??
      (await this.signed.whyNotApply(actor, row)) ??
      (actor.can(DECIDE) ? whyNotDecideCorrection(row, { actorId: actor.id, to: 'APPLIED' }) : new Refused('FORBIDDEN')) ??
      (late ? new Refused('CORRECTION_ADMITS', { initiatives: '' }, 'acceptLate') : null)
    );
  }

  private async named(
    effect: CorrectionEffect,
    prizes: readonly PrizeChange[],
  ): Promise<Omit<CorrectionImpact, 'id' | 'canApply' | 'whyNotApply'>> {
    const names = new Map((await this.initiativesOf(effect, prizes)).map((named) => [named.id, named]));
    const rounds = new Map((await this.roundsOf(effect)).map((round) => [round.id, round]));
    const tiers = new Map((await this.tiersOf(prizes)).map((tier) => [tier.id, tier]));
    const name = (id: string): InitiativeName => names.get(id) ?? { id, receiptNumber: null, title: '' };
    const all = (ids: readonly string[]) => ids.map(name);
    const inRound = <T extends object>({ id }: { readonly id: string }, what: T): ({ readonly round: RoundName } & T)[] => {
      const round = rounds.get(id);
      return round ? [{ round, ...what }] : [];
    };
    return {
      rounds: effect.rounds.flatMap(({ round, changes }) =>
        inRound(round, { changes: changes.map((change) => rankChange(change, name(change.initiativeId))) }),
      ),
      finals: effect.finals.map((change) => rankChange(change, name(change.initiativeId))),
      prizes: prizes.map(({ initiativeId, before, after }) => {
        const [was, is] = [tiers.get(before ?? ''), tiers.get(after ?? '')];
        const prize = {
          beforeVi: was?.nameVi ?? null,
          beforeEn: was?.nameEn ?? null,
          afterVi: is?.nameVi ?? null,
          afterEn: is?.nameEn ?? null,
        };
        return { initiative: name(initiativeId), ...prize };
      }),
      laterRounds: effect.laterRounds.flatMap(({ round, change: { joins, leaves, stays, late } }) =>
        inRound(round, { joins: all(joins), leaves: all(leaves), stays: all(stays), late: all(late) }),
      ),
    };
  }

  private async initiativesOf(
    { rounds, finals, laterRounds }: CorrectionEffect,
    prizes: readonly PrizeChange[],
  ): Promise<InitiativeName[]> {
    const ids = [
      ...[...rounds.flatMap(({ changes }) => changes), ...finals, ...prizes].map(({ initiativeId }) => initiativeId),
      ...laterRounds.flatMap(({ change }) => [...change.joins, ...change.leaves, ...change.stays, ...change.late]),
    ];
    const rows = await this.database.rows(
      sql<{ named: InitiativeName }>`select ${initiativeName(sql`i`)} as named from initiative i where i.id = any(${ids}::uuid[])`,
    );
    return rows.map(({ named }) => named);
  }

  private async roundsOf({ rounds, laterRounds }: CorrectionEffect): Promise<RoundName[]> {
    const ids = [...rounds, ...laterRounds].map(({ round }) => round.id);
    const rows = await this.database.rows(
      sql<{ named: RoundName }>`select ${roundName(sql`r`)} as named from round r where r.id = any(${ids}::uuid[])`,
    );
    return rows.map(({ named }) => named);
  }

  private tiersOf(prizes: readonly PrizeChange[]): Promise<Tier[]> {
    const ids = prizes.flatMap(({ before, after }) => [before, after]).filter((id) => id !== null);
    return this.database.rows(
      sql<Tier>`select t.id, t.name_vi as "nameVi", t.name_en as "nameEn" from prize_tier t where t.id = any(${ids}::uuid[])`,
    );
  }
}

function rankChange({ before, after }: LineChange, initiative: InitiativeName): RankChange {
  return {
    initiative,
    rankBefore: before?.rank ?? null,
    rankAfter: after?.rank ?? null,
    scoreBefore: before?.score ?? null,
    scoreAfter: after?.score ?? null,
    stateBefore: before?.state ?? null,
    stateAfter: after?.state ?? null,
  };
}
