import { Injectable } from '@nestjs/common';
import { type Actor, Refused, type WhyNot } from '#lib/kernel';
import { ResultPorts } from '../result/result.ports.js';
import { CardCorrectionQueries } from './card-correction.queries.js';

const LEADS = 'contest:decide';

/** Who corrects a result by which prizes were signed for. */
@Injectable()
export class SignedResult {
  constructor(
    private readonly ports: ResultPorts,
    private readonly cards: CardCorrectionQueries,
  ) {}

  /** Why somebody is not the second person of a correction: once prizes are signed for, it is a leader, who has to deal with the prizes too. */
  async whyNotApply(actor: Actor, { id, contestId }: { readonly id: string; readonly contestId: string }): Promise<WhyNot> {
    if (!(await this.ports.whyNotChange(contestId))) return null;
    return (await this.cards.isInReach(actor, id, LEADS)) ? null : new Refused('LEADER_DUE');
  }
}
