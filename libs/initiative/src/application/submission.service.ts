import { Injectable } from '@nestjs/common';
import { type Contest, firstMoment, lastMoment } from '#domain/contest';
import { lockContest } from '#lib/contest';
import { type Actor, Refused, moment, refuseIf, whyNotDate } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { type InitiativeTexts, problemsOfTexts } from '../domain/content.js';
import { type Initiative } from '../domain/initiative.entity.js';
import { whyNotReason } from '../domain/policies.js';
import { type AuthorShare } from '../domain/shares.js';
import { whyNotMove } from '../domain/states.js';
import { whyNotTrack } from '../domain/track.js';
import { DraftService, subject } from './draft.service.js';
import { type InitiativeRow, InitiativeQueries } from './initiative.queries.js';
import { type VersionedOrder, asksForTrack, authorsOf, initiativeForUpdate, signedBy } from './loading.js';
import { ReceiptService } from './receipt.service.js';
import { writeScope } from './scope.js';

/** What the secretariat types from paper. The paper bears the declarations and the head's signature. */
export interface PaperOrder extends Partial<InitiativeTexts> {
  readonly contestId: string;
  readonly areaId: string;
  readonly ownerUnitId: string;
  readonly authors: readonly AuthorShare[];
  readonly receivedAt: Date;
  readonly illustrative?: boolean;
}

/** An initiative of a past contest that was entered afterwards. */
export interface PastOrder extends Partial<InitiativeTexts> {
  readonly contestId: string;
  readonly areaId: string;
  readonly ownerUnitId: string;
  readonly title: string;
  readonly authors: readonly AuthorShare[];
  readonly illustrative?: boolean;
}

/** How an initiative is sent in, and taken back. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly drafts: DraftService,
    private readonly receipts: ReceiptService,
    private readonly queries: InitiativeQueries,
  ) {}

  /** Sends it in, the first time or after it was returned. Refuses `SUBMISSION_CLOSED` by the server's clock; the draft stays as it was saved. */
  async submitInitiative(actor: Actor, order: VersionedOrder): Promise<InitiativeRow> {
    return this.work.act(actor, 'submitInitiative', async (act) => {
      const { initiative, contest } = await initiativeForUpdate(act, writeScope(actor), order);
      const before = { state: initiative.state, version: order.version };
      await this.receipts.submit(act, { initiative, contest, authors: await authorsOf(act.em, initiative) });
      await this.tell(act, initiative, { contest, before });
      return this.queries.shown(actor, initiative.id);
    });
  }

  /** Enters what came on paper; the moment of its receipt counts against the deadline. Refuses `PAPER_BEFORE_OPENING`, `PAPER_LATE`, `PAPER_NOT_YET`, and all else that is wrong with it. */
  async enterPaperInitiative(actor: Actor, order: PaperOrder): Promise<InitiativeRow> {
    return this.work.act(actor, 'enterPaperInitiative', async (act) => {
      const contest = await this.contestToEnter(act, order.contestId);
      refuseIf(contest.whyNot('ENTER', act.at));
      const asked = await asksForTrack(act.em, contest.id);
      const track = whyNotTrack(order.track ?? null, { asked, authors: order.authors.length });
      const found = [...problemsOfPaper(contest, order.receivedAt, act.at), ...problemsOfTexts(order), ...(asked && track ? [track] : [])];
      const initiative = await this.drafts.begin(act, contest, { ...order, found });
      initiative.declare({ ownWork: true, notPrizedElsewhere: true, nobodyOnJury: true }, order.receivedAt);
      initiative.receiveOnPaper(signedBy(act.em, act.actor), order.receivedAt);
      initiative.submit(await this.receipts.next(act, contest), act.at);
      await act.em.flush();
      await this.receipts.keep(act, { initiative, contest, authors: order.authors });
      await this.tell(act, initiative, { contest, before: null });
      return this.queries.shown(actor, initiative.id);
    });
  }

  /** Records one that took part in a past contest, as eligible; its texts may be few. Refuses `CONTEST_NOT_RECORDED`. */
  async recordPastInitiative(actor: Actor, order: PastOrder): Promise<InitiativeRow> {
    return this.work.act(actor, 'recordPastInitiative', async (act) => {
      const contest = await this.contestToEnter(act, order.contestId);
      if (!contest.recorded) throw new Refused('CONTEST_NOT_RECORDED', {}, 'contestId');
      const initiative = await this.drafts.begin(act, contest, order);
      if (initiative.track) refuseIf(whyNotTrack(initiative.track, { asked: true, authors: order.authors.length }));
      initiative.record(await this.receipts.next(act, contest), act.at);
      await act.em.flush();
      await this.receipts.keep(act, { initiative, contest, authors: order.authors });
      act.record({
        subject: subject(initiative),
        after: { contest: contest.id, owner: order.ownerUnitId, state: initiative.state, code: initiative.code },
      });
      return this.queries.shown(actor, initiative.id);
    });
  }

  /** Takes it back, for good; once it was sent in, with a reason. Its cards, where it has any, are kept. */
  async withdrawInitiative(actor: Actor, order: VersionedOrder & { readonly reason: string }): Promise<InitiativeRow> {
    return this.work.act(actor, 'withdrawInitiative', async (act) => {
      const { initiative, contest } = await initiativeForUpdate(act, writeScope(actor), order);
      refuseIf(whyNotMove(initiative.state, 'withdraw') ?? contest.whyNot(initiative.submittedAt ? 'WITHDRAW' : 'SAVE', act.at));
      refuseIf(whyNotReason(order.reason));
      const before = { state: initiative.state };
      initiative.withdraw(order.reason, act.at);
      await act.em.flush();
      act.record({ subject: subject(initiative), before, after: { state: initiative.state }, reason: order.reason });
      act.emit({ type: 'initiative.withdrawn', payload: { initiativeId: initiative.id, contestId: contest.id } });
      return this.queries.shown(actor, initiative.id);
    });
  }

  private async contestToEnter({ em, actor }: Act, contestId: string): Promise<Contest> {
    const contest = await lockContest(em, contestId, 'for share');
    if (!actor.covers('initiative:enter', contest.host.id)) throw new Refused('NOT_FOUND', { what: 'Contest' }, 'contestId');
    return contest;
  }

  private async tell(act: Act, initiative: Initiative, { contest, before }: { contest: Contest; before: object | null }): Promise<void> {
    const { record, emit } = act;
    const { state, code, version, submittedAt, paperReceivedAt } = initiative;
    record({ subject: subject(initiative), before, after: { state, code, version, submittedAt, paperReceivedAt } });
    await this.drafts.entered(act, initiative, contest);
    emit({ type: 'initiative.submitted', payload: { initiativeId: initiative.id, contestId: contest.id } });
  }
}

/** Paper counts from the day it came: not before the contest opened, not after its last moment, not in the future. */
function problemsOfPaper(contest: Contest, receivedAt: Date, at: Date): Refused[] {
  const [first, last] = [firstMoment(contest), lastMoment(contest)];
  const early = first !== null && receivedAt < first ? new Refused('PAPER_BEFORE_OPENING', { opensAt: moment(first) }, 'receivedAt') : null;
  const late = last !== null && receivedAt > last ? new Refused('PAPER_LATE', { deadline: moment(last) }, 'receivedAt') : null;
  const ahead = whyNotDate('PAPER_RECEIVED', receivedAt, { now: at, path: 'receivedAt' });
  return [ahead, early, late].filter((problem) => problem !== null);
}
