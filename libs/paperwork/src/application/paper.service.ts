import { createHash } from 'node:crypto';
import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Contest } from '#domain/contest';
import { Person } from '#domain/identity';
import { ReportingPeriod, Rollout } from '#domain/rollout';
import { Round } from '#domain/scoring';
import { Unit } from '#domain/units';
import { type OfficialPaper } from '#lib/documents';
import { type Actor, Clock, Refused, localDate } from '#lib/kernel';
import { type Act, Database, FilesService, UnitOfWork } from '#lib/platform';
import { compose } from '../domain/compose.js';
import { type Drafted, Paper } from '../domain/paper.entity.js';
import { type PaperKind } from '../domain/paper-kinds.js';
import { PaperTemplate } from '../domain/paper-template.entity.js';
import { FROZEN_PAPER, SIGNED_PAPER } from './paper-files.js';
import { paperFileAside } from './paper-file-aside.js';
import { PaperSources } from './paper-sources.js';
import { aboutOf, hashOf } from './paper.queries.js';
import { seesPaper } from './scope.js';
import { type Sourced } from './sources/source.js';

export interface DraftPaperOrder {
  readonly kind: PaperKind;
  /** The contest, the round, the period or the roll-out, by kind. */
  readonly aboutId: string;
}

interface OnPaper {
  readonly paperId: string;
  readonly version: number;
}

export interface RegisterPaperOrder extends OnPaper {
  readonly number: number;
  readonly signedOn: string;
  readonly fileId: string;
}

/** The way of a paper: drafted from what the platform knows, frozen as a file, signed and entered in the register. */
@Injectable()
export class PaperService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly sources: PaperSources,
    private readonly files: FilesService,
    private readonly clock: Clock,
  ) {}

  /** Refuses what its contest, round, period or roll-out is not ready for, and a kind that the office has no template of. */
  async draftPaper(actor: Actor, { kind, aboutId }: DraftPaperOrder): Promise<Paper> {
    const found = await this.sourceOf(actor, kind, aboutId);
    return this.work.act(actor, 'draftPaper', async (act) => {
      const { em, record } = act;
      const of = {
        unit: em.getReference(Unit, found.unitId),
        kind,
        contest: found.contestId ? em.getReference(Contest, found.contestId) : null,
        round: found.roundId ? em.getReference(Round, found.roundId) : null,
        period: found.periodId ? em.getReference(ReportingPeriod, found.periodId) : null,
        rollout: found.rolloutId ? em.getReference(Rollout, found.rolloutId) : null,
      };
      const paper = Paper.draft(of, await this.filled(act, kind, found));
      em.persist(paper);
      record({ subject: subject(paper), after: { kind, about: aboutId, sourceHash: paper.sourceHash } });
      await em.flush();
      return paper;
    });
  }

  /** Fills a draft anew, by the template in force and from what is known now. */
  async redraftPaper(actor: Actor, { paperId, version }: OnPaper): Promise<Paper> {
    const { kind, aboutId } = await this.seen(actor, paperId);
    const found = await this.sourceOf(actor, kind, aboutId);
    return this.work.act(actor, 'redraftPaper', async (act) => {
      const paper = await act.held(await load(act.em, paperId), version);
      const before = { sourceHash: paper.sourceHash, template: paper.template.id };
      paper.fill(await this.filled(act, kind, found));
      act.record({ subject: subject(paper), before, after: { sourceHash: paper.sourceHash, template: paper.template.id } });
      await act.em.flush();
      return paper;
    });
  }

  /** Makes the file that is signed, and keeps it with its hash. Refuses a paper that lacks what it has to have. */
  async freezePaper(actor: Actor, { paperId, version }: OnPaper): Promise<Paper> {
    const { content } = await this.seen(actor, paperId);
    const pdf = await paperFileAside({ paper: content, madeAt: this.clock.now(), format: 'PDF' });
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    const put = await this.files.putMade(actor, { contentType: 'application/pdf', sha256, size: pdf.length }, pdf);
    return this.work.act(actor, 'freezePaper', async (act) => {
      const paper = await act.held(await load(act.em, paperId), version);
      paper.freeze(sha256, act.at, await act.em.findOneOrFail(PaperTemplate, { id: paper.template.id }));
      await this.files.attachMade(act, put, { ownerType: FROZEN_PAPER, ownerId: paper.id, fileName: `${paper.content.symbol}.pdf` });
      act.record({ subject: subject(paper), before: { state: 'DRAFT' }, after: { state: 'FROZEN', frozenHash: sha256 } });
      await act.em.flush();
      return paper;
    });
  }

  /** Back to the draft, with what is to be changed. Refuses a signed one. */
  async reopenPaper(actor: Actor, { paperId, version, reason }: OnPaper & { readonly reason: string }): Promise<Paper> {
    await this.seen(actor, paperId);
    return this.work.act(actor, 'reopenPaper', async ({ em, held, record }) => {
      const paper = await held(await load(em, paperId), version);
      paper.reopen();
      record({ subject: subject(paper), before: { state: 'FROZEN' }, after: { state: 'DRAFT' }, reason });
      await em.flush();
      return paper;
    });
  }

  /** Enters a signed paper in the register. Refuses a number that another paper of the body has in that year, and one without what came back. */
  async registerPaper(actor: Actor, { paperId, version, ...order }: RegisterPaperOrder): Promise<Paper> {
    await this.seen(actor, paperId);
    return this.work.act(actor, 'registerPaper', async ({ em, at, held, record }) => {
      const paper = await held(await load(em, paperId), version);
      const { rows } =
        await sql`select 1 from stored_file f where f.id = ${order.fileId} and f.owner_type = ${SIGNED_PAPER} and f.owner_id = ${paper.id}
        and f.kept_at is not null and f.removed_at is null`.execute(em.getKysely());
      if (rows.length === 0) throw new Refused('NOT_FOUND', {}, 'fileId');
      paper.register({ ...order, at });
      const { number, signedOn, fileId } = order;
      record({ subject: subject(paper), before: { state: 'FROZEN' }, after: { state: 'SIGNED', number, signedOn, fileId } });
      await em.flush();
      return paper;
    });
  }

  private async sourceOf(actor: Actor, kind: PaperKind, aboutId: string): Promise<Sourced> {
    const found = await this.sources.of(actor, kind, aboutId);
    if (!found) throw new Refused('NOT_FOUND', {}, 'aboutId');
    const [lack] = found.source.lacking;
    if (lack) throw new Refused(`PAPER_${lack}`);
    return found;
  }

  private async filled({ em, actor, at }: Act, kind: PaperKind, { unitId, source }: Sourced): Promise<Drafted> {
    const [template] = await em.find(PaperTemplate, { unit: unitId, kind }, { orderBy: { number: 'desc' }, limit: 1 });
    if (!template) throw new Refused('PAPER_TEMPLATE_MISSING');
    const content = compose(kind, source, template, localDate(at));
    return { template, content, sourceHash: hashOf(source), by: actor.isSystem ? null : em.getReference(Person, actor.id), at };
  }

  /** The paper that the actor may change. Refuses `NOT_FOUND` where there is none for them. */
  private async seen(actor: Actor, id: string): Promise<{ kind: PaperKind; aboutId: string; content: OfficialPaper }> {
    const found = await this.database.first(sql<{
      kind: PaperKind;
      contestId: string | null;
      roundId: string | null;
      periodId: string | null;
      rolloutId: string | null;
      content: OfficialPaper;
    }>`select w.kind, w.contest_id as "contestId", w.round_id as "roundId", w.period_id as "periodId", w.rollout_id as "rolloutId", w.content
       from paper w where w.id = ${id} and ${seesPaper(actor, 'paper:manage')}`);
    if (!found) throw new Refused('NOT_FOUND', {}, 'paperId');
    return { kind: found.kind, aboutId: aboutOf(found), content: found.content };
  }
}

const subject = ({ id }: Paper) => ({ type: 'Paper', id });
const load = (em: EntityManager, id: string): Promise<Paper> => em.findOneOrFail(Paper, { id });
