import { Injectable } from '@nestjs/common';
import { type RawBuilder } from 'kysely';
import { type Contest, ContestArea, ReformArea } from '#domain/contest';
import { Person, Position } from '#domain/identity';
import { RosterUnit, Unit } from '#domain/units';
import { lockContest } from '#lib/contest';
import { type Actor, Refused, type WhyNot, allRefused, localDate, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { type Declaration, type InitiativeTexts } from '../domain/content.js';
import { DossierFile } from '../domain/dossier-file.entity.js';
import { type FilePlace, problemsOfPlaces, samePlaces } from '../domain/dossier-files.js';
import { sameAuthors } from '../domain/dossier-content.js';
import { Initiative, whyNotFirstApplied } from '../domain/initiative.entity.js';
import { whyNotImproved } from '../domain/improves.js';
import { whyNotEdit } from '../domain/policies.js';
import { type AuthorShare } from '../domain/shares.js';
import { AuthorsService } from './authors.service.js';
import { DossierContents } from './dossier-contents.js';
import { InitiativePorts } from './initiative.ports.js';
import { type InitiativeRow, InitiativeQueries } from './initiative.queries.js';
import { whyNotAsked } from '../domain/track.js';
import { type VersionedOrder, asksForTrack, authorsOf, initiativeForUpdate, signedBy } from './loading.js';
import { writeScope } from './scope.js';

/** What an initiative is begun with. Without `authors`, who drafts it is its one author. */
export interface DraftOrder extends Partial<InitiativeTexts> {
  readonly contestId: string;
  readonly areaId: string;
  readonly ownerUnitId: string;
  /** The one of an earlier year that it improves. */
  readonly improvesId?: string | null;
  readonly authors?: readonly AuthorShare[] | null;
  /** Whose it is, where the secretariat drafts it. */
  readonly submitterId?: string;
  readonly illustrative?: boolean;
}

export interface SaveDraftOrder extends VersionedOrder, Partial<InitiativeTexts> {
  readonly areaId?: string | null;
  /** Null takes it back; left out, it stays as it is. */
  readonly improvesId?: string | null;
}

/** By which act a draft is changed, and which ones the actor reaches by it. */
interface Way {
  readonly operation: string;
  readonly scope: RawBuilder<boolean>;
}

type Apply = (act: Act, initiative: Initiative, contest: Contest) => Promise<object>;

/** What its authors do with an initiative before they send it. */
@Injectable()
export class DraftService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly authors: AuthorsService,
    private readonly queries: InitiativeQueries,
    private readonly ports: InitiativePorts,
    private readonly contents: DossierContents,
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

  /**
   * The initiative, its authors named; joins an act that holds the contest for share. Refuses all at once what the act found wrong already,
   * a unit off the roster, an area the contest does not take, a first application that has not come, and wrong authors.
   */
  async begin(
    act: Act,
    contest: Contest,
    { found = [], ...order }: DraftOrder & { readonly found?: readonly Refused[] },
  ): Promise<Initiative> {
    const { em, actor, at } = act;
    const owner = await em.findOneOrFail(Unit, { id: order.ownerUnitId });
    const authors = order.authors ?? [{ personId: actor.id, share: '100', lead: true }];
    const onRoster = (await em.count(RosterUnit, { roster: contest.roster.id, unit: owner.id })) > 0;
    const problems = [
      ...(onRoster ? [] : [new Refused('UNIT_NOT_ON_ROSTER', {}, 'ownerUnitId')]),
      whyNotFirstApplied(order, at),
      await whyNotArea(em, contest, order.areaId),
      await whyNotTrackAsked(em, contest, order),
      await this.whyNotImproves(act, contest, order.improvesId),
      ...found,
      ...(await this.authors.problems(act, { initiativeId: null, contest, authors })),
    ];
    refuseIf(allRefused(problems.filter((problem) => problem !== null)));
    const area = em.getReference(ReformArea, order.areaId);
    const illustrative = order.illustrative ?? false;
    const by = signedBy(em, actor);
    const whose = order.submitterId ? { createdBy: em.getReference(Person, order.submitterId), draftedBy: by } : { createdBy: by };
    const initiative = Initiative.draft({ contest, area, owner, ...whose, illustrative }, textsOf(order), at);
    if (order.improvesId) initiative.growFrom(em.getReference(Initiative, order.improvesId));
    em.persist(initiative);
    await this.authors.write(act, initiative, { contest, authors });
    return initiative;
  }

  /** One that is named must be there for who names it, and of an earlier year; `NOT_FOUND`, `IMPROVES_NOT_EARLIER`. */
  private async whyNotImproves({ actor }: Act, contest: Contest, improvesId: string | null | undefined): Promise<WhyNot> {
    if (!improvesId) return null;
    const named = await this.queries.comparable(actor, improvesId);
    return named ? whyNotImproved(named, contest.year) : new Refused('NOT_FOUND', { what: 'Initiative' }, 'improvesId');
  }

  /** It takes part from here on, or with other authors: who may not judge it is found in the same act. */
  async entered(act: Act, { id: initiativeId }: Initiative, { id: contestId }: Contest): Promise<void> {
    await this.ports.entered(act, { contestId, initiativeId });
  }

  /** Keeps what is on the screen: only the fields that are given. Also after the deadline, so that nothing typed is lost. */
  async saveDraft(actor: Actor, order: SaveDraftOrder): Promise<InitiativeRow> {
    return this.save(actor, order, { operation: 'saveDraft', scope: writeScope(actor) });
  }

  /** The same for whoever the scope lets at it. */
  async save(actor: Actor, order: SaveDraftOrder, way: Way): Promise<InitiativeRow> {
    return this.changeBy(actor, way, order, async (act, initiative, contest) => {
      const { em, at } = act;
      const { improvesId } = order;
      const area = order.areaId ? await whyNotArea(em, contest, order.areaId) : null;
      const problems = [area, whyNotFirstApplied(order, at), await whyNotTrackAsked(em, contest, order)];
      if (improvesId !== initiative.improves?.id) problems.push(await this.whyNotImproves(act, contest, improvesId));
      refuseIf(allRefused(problems.filter((problem) => problem !== null)));
      if (order.areaId) initiative.moveTo(em.getReference(ReformArea, order.areaId));
      if (improvesId !== undefined) initiative.growFrom(improvesId === null ? null : em.getReference(Initiative, improvesId));
      initiative.write(textsOf(order), at);
      return { area: order.areaId ?? undefined, improves: improvesId, fields: Object.keys(textsOf(order)).sort() };
    });
  }

  /** Names the authors anew, in this order. Refuses shares that do not sum to exactly 100 and who has a seat in the contest. */
  async setAuthors(actor: Actor, order: VersionedOrder & { readonly authors: readonly AuthorShare[] }): Promise<InitiativeRow> {
    return this.change(actor, 'setAuthors', order, async (act, initiative, contest) => {
      const { em, emit } = act;
      refuseIf(allRefused(await this.authors.problems(act, { initiativeId: initiative.id, contest, authors: order.authors })));
      if (sameAuthors(await authorsOf(em, initiative), order.authors)) return {};
      await this.authors.write(act, initiative, { contest, authors: order.authors });
      initiative.authorsChanged();
      await this.entered(act, initiative, contest);
      emit({ type: 'initiative.authorsChanged', payload: { initiativeId: initiative.id, contestId: contest.id } });
      return { authors: order.authors };
    });
  }

  /** Says anew what each file is, what is said of it and in which order they stand; names all of them. */
  async arrangeFiles(actor: Actor, order: VersionedOrder & { readonly files: readonly FilePlace[] }): Promise<InitiativeRow> {
    return this.change(actor, 'arrangeFiles', order, async ({ em }, initiative) => {
      const there = await this.contents.files(initiative.id);
      refuseIf(allRefused(problemsOfPlaces(order.files, there)));
      if (samePlaces(order.files, there)) return {};
      await em.nativeDelete(DossierFile, { initiative: initiative.id });
      em.persist(order.files.map((place, at) => DossierFile.at(initiative, place, at + 1)));
      return { files: order.files };
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

  /** The head of the unit stands for what is written and attached; another content ends that, and nothing else does. Refuses `NOT_HEAD`. */
  async confirmInitiative(actor: Actor, order: VersionedOrder): Promise<InitiativeRow> {
    return this.change(actor, 'confirmInitiative', order, async (act, initiative) => {
      const { em, at } = act;
      await refuseOthersThanHead(act, initiative);
      const hash = await this.contents.hashOf(act, initiative);
      initiative.confirm(em.getReference(Person, actor.id), hash, at);
      return { confirmedHash: hash };
    });
  }

  /** The head of the unit sends it back to its writers, and says what to mend. Refuses `NOT_HEAD`, `NOT_BEFORE_HEAD`, `REASON_MISSING`. */
  async sendBackInitiative(actor: Actor, order: VersionedOrder & { readonly words: string }): Promise<InitiativeRow> {
    return this.change(actor, 'sendBackInitiative', order, async (act, initiative, contest) => {
      await refuseOthersThanHead(act, initiative);
      initiative.sendBack(act.em.getReference(Person, actor.id), order.words, act.at);
      act.emit({ type: 'initiative.sentBack', payload: { initiativeId: initiative.id, contestId: contest.id } });
      return { sentBack: order.words };
    });
  }

  /**
   * Every change of a draft: within reach, on the version that was on the screen, while it is open and the contest runs. What leaves the
   * content as it was is no change: no version, no entry, and the head's word stands.
   */
  private async change(actor: Actor, operation: string, order: VersionedOrder, apply: Apply): Promise<InitiativeRow> {
    return this.changeBy(actor, { operation, scope: writeScope(actor) }, order, apply);
  }

  private async changeBy(actor: Actor, { operation, scope }: Way, order: VersionedOrder, apply: Apply): Promise<InitiativeRow> {
    return this.work.act(actor, operation, async (act) => {
      const { initiative, contest } = await initiativeForUpdate(act, scope, order);
      refuseIf(whyNotEdit(initiative) ?? contest.whyNot('SAVE', act.at));
      const before = { ...stamp(initiative), ...(operation === 'setAuthors' && { authors: await authorsOf(act.em, initiative) }) };
      const hash = await this.contents.hashOf(act, initiative);
      const waited = await this.contents.waited(act, initiative, contest);
      const said = await apply(act, initiative, contest);
      await act.em.flush();
      if ((await this.contents.hashOf(act, initiative)) !== hash) initiative.contentChanged(act.at);
      await act.em.flush();
      if (initiative.version !== before.version) {
        this.contents.tellHead(act, { initiative, contest, waited });
        const onBehalfOf = operation === 'saveDraftOnBehalf' ? initiative.createdBy?.id : null;
        act.record({ subject: subject(initiative), before, after: { ...stamp(initiative), ...said }, onBehalfOf });
      }
      return this.queries.shown(actor, initiative.id);
    });
  }
}

async function refuseOthersThanHead({ em, actor, at }: Act, { owner }: Initiative): Promise<void> {
  const day = localDate(at);
  const inOffice = { from: { $lte: day }, $or: [{ to: null }, { to: { $gte: day } }] };
  if ((await em.count(Position, { person: actor.id, unit: owner.id, isHead: true, ...inOffice })) === 0) throw new Refused('NOT_HEAD');
}

export const subject = ({ id }: { readonly id: string }) => ({ type: 'Initiative', id });

/** What the log says of an initiative's version: its number, and when its head stood for it. */
export const stamp = ({ version, confirmedAt }: Initiative) => ({ version, confirmedAt });

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
async function whyNotTrackAsked(em: Act['em'], contest: Contest, { track }: Pick<DraftOrder, 'track'>): Promise<WhyNot> {
  return track && !contest.recorded ? whyNotAsked(track, await asksForTrack(em, contest.id)) : null;
}

/** A contest that was entered afterwards has whatever areas its initiatives had. */
async function whyNotArea(em: Act['em'], contest: Contest, areaId: string): Promise<WhyNot> {
  if (contest.recorded) return (await em.count(ReformArea, { id: areaId })) > 0 ? null : new Refused('NOT_FOUND', {}, 'areaId');
  const taken = await em.count(ContestArea, { contest: contest.id, area: areaId });
  return taken > 0 ? null : new Refused('AREA_NOT_IN_CONTEST', {}, 'areaId');
}
