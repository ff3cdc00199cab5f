import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Person } from '#domain/identity';
import { Unit } from '#domain/units';
import { type Actor, Refused, localDate, refuseIf, whyNotDate } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { type FourWeeks, weeksBefore, whyNotShown, whyNotVerify } from '../domain/action-states.js';
import { CorrectiveAction } from '../domain/corrective-action.entity.js';
import { Counter } from '../domain/counter.entity.js';
import { Inspection, InspectionItem } from '../domain/inspection.entity.js';
import { ReportedCase } from '../domain/reported-case.entity.js';
import { Signal } from '../domain/signal.entity.js';
import { AFTER, BEFORE, fourWeeks } from './action.figures.js';
import { unitsHeaded } from './heads.js';
import { unitsOfReviewer } from './reviewer.js';

export interface OpenActionOrder {
  readonly signalId?: string | null;
  readonly caseId?: string | null;
  readonly findingId?: string | null;
  readonly rootCause: string;
  readonly remedy: string;
  readonly dueOn: string;
}

interface OfAction {
  readonly actionId: string;
  readonly version: number;
}

/** What a unit does about a signal, a case or a finding, and whether it was done and worked. */
@Injectable()
export class ActionService {
  constructor(private readonly work: UnitOfWork) {}

  /** Opened by the head of the unit, or by the office for them: the head answers for it. Refuses a unit that nobody heads, and a due day that is over. */
  openAction(actor: Actor, order: OpenActionOrder): Promise<CorrectiveAction> {
    return this.work.act(actor, 'openAction', async (act) => {
      const { em, at, record } = act;
      const today = localDate(at);
      const { unitId, ...source } = await sourceOf(act, order);
      refuseIf(whyNotDate('ACTION_DUE', order.dueOn, { now: today, path: 'dueOn' }));
      const owner = await ownerOf(em, unitId, actor.id, today);
      const unit = await em.findOneOrFail(Unit, { id: unitId });
      const before = await weeksUntil(em, unitId, today);
      const { rootCause, remedy, dueOn } = order;
      const action = CorrectiveAction.open(unit, { ...source, rootCause, remedy, owner, openedOn: today, dueOn, before });
      em.persist(action);
      const after = {
        unit: unitId,
        signal: source.signal?.id ?? null,
        case: source.reportedCase?.id ?? null,
        finding: source.finding?.id ?? null,
        owner: owner.id,
        dueOn,
        rootCause: action.rootCause,
        remedy: action.remedy,
      };
      record({ subject: { type: 'CorrectiveAction', id: action.id }, after });
      await em.flush();
      return action;
    });
  }

  /** Says that it was done, and what shows it: by its owner, or whoever heads the unit now. */
  claimAction(actor: Actor, order: OfAction & { readonly evidence: string }): Promise<CorrectiveAction> {
    return this.work.act(actor, 'claimAction', async ({ em, at, held, record }) => {
      const today = localDate(at);
      const own = { $or: [{ owner: actor.id }, { unit: { $in: await unitsHeaded(em, actor.id, today) } }] };
      const action = await held(await em.findOneOrFail(CorrectiveAction, { $and: [{ id: order.actionId }, own] }), order.version);
      const before = { state: action.state };
      action.claim(order.evidence, today);
      record({ subject: { type: 'CorrectiveAction', id: action.id }, before, after: { state: action.state, evidence: action.evidence } });
      await em.flush();
      return action;
    });
  }

  /** Somebody else saw that it was done. */
  verifyAction(actor: Actor, order: OfAction): Promise<CorrectiveAction> {
    return this.ofOffice(actor, order, 'verifyAction', (action, { verifier, today }) => {
      action.verify(verifier, today);
      return {};
    });
  }

  /** A later check showed that it worked. Refuses where citizens of a signal's unit are as dissatisfied as before. */
  confirmEffect(actor: Actor, order: OfAction & { readonly check: string }): Promise<CorrectiveAction> {
    return this.ofOffice(actor, order, 'confirmEffect', async (action, { em, today }) => {
      const { before, after } = await figuresOf(em, action, today);
      action.confirmEffect(order.check, today);
      if (action.signal) refuseIf(whyNotShown(before, after));
      return { check: action.effectCheck, before, after };
    });
  }

  /** It was not done, or did not help: all of it anew. */
  reopenAction(actor: Actor, order: OfAction & { readonly reason: string; readonly dueOn: string }): Promise<CorrectiveAction> {
    return this.ofOffice(actor, order, 'reopenAction', (action) => {
      action.reopen(order.reason, order.dueOn);
      return { dueOn: order.dueOn, reason: action.reason };
    });
  }

  /** It is done no more. */
  cancelAction(actor: Actor, order: OfAction & { readonly reason: string }): Promise<CorrectiveAction> {
    return this.ofOffice(actor, order, 'cancelAction', (action) => {
      action.cancel(order.reason);
      return { reason: action.reason };
    });
  }

  private ofOffice(
    actor: Actor,
    { actionId, version, dueOn }: OfAction & { readonly dueOn?: string },
    operation: string,
    move: (action: CorrectiveAction, at: Moving) => Said | Promise<Said>,
  ): Promise<CorrectiveAction> {
    return this.work.act(actor, operation, async ({ em, at, held, record }) => {
      const units = actor.isSystem ? {} : { unit: { $in: actor.unitsFor('action:verify') } };
      const found = await em.findOneOrFail(CorrectiveAction, { id: actionId, ...units });
      const today = localDate(at);
      refuseIf(whyNotVerify(actor.id, { ownerId: found.owner.id, unitId: found.unit.id }, await unitsOfReviewer(em, actor.id, today)));
      const action = await held(found, version);
      if (dueOn !== undefined) refuseIf(whyNotDate('ACTION_DUE', dueOn, { now: today, path: 'dueOn' }));
      const before = { state: action.state };
      const verifier = await em.findOneOrFail(Person, { id: actor.id });
      const said = await move(action, { em, verifier, today });
      record({ subject: { type: 'CorrectiveAction', id: action.id }, before, after: { state: action.state, ...said } });
      await em.flush();
      return action;
    });
  }
}

type Said = Readonly<Record<string, unknown>>;

interface Moving {
  readonly em: EntityManager;
  readonly verifier: Person;
  readonly today: string;
}

interface Figures {
  readonly before: FourWeeks | null;
  readonly after: FourWeeks | null;
}

/** What citizens said at a unit's counters in the four weeks up to now. */
async function weeksUntil(em: EntityManager, unitId: string, today: string): Promise<FourWeeks | null> {
  const from = sql`${weeksBefore(today)}::date`;
  const { rows } = await sql<{
    weeks: FourWeeks | null;
  }>`select ${fourWeeks({ unit: sql`${unitId}::uuid`, from, today })} as weeks`.execute(em.getKysely());
  return rows[0]?.weeks ?? null;
}

async function figuresOf(em: EntityManager, { id }: CorrectiveAction, today: string): Promise<Figures> {
  const { rows } = await sql<Figures>`
    select ${BEFORE} as before, ${fourWeeks({ unit: sql`a.unit_id`, from: AFTER, today })} as after
    from corrective_action a where a.id = ${id}`.execute(em.getKysely());
  return rows[0] ?? { before: null, after: null };
}

interface Source {
  readonly signal: Signal | null;
  readonly reportedCase: ReportedCase | null;
  readonly finding: InspectionItem | null;
  readonly unitId: string;
}

/** Of one signal, one case or one finding that the actor reads: for the units of the office, or that they head, where it is not past them. */
async function sourceOf({ em, actor, at }: Act, { signalId, caseId, findingId }: OpenActionOrder): Promise<Source> {
  const headed = await unitsHeaded(em, actor.id, localDate(at));
  const office = actor.unitsFor('action:verify');
  const read = [
    { counter: { unit: { $in: office.filter((unit) => !headed.includes(unit)) } } },
    { counter: { unit: { $in: headed } }, pastHead: false },
  ];
  // All are looked for first, so that nobody learns anything of what they do not read.
  const signal = signalId ? await em.findOneOrFail(Signal, { id: signalId, unit: { $in: [...office, ...headed] } }) : null;
  const reportedCase = caseId ? await em.findOneOrFail(ReportedCase, { $and: [{ id: caseId }, { $or: read }] }) : null;
  // Not before the minutes say so.
  const minuted = { state: { $in: ['MINUTES', 'CLOSED'] as const }, unit: { $in: [...office, ...headed] } };
  const finding = findingId ? await em.findOneOrFail(InspectionItem, { id: findingId, answer: 'NO', inspection: minuted }) : null;
  if ([signal, reportedCase, finding].filter((source) => source !== null).length !== 1) throw new Refused('ACTION_SOURCE');
  const sources = { signal, reportedCase, finding };
  if (signal) return { ...sources, unitId: signal.unit.id };
  if (finding) return { ...sources, unitId: (await em.findOneOrFail(Inspection, { id: finding.inspection.id })).unit.id };
  if (!reportedCase) throw new Refused('ACTION_SOURCE');
  if (reportedCase.pastHead) throw new Refused('CASE_PAST_HEAD');
  const { unit } = await em.findOneOrFail(Counter, { id: reportedCase.counter.id });
  return { ...sources, unitId: unit.id };
}

/** Who heads the unit: the actor, where they do, else who has for longest. */
async function ownerOf(em: EntityManager, unitId: string, actorId: string, day: string): Promise<Person> {
  const { rows } = await sql<{ id: string }>`
    select o.person_id as id from position o where o.unit_id = ${unitId} and o.is_head and o."from" <= ${day}::date and (o."to" is null or o."to" >= ${day}::date)
    order by (o.person_id = ${actorId}) desc, o."from", o.id limit 1`.execute(em.getKysely());
  if (!rows[0]) throw new Refused('ACTION_NO_HEAD');
  return em.findOneOrFail(Person, { id: rows[0].id });
}
