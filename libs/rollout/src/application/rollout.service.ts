import { LockMode } from '@mikro-orm/core';
import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Contest } from '#domain/contest';
import { Initiative } from '#domain/initiative';
import { Roster, Unit } from '#domain/units';
import { type Actor, Refused, allRefused, localDate, refuseIf, whyNotDate } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { RosterService } from '#lib/units';
import { type AdoptionBasis } from '../domain/adoption-states.js';
import { Adoption, whyNotExempt } from '../domain/adoption.entity.js';
import { type IndicatorFacts } from '../domain/indicator.entity.js';
import { Rollout, type RolloutDecision, type RolloutTexts } from '../domain/rollout.entity.js';
import { withServiceIndicators } from '../domain/platform-services.js';
import { whyNotAdopt } from '../domain/rollout-policy.js';
import { IndicatorService } from './indicator.service.js';
import { mayTakePart, rosterCommunes } from './roster-communes.js';
import { personOf, reach } from './reach.js';

/** What a decision says of one commune. */
export interface CommuneOrder {
  readonly unitId: string;
  readonly basis: AdoptionBasis;
  readonly reason?: string | null;
}

export interface AdoptOrder extends RolloutTexts {
  readonly initiativeId: string;
  readonly leadUnitId: string;
  readonly startedOn: string;
  /** The day whose units it counts with; omitted: the day it starts. */
  readonly rosterAsOf?: string | null;
  readonly decision: RolloutDecision;
  readonly indicators: readonly IndicatorFacts[];
  /** Omitted: every commune of the roster is required. */
  readonly communes?: readonly CommuneOrder[] | null;
  readonly illustrative?: boolean | null;
}

export interface OwnAdoptionOrder {
  readonly initiativeId: string;
  readonly unitId: string;
  readonly startedOn: string;
  readonly reason: string;
}

export interface EditRolloutOrder extends RolloutTexts {
  readonly rolloutId: string;
  readonly version: number;
  readonly leadUnitId: string;
}

/** How an initiative comes to be rolled out. */
@Injectable()
export class RolloutService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rosters: RosterService,
    private readonly indicators: IndicatorService,
  ) {}

  /** By a decision: draws the roster and says of each commune whether it must. Communes that began by themselves keep what they have done, and their roster: refuses `ROSTER_DRAWN` for another day. */
  adoptInitiative(actor: Actor, order: AdoptOrder): Promise<Rollout> {
    return this.work.act(actor, 'adoptInitiative', async (act) => {
      const { em, at, record, emit } = act;
      const initiative = await this.adoptable(act, order.initiativeId, { contest: { host: reach(actor, 'rollout:manage') } });
      const begun = await em.findOne(Rollout, { initiative }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const rollout = begun ?? (await this.begin(act, initiative, order));
      rollout.decide(order.decision, localDate(at));
      rollout.describe(order, await em.findOneOrFail(Unit, { id: order.leadUnitId }));
      if (begun && order.rosterAsOf) await refuseOtherRoster(em, begun, order.rosterAsOf);
      await em.flush();
      const communes = await this.enrol(act, rollout, order);
      const indicators = withServiceIndicators(rollout.service, order.indicators);
      await this.indicators.put(em, rollout, indicators);
      record({
        subject: { type: 'Rollout', id: rollout.id },
        after: { initiative: initiative.id, decision: order.decision.number, communes, indicators: indicators.length },
        reason: order.reason,
      });
      emit({ type: 'rollout.adopted', payload: { rolloutId: rollout.id, initiativeId: initiative.id } });
      await em.flush();
      return rollout;
    });
  }

  /** A commune took it up by itself, as it is on that day: the rollout is begun with it, or it joins the one there is as a volunteer, also as a unit that succeeded one of its roster or came to its district since. */
  recordOwnAdoption(actor: Actor, order: OwnAdoptionOrder): Promise<Adoption> {
    return this.work.act(actor, 'recordOwnAdoption', async (act) => {
      const { em, at, record, emit } = act;
      const unit = await em.findOneOrFail(Unit, { $and: [{ id: order.unitId }, { id: reach(actor, 'adoption:record') }] });
      const initiative = await this.adoptable(act, order.initiativeId, {});
      refuseIf(whyNotDate('ADOPTION', order.startedOn, { now: localDate(at), path: 'startedOn' }));
      if (!unit.isValidOn(order.startedOn)) throw new Refused('UNIT_NOT_THERE', { on: order.startedOn }, 'startedOn');
      const texts: RolloutTexts = {
        titleVi: initiative.title,
        titleEn: initiative.title,
        reason: order.reason,
        legalBasis: null,
        plan: null,
        resources: null,
        cost: null,
        dueOn: null,
      };
      const begun = await em.findOne(Rollout, { initiative }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const rollout =
        begun ??
        (await this.begin(act, initiative, {
          ...texts,
          leadUnitId: unit.id,
          startedOn: order.startedOn,
          illustrative: initiative.illustrative,
          withSuccessors: true,
        }));
      if (!(await mayTakePart(em, rollout.roster.id, unit.id))) throw new Refused('UNIT_NOT_IN_ROLLOUT', {}, 'unitId');
      const by = personOf(em, actor);
      const effectiveOn = order.startedOn > rollout.startedOn ? order.startedOn : rollout.startedOn;
      const { adoption, change } = Adoption.begin(rollout, unit, 'VOLUNTARY', {
        by,
        at,
        effectiveOn,
        today: localDate(at),
        reason: order.reason,
      });
      em.persist([adoption, change]);
      record({
        subject: { type: 'Adoption', id: adoption.id },
        after: { rollout: rollout.id, unit: unit.id, basis: 'VOLUNTARY' },
        reason: order.reason,
      });
      emit({ type: 'adoption.begun', payload: { adoptionId: adoption.id, rolloutId: rollout.id } });
      await em.flush();
      return adoption;
    });
  }

  /** What a service that is named counts becomes indicators of the roll-out where they are not there yet. */
  editRollout(actor: Actor, order: EditRolloutOrder): Promise<Rollout> {
    return this.work.act(actor, 'editRollout', async ({ em, held, record }) => {
      const scope = { id: order.rolloutId, roster: { host: reach(actor, 'rollout:manage') } };
      const rollout = await held(await em.findOneOrFail(Rollout, scope), order.version);
      const before = textsOf(rollout);
      rollout.describe(order, await em.findOneOrFail(Unit, { id: order.leadUnitId }));
      const counted = await this.indicators.putThoseOfService(em, rollout);
      record({
        subject: { type: 'Rollout', id: rollout.id },
        before,
        after: { ...textsOf(rollout), ...(counted.length > 0 && { counted }) },
      });
      await em.flush();
      return rollout;
    });
  }

  private async adoptable({ em }: Act, initiativeId: string, scope: object): Promise<Initiative> {
    // Held, so that of two who begin its rollout at once the second finds it begun.
    const initiative = await em.findOneOrFail(Initiative, { id: initiativeId, ...scope }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const contest = await em.findOneOrFail(Contest, { id: initiative.contest.id });
    refuseIf(whyNotAdopt({ state: initiative.state, phase: contest.phase }));
    return initiative;
  }

  private async begin(
    { em, actor }: Act,
    initiative: Initiative,
    order: RolloutTexts & {
      leadUnitId: string;
      startedOn: string;
      rosterAsOf?: string | null;
      illustrative?: boolean | null;
      withSuccessors?: boolean;
    },
  ): Promise<Rollout> {
    const contest = await em.findOneOrFail(Contest, { id: initiative.contest.id });
    const drawn = await this.rosters.draw(actor, {
      hostUnitId: contest.host.id,
      asOf: order.rosterAsOf ?? order.startedOn,
      withSuccessors: order.withSuccessors,
    });
    const leadUnit = await em.findOneOrFail(Unit, { id: order.leadUnitId });
    const roster = em.getReference(Roster, drawn.id);
    const rollout = Rollout.of(
      initiative,
      { leadUnit, roster, startedOn: order.startedOn, illustrative: order.illustrative ?? false },
      order,
    );
    em.persist(rollout);
    return rollout;
  }

  /** Gives every commune named its place; returns how many there are of each basis. */
  private async enrol({ em, actor, at }: Act, rollout: Rollout, order: AdoptOrder): Promise<Record<string, number>> {
    const onRoster = await rosterCommunes(em, rollout.roster.id);
    const communes = order.communes ?? onRoster.map((unitId): CommuneOrder => ({ unitId, basis: 'REQUIRED' }));
    const begun = new Map((await em.find(Adoption, { rollout })).map((adoption) => [adoption.unit.id, adoption]));
    const by = personOf(em, actor);
    const counts: Record<string, number> = {};
    const wrong = communes.flatMap(({ unitId, basis, reason = null }, place) => {
      const path = `communes.${String(place)}.`;
      if (!onRoster.includes(unitId)) return [new Refused('UNIT_NOT_IN_ROLLOUT', {}, `${path}unitId`)];
      if (communes.findIndex((other) => other.unitId === unitId) !== place) return [new Refused('UNIT_TWICE', {}, `${path}unitId`)];
      return whyNotExempt(basis, reason, `${path}reason`) ?? [];
    });
    refuseIf(allRefused(wrong));
    for (const { unitId, basis, reason = null } of communes) {
      const change = { by, at, effectiveOn: rollout.startedOn, today: localDate(at), reason };
      const known = begun.get(unitId);
      if (!known) persistBegun(em, Adoption.begin(rollout, em.getReference(Unit, unitId), basis, change));
      else if (known.basis !== basis) em.persist(known.setBasis(basis, { ...change, effectiveOn: known.changedOn }));
      counts[basis] = (counts[basis] ?? 0) + 1;
    }
    return counts;
  }
}

async function refuseOtherRoster(em: EntityManager, begun: Rollout, asOf: string): Promise<void> {
  const drawn = await em.findOneOrFail(Roster, { id: begun.roster.id });
  if (drawn.asOf !== asOf) throw new Refused('ROSTER_DRAWN', { asOf: drawn.asOf }, 'rosterAsOf');
}

function persistBegun(em: EntityManager, { adoption, change }: ReturnType<typeof Adoption.begin>): void {
  em.persist([adoption, change]);
}

function textsOf(rollout: Rollout): Record<string, unknown> {
  const { titleVi, titleEn, reason, legalBasis, plan, resources, cost, dueOn, service, leastPilotMonths, leastUseMonths } = rollout;
  const least = { leastPilotMonths, leastUseMonths };
  return { titleVi, titleEn, reason, legalBasis, plan, resources, cost, dueOn, service, ...least, leadUnit: rollout.leadUnit.id };
}
