import { Injectable } from '@nestjs/common';
import { type Contest, ContestArea, ReformArea } from '#domain/contest';
import { Person, Position } from '#domain/identity';
import { RosterUnit, Unit } from '#domain/units';
import { lockContest } from '#lib/contest';
import { type Actor, Refused, localDate, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { type Declaration, type InitiativeTexts } from '../domain/content.js';
import { Initiative } from '../domain/initiative.entity.js';
import { Screening } from '../domain/initiative-parts.entity.js';
import { awaitsHead, whyNotEdit } from '../domain/policies.js';
import { type AuthorShare } from '../domain/shares.js';
import { AuthorsService } from './authors.service.js';
import { InitiativePorts } from './initiative.ports.js';
import { type InitiativeRow, InitiativeQueries } from './initiative.queries.js';
import { whyNotAsked } from '../domain/track.js';
import { type VersionedOrder, asksForTrack, authorsOf, initiativeForUpdate, signedBy } from './loading.js';
import { ownScope } from './scope.js';

/** What an initiative is begun with. Without `authors`, who drafts it is its one author. */
export interface DraftOrder extends Partial<InitiativeTexts> {
  readonly contestId: string;
  readonly areaId: string;
  readonly ownerUnitId: string;
  readonly authors?: readonly AuthorShare[] | null;
  readonly illustrative?: boolean;
}

export interface SaveDraftOrder extends VersionedOrder, Partial<InitiativeTexts> {
  readonly areaId?: string | null;
}

/** What its authors do with an initiative before they send it. */
@Injectable()
export class DraftService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly authors: AuthorsService,
    private readonly queries: InitiativeQueries,
    private readonly ports: InitiativePorts,
  ) {}

  /** Begins an initiative of a unit of the contest's roster. Refuses after the deadline, and an author who has a seat. */
  async draftInitiative(actor: Actor, order: DraftOrder): Promise<InitiativeRow> {
    return this.work.act(actor, 'draftInitiative', async (act) => {
      if (!actor.covers('initiative:draft', order.ownerUnitId)) throw new Refused('NOT_FOUND', { what: 'Unit' }, 'ownerUnitId');
      const contest = await lockContest(act.em, order.contestId, 'for share');
      refuseIf(contest.whyNotDraft(act.at));
      const initiative = await this.begin(act, contest, order);
      await act.em.flush();
      act.record({
        subject: subject(initiative),
        after: { contest: contest.id, owner: order.ownerUnitId, area: order.areaId, state: initiative.state },
      });
      return this.queries.shown(actor, initiative.id);
    });
  }

  /** The initiative, its authors named; joins an act that holds the contest for share. Refuses a unit off the roster and an area the contest does not take. */
  async begin(act: Act, contest: Contest, order: DraftOrder): Promise<Initiative> {
    const { em, actor, at } = act;
    const owner = await em.findOneOrFail(Unit, { id: order.ownerUnitId });
    if ((await em.count(RosterUnit, { roster: contest.roster.id, unit: owner.id })) === 0)
      throw new Refused('UNIT_NOT_ON_ROSTER', {}, 'ownerUnitId');
    const area = await areaOf(em, contest, order.areaId);
    await refuseUnasked(em, contest, order);
    const initiative = Initiative.draft(
      { contest, area, owner, createdBy: signedBy(em, actor), illustrative: order.illustrative ?? false },
      textsOf(order),
      at,
    );
    em.persist(initiative);
    const authors = order.authors ?? [{ personId: actor.id, share: '100', lead: true }];
    await this.authors.name(act, { initiative, contest, authors });
    return initiative;
  }

  /** It takes part from here on, or with other authors: who may not judge it is found in the same act. */
  async entered(act: Act, { id: initiativeId }: Initiative, { id: contestId }: Contest): Promise<void> {
    await this.ports.entered(act, { contestId, initiativeId });
  }

  /** Keeps what is on the screen: only the fields that are given. Also after the deadline, so that nothing typed is lost. */
  async saveDraft(actor: Actor, order: SaveDraftOrder): Promise<InitiativeRow> {
    return this.change(actor, 'saveDraft', order, async ({ em, at }, initiative, contest) => {
      if (order.areaId) initiative.moveTo(await areaOf(em, contest, order.areaId));
      await refuseUnasked(em, contest, order);
      initiative.write(textsOf(order), at);
      return { area: order.areaId ?? undefined, fields: Object.keys(textsOf(order)).sort() };
    });
  }

  /** Names the authors anew, in this order. Refuses shares that do not sum to exactly 100 and who has a seat in the contest. */
  async setAuthors(actor: Actor, order: VersionedOrder & { readonly authors: readonly AuthorShare[] }): Promise<InitiativeRow> {
    return this.change(actor, 'setAuthors', order, async (act, initiative, contest) => {
      const { at, emit } = act;
      await this.authors.name(act, { initiative, contest, authors: order.authors });
      initiative.authorsChanged(at);
      await this.entered(act, initiative, contest);
      emit({ type: 'initiative.authorsChanged', payload: { initiativeId: initiative.id, contestId: contest.id } });
      return { authors: order.authors };
    });
  }

  /** Makes or takes back the three declarations of the authors: own work, not prized elsewhere, nobody of it on the jury. */
  async declareInitiative(actor: Actor, order: VersionedOrder & Readonly<Record<Declaration, boolean>>): Promise<InitiativeRow> {
    return this.change(actor, 'declareInitiative', order, ({ at }, initiative) => {
      const { ownWork, notPrizedElsewhere, nobodyOnJury } = order;
      initiative.declare({ ownWork, notPrizedElsewhere, nobodyOnJury }, at);
      return Promise.resolve({ ownWork, notPrizedElsewhere, nobodyOnJury });
    });
  }

  /** The head of the unit stands for what is written; a later change of it takes the confirmation away. Refuses `NOT_HEAD`. */
  async confirmInitiative(actor: Actor, order: VersionedOrder): Promise<InitiativeRow> {
    return this.change(actor, 'confirmInitiative', order, async ({ em, at }, initiative) => {
      const day = localDate(at);
      const headship = {
        person: actor.id,
        unit: initiative.owner.id,
        isHead: true,
        from: { $lte: day },
        $or: [{ to: null }, { to: { $gte: day } }],
      };
      if ((await em.count(Position, headship)) === 0) throw new Refused('NOT_HEAD');
      initiative.confirm(em.getReference(Person, actor.id), at);
      return { confirmedAt: at };
    });
  }

  /** Every change of a draft: within reach, on the version that was on the screen, while it is open and the contest runs. */
  private async change(
    actor: Actor,
    operation: string,
    order: VersionedOrder,
    apply: (act: Act, initiative: Initiative, contest: Contest) => Promise<object>,
  ): Promise<InitiativeRow> {
    return this.work.act(actor, operation, async (act) => {
      const { initiative, contest } = await initiativeForUpdate(act.em, ownScope(actor), order);
      refuseIf(whyNotEdit(initiative) ?? contest.whyNot('SAVE', act.at));
      const before =
        operation === 'setAuthors' ? { version: order.version, authors: await authorsOf(act.em, initiative) } : { version: order.version };
      const waited = waits(initiative, contest) && !(await justReturned(act.em, initiative));
      const after = await apply(act, initiative, contest);
      await act.em.flush();
      if (!waited && waits(initiative, contest))
        act.emit({ type: 'initiative.awaitsHead', payload: { initiativeId: initiative.id, contestId: contest.id } });
      act.record({ subject: subject(initiative), before, after: { version: initiative.version, ...after } });
      return this.queries.shown(actor, initiative.id);
    });
  }
}

export const subject = ({ id }: { readonly id: string }) => ({ type: 'Initiative', id });

const waits = (initiative: Initiative, { headConfirms }: Contest): boolean =>
  awaitsHead({
    state: initiative.state,
    texts: initiative,
    declared: initiative.declared,
    headConfirms,
    confirmedAt: initiative.confirmedAt,
  });

/** Nobody has touched it since it came back: its head hears of it once its authors have. */
async function justReturned(em: Act['em'], { id, state, savedAt }: Initiative): Promise<boolean> {
  return state === 'RETURNED' && (await em.count(Screening, { initiative: id, at: savedAt })) > 0;
}

const TEXTS = [
  'title',
  'problem',
  'solution',
  'novelty',
  'effect',
  'influence',
  'firstAppliedOn',
  'confidential',
  'track',
] as const satisfies readonly (keyof InitiativeTexts)[];
const NULLABLE: readonly string[] = ['firstAppliedOn', 'confidential', 'track'];

/** The texts that an order gives; null is a text only where a text may be absent. */
function textsOf(order: Partial<InitiativeTexts>): Partial<InitiativeTexts> {
  const given = TEXTS.filter((field) => order[field] !== undefined && (order[field] !== null || NULLABLE.includes(field)));
  return Object.fromEntries(given.map((field) => [field, order[field]]));
}

/** A contest that was entered afterwards may get its plan later. */
async function refuseUnasked(em: Act['em'], contest: Contest, { track }: Pick<DraftOrder, 'track'>): Promise<void> {
  if (track && !contest.recorded) refuseIf(whyNotAsked(track, await asksForTrack(em, contest.id)));
}

/** A contest that was entered afterwards has whatever areas its initiatives had. */
async function areaOf(em: Act['em'], contest: Contest, areaId: string): Promise<ReformArea> {
  if (contest.recorded) return em.findOneOrFail(ReformArea, { id: areaId });
  if ((await em.count(ContestArea, { contest: contest.id, area: areaId })) === 0) throw new Refused('AREA_NOT_IN_CONTEST', {}, 'areaId');
  return em.getReference(ReformArea, areaId);
}
