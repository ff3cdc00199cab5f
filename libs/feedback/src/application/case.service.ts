import { Injectable } from '@nestjs/common';
import { type Actor, localDate, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { type CaseFinding } from '../domain/case-rules.js';
import { Counter } from '../domain/counter.entity.js';
import { whyNotReview } from '../domain/rating-hold-policy.js';
import { ReportedCase } from '../domain/reported-case.entity.js';
import { unitsHeaded } from './heads.js';
import { unitsOfReviewer } from './reviewer.js';

interface OfCase {
  readonly caseId: string;
  readonly version: number;
}

/** What becomes of what citizens report. */
@Injectable()
export class CaseService {
  constructor(private readonly work: UnitOfWork) {}

  /** What the head says of a case of their unit; again, until it is closed. Refuses `NOT_FOUND` for one that is about them. */
  answerCase(actor: Actor, order: OfCase & { readonly reply: string }): Promise<ReportedCase> {
    return this.work.act(actor, 'answerCase', async (act) => {
      const { em, at, held, record } = act;
      const headed = await unitsHeaded(em, actor.id, localDate(at));
      const found = await em.findOneOrFail(ReportedCase, { id: order.caseId, pastHead: false, counter: { unit: { $in: headed } } });
      const reported = await held(found, order.version);
      const before = { reply: reported.reply };
      reported.answerWith(order.reply, at);
      record({ subject: { type: 'ReportedCase', id: reported.id }, before, after: { reply: reported.reply } });
      await em.flush();
      return reported;
    });
  }

  /** The head reads it after all. Refuses where they do already. */
  passCase(actor: Actor, order: OfCase & { readonly reason: string }): Promise<ReportedCase> {
    return this.work.act(actor, 'passCase', async (act) => {
      const reported = await this.ofOffice(act, order);
      reported.passToHead();
      const subject = { type: 'ReportedCase', id: reported.id };
      act.record({ subject, before: { pastHead: true }, after: { pastHead: false }, reason: order.reason.trim() });
      act.emit({ type: 'case.passed', payload: { caseId: reported.id } });
      await act.em.flush();
      return reported;
    });
  }

  /** Says whether it was so, and what came of it. */
  closeCase(actor: Actor, order: OfCase & { readonly finding: CaseFinding; readonly conclusion: string }): Promise<ReportedCase> {
    return this.work.act(actor, 'closeCase', async (act) => {
      const reported = await this.ofOffice(act, order);
      reported.close(order.finding, order.conclusion, act.at);
      const { finding, conclusion } = reported;
      act.record({ subject: { type: 'ReportedCase', id: reported.id }, after: { finding, conclusion } });
      await act.em.flush();
      return reported;
    });
  }

  /** Nobody of the unit itself settles its cases. */
  private async ofOffice({ em, actor, at, held }: Act, { caseId, version }: OfCase): Promise<ReportedCase> {
    const units = actor.isSystem ? {} : { unit: { $in: actor.unitsFor('case:settle') } };
    const found = await em.findOneOrFail(ReportedCase, { id: caseId, counter: units });
    const { unit } = await em.findOneOrFail(Counter, { id: found.counter.id });
    refuseIf(whyNotReview(await unitsOfReviewer(em, actor.id, localDate(at)), unit.id));
    return held(found, version);
  }
}
