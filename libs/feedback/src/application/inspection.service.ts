import { LockMode } from '@mikro-orm/core';
import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Person } from '#domain/identity';
import { Unit } from '#domain/units';
import { personWithin } from '#lib/identity';
import { type Actor, Refused, localDate, refuseIf, whyNotDate } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import {
  type InspectionAct,
  type InspectionAnswer,
  type InspectionKind,
  type InspectionStanding,
  type Named,
  whyNotBy,
  whyNotSign,
  whyNotTeam,
  whyNotUnanswered,
} from '../domain/inspection-rules.js';
import { Inspection, InspectionItem, InspectionMember } from '../domain/inspection.entity.js';
import { inspectionScope, inspectionStanding, peopleOfUnit } from './inspection.scope.js';
import { newSalt, orderedFacts } from './inspection.secret.js';
import { unitsOfReviewer } from './reviewer.js';

export interface OrderInspectionOrder extends Named {
  readonly kind: InspectionKind;
  readonly unitId: string;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly items: readonly string[];
  readonly illustrative?: boolean | null;
}

export interface OfInspection {
  readonly inspectionId: string;
  readonly version: number;
}

/** Inspections from the order to the minutes. What is done to a surprise before it begins leaves nothing that others could find (ADR 52). */
@Injectable()
export class InspectionService {
  constructor(private readonly work: UnitOfWork) {}

  /** Refuses a unit of one's own, whoever is of it or named twice, and who is out of reach. */
  orderInspection(actor: Actor, order: OrderInspectionOrder): Promise<Inspection> {
    return this.work.act(actor, 'orderInspection', async (act) => {
      const { em, at, record, emit } = act;
      const today = localDate(at);
      const reach = actor.isSystem ? {} : { id: { $in: actor.unitsFor('inspection:order') } };
      const unit = await em.findOneOrFail(Unit, { $and: [{ id: order.unitId }, reach] });
      if ((await unitsOfReviewer(em, actor.id, today)).includes(unit.id)) throw new Refused('INSPECTION_OWN_UNIT', {}, 'unitId');
      refuseIf(whyNotDate('DECISION', order.decidedOn, { now: today, path: 'decidedOn' }));
      const team = await teamOf(act, order);
      refuseIf(whyNotTeam(order, await ofUnit(em, { people: team.map(({ id }) => id), unitId: unit.id, today })));
      const { kind, decisionNumber, decidedOn } = order;
      const orderedBy = await em.findOneOrFail(Person, { id: actor.id });
      const said = { kind, unit, decisionNumber, decidedOn, orderedBy, orderedAt: at, salt: newSalt() };
      const inspection = Inspection.order({ ...said, illustrative: order.illustrative ?? false });
      const members = team.map((person, place) => InspectionMember.of(inspection, person, place + 1));
      const items = order.items.map((question, place) => InspectionItem.of(inspection, question, place + 1));
      await em.persist([inspection, ...members, ...items]).flush();
      // Of a surprise the log gets a hash among others with the next seal, and nobody is told.
      if (kind === 'SURPRISE') return inspection;
      record({ subject: subject(inspection), after: orderedFacts({ inspection, members, items }) });
      emit({ type: 'inspection.ordered', payload: { inspectionId: inspection.id } });
      return inspection;
    });
  }

  /** It is not held; from then on the log says of a surprise too that it was ordered. */
  callOffInspection(actor: Actor, order: OfInspection & { readonly reason: string }): Promise<Inspection> {
    return this.step(actor, { ...order, operation: 'callOffInspection', act: 'callOff' }, async (inspection, { em }) => {
      inspection.callOff(order.reason);
      return { event: null, reason: inspection.callOffReason, ...(await revealed(em, inspection)) };
    });
  }

  /** The team is there: from now on a surprise is none. Refuses where somebody of the team is of the unit by now. */
  startInspection(actor: Actor, order: OfInspection): Promise<Inspection> {
    return this.step(actor, { ...order, operation: 'startInspection', act: 'start' }, async (inspection, { em, at, today }) => {
      const members = await em.find(InspectionMember, { inspection });
      const people = members.map(({ person }) => person.id);
      if ((await ofUnit(em, { people, unitId: inspection.unit.id, today })).length > 0) throw new Refused('TEAM_OF_UNIT');
      inspection.start(at);
      return { event: 'inspection.started', ...(await revealed(em, inspection)) };
    });
  }

  /** What the team finds of one item; said anew as long as the minutes are not drawn up. */
  answerInspectionItem(
    actor: Actor,
    order: { readonly itemId: string; readonly version: number; readonly answer: InspectionAnswer; readonly remark?: string | null },
  ): Promise<Inspection> {
    return this.work.act(actor, 'answerInspectionItem', async ({ em, at, held, record }) => {
      const found = await em.findOneOrFail(InspectionItem, { id: order.itemId });
      const standing = await standingOf({ em, actor, today: localDate(at) }, found.inspection.id, 'itemId');
      refuseIf(whyNotBy(standing, 'answer'));
      // Shared, so that two of the team answer at once, and not while the minutes are drawn up.
      const inspection = await em.findOneOrFail(Inspection, { id: found.inspection.id }, { lockMode: LockMode.PESSIMISTIC_READ });
      const item = await held(found, order.version);
      inspection.refuseUnless('answer');
      const before = { answer: item.answer, remark: item.remark };
      item.say(order.answer, order.remark ?? null);
      const after = { answer: item.answer, remark: item.remark };
      record({ subject: { type: 'InspectionItem', id: item.id }, before, after });
      await em.flush();
      return inspection;
    });
  }

  /** All is answered: what the unit is told, for both to sign. */
  drawUpMinutes(actor: Actor, order: OfInspection & { readonly conclusion: string }): Promise<Inspection> {
    return this.step(actor, { ...order, operation: 'drawUpMinutes', act: 'drawUp' }, async (inspection, { em, at }) => {
      inspection.drawUp(order.conclusion, at);
      refuseIf(whyNotUnanswered(await em.count(InspectionItem, { inspection, answer: null })));
      return { event: 'inspection.drawnUp', conclusion: inspection.conclusion };
    });
  }

  /** As who leads the team, or heads the unit; each once. */
  signMinutes(actor: Actor, order: OfInspection): Promise<Inspection> {
    return this.step(actor, { ...order, operation: 'signMinutes', act: 'sign' }, async (inspection, { em, at, standing }) => {
      const { unitAnswered, teamSignedAt } = inspection;
      inspection.refuseUnless('sign');
      refuseIf(whyNotSign(standing, { teamSigned: teamSignedAt !== null, unitAnswered }));
      const signer = await em.findOneOrFail(Person, { id: actor.id });
      if (standing.leads) inspection.signForTeam(signer, at);
      else inspection.signForUnit(signer, at);
      return { event: null, side: standing.leads ? 'TEAM' : 'UNIT' };
    });
  }

  /** That nobody of the unit signs, and why: it is in the minutes in place of a name. */
  recordMinutesRefusal(actor: Actor, order: OfInspection & { readonly reason: string }): Promise<Inspection> {
    return this.step(actor, { ...order, operation: 'recordMinutesRefusal', act: 'recordRefusal' }, (inspection) => {
      inspection.refuseUnless('recordRefusal');
      if (inspection.unitAnswered) throw new Refused('MINUTES_SIGNED');
      inspection.recordRefusal(order.reason);
      return { event: null, reason: inspection.signRefusal };
    });
  }

  private step(
    actor: Actor,
    { inspectionId, version, operation, act: kind }: OfInspection & { operation: string; act: InspectionAct },
    move: (inspection: Inspection, act: Moving) => Moved | Promise<Moved>,
  ): Promise<Inspection> {
    return this.work.act(actor, operation, async (act) => {
      const { em, at, held, record, emit } = act;
      const today = localDate(at);
      const standing = await standingOf({ em, actor, today }, inspectionId);
      refuseIf(whyNotBy(standing, kind));
      const inspection = await held(await em.findOneOrFail(Inspection, { id: inspectionId }), version);
      const before = { state: inspection.state };
      const { event, ...said } = await move(inspection, { ...act, today, standing });
      await em.flush();
      record({ subject: subject(inspection), before, after: { state: inspection.state, ...said } });
      if (event) emit({ type: event, payload: { inspectionId } });
      return inspection;
    });
  }
}

interface Moving extends Act {
  readonly today: string;
  readonly standing: InspectionStanding;
}

interface Asking {
  readonly em: EntityManager;
  readonly actor: Actor;
  readonly today: string;
}

type Moved = Readonly<Record<string, unknown>> & { readonly event: string | null };

const subject = ({ id }: Inspection) => ({ type: 'Inspection', id });

/** What the actor is to it. To who does not read it there is none. */
async function standingOf({ em, actor, today }: Asking, id: string, path = 'inspectionId'): Promise<InspectionStanding> {
  const { rows } = await sql<InspectionStanding>`
    select ${inspectionStanding(actor, today)} from inspection i where i.id = ${id} and ${inspectionScope(actor, today)}`.execute(
    em.getKysely(),
  );
  if (!rows[0]) throw new Refused('NOT_FOUND', { what: 'Inspection' }, path);
  return rows[0];
}

/** Who leads it first. Held in the order of their ids, as everywhere where several are. */
async function teamOf(act: Act, { leadId, memberIds }: Named): Promise<Person[]> {
  const all = [leadId, ...memberIds];
  const found = new Map<string, Person>();
  for (const id of [...new Set(all)].sort()) {
    const at = all.indexOf(id);
    found.set(id, await personWithin(act, 'person:read', id, at === 0 ? 'leadId' : `memberIds.${String(at - 1)}`));
  }
  return all.flatMap((id) => found.get(id) ?? []);
}

async function ofUnit(
  em: EntityManager,
  { people, unitId, today }: { people: readonly string[]; unitId: string; today: string },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`${peopleOfUnit(people, unitId, today)}`.execute(em.getKysely());
  return rows.map(({ id }) => id);
}

/** Of a surprise what was ordered, with what its hash was salted with and the entry where that stands; of what was planned the log knows. */
async function revealed(em: EntityManager, inspection: Inspection): Promise<Readonly<Record<string, unknown>>> {
  if (inspection.salt === null) return {};
  const members = await em.find(InspectionMember, { inspection });
  const items = await em.find(InspectionItem, { inspection });
  return { ordered: orderedFacts({ inspection, members, items }), salt: inspection.salt, sealedIn: inspection.seal?.id ?? null };
}
