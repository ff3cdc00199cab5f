import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Actor, Refused, localDate, refuseIf } from '#lib/kernel';
import { StoredFile, UnitOfWork } from '#lib/platform';
import { type Contest } from '../domain/contest.entity.js';
import {
  ContestArea,
  ContestDocument,
  type DocumentFacts,
  PrizeTier,
  type PrizeTierFacts,
  ReformArea,
} from '../domain/contest-parts.entity.js';
import { whyNotPrizePlan } from '../domain/prize-plan.js';
import { type ContestOrder, contestToChange } from './load-contest.js';

/** What a contest is furnished with before it is announced: areas, prizes, papers. */
@Injectable()
export class ContestPlanService {
  constructor(private readonly work: UnitOfWork) {}

  /** The areas that the contest takes, all of them. Refuses `CONTEST_ANNOUNCED`, an area that is unknown or retired. */
  async setAreas(actor: Actor, order: ContestOrder & { readonly areaIds: readonly string[] }): Promise<Contest> {
    return this.work.act(actor, 'setAreas', async (act) => {
      const { em, record } = act;
      const contest = await contestToChange(act, order);
      contest.refuseUnlessDraft();
      const before = await em.find(ContestArea, { contest: contest.id });
      const wanted = new Set(order.areaIds);
      const areas = await em.find(ReformArea, { id: { $in: [...wanted] }, retired: false });
      if (areas.length < wanted.size) throw new Refused('NOT_FOUND', {}, 'areaIds');
      em.remove(before.filter(({ area }) => !wanted.has(area.id)));
      const had = new Set(before.map(({ area }) => area.id));
      for (const area of areas.filter(({ id }) => !had.has(id))) em.create(ContestArea, { contest, area });
      const edit = { before: { areas: [...had].sort() }, after: { areas: [...wanted].sort() } };
      if (record({ subject: { type: 'Contest', id: contest.id }, ...edit })) contest.touch();
      await em.flush();
      return contest;
    });
  }

  /** The prize plan, all of it, in its order. Refuses `CONTEST_ANNOUNCED`, and all that is wrong with the plan. A recorded contest may still be given its plan. */
  async setPrizePlan(actor: Actor, order: ContestOrder & { readonly tiers: readonly PrizeTierFacts[] }): Promise<Contest> {
    return this.work.act(actor, 'setPrizePlan', async (act) => {
      const { em, record } = act;
      const contest = await contestToChange(act, order);
      if (!contest.recorded) contest.refuseUnlessDraft();
      refuseIf(whyNotPrizePlan(order.tiers, 'tiers'));
      const before = await em.find(PrizeTier, { contest: contest.id }, { orderBy: { order: 'asc' } });
      const earlier = before.map(planned);
      const tiers = order.tiers.map((tier, place) => {
        const existing = before.find((known) => isSame(known, tier));
        existing?.change(tier, place);
        return existing ?? PrizeTier.of(contest, tier, place);
      });
      em.persist(tiers);
      em.remove(before.filter((known) => !order.tiers.some((tier) => isSame(known, tier))));
      const edit = { before: { prizePlan: earlier }, after: { prizePlan: tiers.map(planned) } };
      if (record({ subject: { type: 'Contest', id: contest.id }, ...edit })) contest.touch();
      await em.flush();
      return contest;
    });
  }

  /** Puts a paper on the contest's record, in any phase. Refuses `DOCUMENT_EXISTS`, a day that has not come, a file that is not the contest's. */
  async attachDocument(actor: Actor, order: ContestOrder & DocumentFacts): Promise<Contest> {
    return this.work.act(actor, 'attachDocument', async (act) => {
      const { em, at, record } = act;
      const contest = await contestToChange(act, order);
      if (order.fileId) await refuseForeignFile(em, contest, order.fileId);
      const document = ContestDocument.of(contest, order, { today: localDate(at) });
      em.persist(document);
      contest.touch();
      await em.flush();
      const { kind, number, issuedOn, title, fileId } = document;
      record({
        subject: { type: 'Contest', id: contest.id },
        after: { document: { id: document.id, kind, number, issuedOn, title, fileId } },
      });
      return contest;
    });
  }

  /** Takes a paper off again while the contest is a draft. Refuses `CONTEST_ANNOUNCED`: units rely on what was published. */
  async detachDocument(actor: Actor, order: ContestOrder & { readonly documentId: string }): Promise<Contest> {
    return this.work.act(actor, 'detachDocument', async (act) => {
      const { em, record } = act;
      const contest = await contestToChange(act, order);
      contest.refuseUnlessDraft();
      const document = await em.findOneOrFail(ContestDocument, { id: order.documentId, contest: contest.id });
      em.remove(document);
      contest.touch();
      await em.flush();
      record({
        subject: { type: 'Contest', id: contest.id },
        before: { document: { id: document.id, kind: document.kind, number: document.number } },
      });
      return contest;
    });
  }
}

async function refuseForeignFile(em: EntityManager, contest: Contest, id: string): Promise<void> {
  const own = await em.count(StoredFile, { id, ownerType: 'contest', ownerId: contest.id, keptAt: { $ne: null }, removedAt: null });
  if (own === 0) throw new Refused('NOT_FOUND', {}, 'fileId');
}

function planned({ key, nameVi, nameEn, quantity, amount, track = null, minimumScore = null }: PrizeTierFacts): PrizeTierFacts {
  return { key, nameVi, nameEn, quantity, amount, ...(track && { track }), ...(minimumScore !== null && { minimumScore }) };
}

function isSame(known: PrizeTierFacts, tier: PrizeTierFacts): boolean {
  return known.key === tier.key && (known.track ?? null) === (tier.track ?? null);
}
