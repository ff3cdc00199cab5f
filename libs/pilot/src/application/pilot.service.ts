import { LockMode } from '@mikro-orm/core';
import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Rollout } from '#domain/rollout';
import { Roster, Unit } from '#domain/units';
import { type Actor, Refused, allRefused, day, localDate, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { reach } from '#lib/rollout';
import { type PilotAct, type PilotOutcome, type PilotPlace, problemsOfPilot, whyNotAct, whyNotConclude } from '../domain/pilot-policy.js';
import { Pilot, type PilotTexts, PilotUnit } from '../domain/pilot.entity.js';
import { PilotQueries } from './pilot.queries.js';

const MANAGE = 'pilot:manage';

export interface PilotOrder extends PilotTexts {
  readonly units: readonly PilotPlace[];
}

interface OfPilot {
  readonly pilotId: string;
  readonly version: number;
}

/** Pilots of roll-outs: what is measured and against whom is registered before any result, and what came of it is said whatever it is. */
@Injectable()
export class PilotService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pilots: PilotQueries,
  ) {}

  /** Refuses as `problemsOfPilot` says, units out of reach, and units that are not there when it begins. */
  draftPilot(actor: Actor, { rolloutId, ...order }: PilotOrder & { readonly rolloutId: string }): Promise<Pilot> {
    return this.work.act(actor, 'draftPilot', async ({ em, record }) => {
      const rollout = await em.findOneOrFail(Rollout, { id: rolloutId, roster: { host: reach(actor, MANAGE) } });
      const roster = await em.findOneOrFail(Roster, { id: rollout.roster.id });
      refuseIf(allRefused(problemsOfPilot(order, order.units)));
      const pilot = Pilot.of(rollout, await em.findOneOrFail(Unit, { id: roster.host.id }), order);
      em.persist(pilot);
      await placeUnits(em, { pilot, actor, units: order.units });
      record({ subject: subject(pilot), after: { rollout: rolloutId, ...saidOf(pilot, order.units) } });
      return pilot;
    });
  }

  /** Writes a draft anew. Files of units that are no longer in it go with them. */
  editPilot(actor: Actor, order: PilotOrder & OfPilot): Promise<Pilot> {
    return this.work.act(actor, 'editPilot', async (act) => {
      const { em, record } = act;
      const pilot = await this.managed(act, order);
      const was = await em.find(PilotUnit, { pilot });
      const before = saidOf(
        pilot,
        was.map(({ unit, arm }) => ({ unitId: unit.id, arm })),
      );
      const version = pilot.version;
      pilot.describe(order);
      refuseIf(allRefused(problemsOfPilot(order, order.units)));
      await placeUnits(em, { pilot, actor, units: order.units });
      if (!record({ subject: subject(pilot), before, after: saidOf(pilot, order.units) })) pilot.version = version;
      return pilot;
    });
  }

  /** From here on it stands. Refuses one whose first day has come, and units of which nothing is known from before. */
  registerPilot(actor: Actor, order: OfPilot): Promise<Pilot> {
    return this.step(actor, { ...order, operation: 'registerPilot', act: 'register' }, (pilot, { at }) => {
      pilot.register(at);
      return {};
    });
  }

  startPilot(actor: Actor, order: OfPilot): Promise<Pilot> {
    return this.step(actor, { ...order, operation: 'startPilot', act: 'start' }, (pilot) => {
      pilot.start();
      return {};
    });
  }

  /** No file is entered any more, and its result is there for everybody. Before its last day it needs a reason. */
  endPilot(actor: Actor, order: OfPilot & { readonly reason?: string | null }): Promise<Pilot> {
    return this.step(actor, { ...order, operation: 'endPilot', act: 'end' }, (pilot, { at }) => {
      pilot.end(localDate(at), order.reason ?? null);
      return { endedOn: pilot.endedOn, reason: pilot.endReason };
    });
  }

  /** Refuses to extend what was not shown to work, and to call not shown what was. */
  concludePilot(actor: Actor, order: OfPilot & { readonly outcome: PilotOutcome; readonly conclusion: string }): Promise<Pilot> {
    return this.step(actor, { ...order, operation: 'concludePilot', act: 'conclude' }, async (pilot, { at }) => {
      const result = (await this.pilots.pilot(actor, pilot.id))?.result;
      refuseIf(whyNotConclude(order.outcome, result?.shown ?? false));
      pilot.conclude(order.outcome, { conclusion: order.conclusion, day: localDate(at) });
      return { conclusion: pilot.conclusion };
    });
  }

  private step(
    actor: Actor,
    { operation, act: kind, ...order }: OfPilot & { operation: string; act: PilotAct },
    move: (pilot: Pilot, act: Act) => Record<string, unknown> | Promise<Record<string, unknown>>,
  ): Promise<Pilot> {
    return this.work.act(actor, operation, async (act) => {
      const pilot = await this.managed(act, order);
      const { state, startsOn, baselineTo } = pilot;
      const unitsWithoutFiles = kind === 'register' ? await withoutFiles(act.em, pilot) : 0;
      refuseIf(whyNotAct({ manages: true, state, startsOn, baselineTo, unitsWithoutFiles, today: localDate(act.at) }, kind));
      const said = await move(pilot, act);
      await act.em.flush();
      act.record({ subject: subject(pilot), before: { state }, after: { state: pilot.state, ...said } });
      return pilot;
    });
  }

  private async managed({ em, actor, held }: Act, { pilotId, version }: OfPilot): Promise<Pilot> {
    return held(await em.findOneOrFail(Pilot, { id: pilotId, host: reach(actor, MANAGE) }), version);
  }
}

const subject = ({ id }: Pilot) => ({ type: 'Pilot', id });

function saidOf(pilot: Pilot, units: readonly PilotPlace[]): Record<string, unknown> {
  const { title, fields, weekday, basis, measure, limitDays, startsOn, endsOn, baselineFrom, baselineTo } = pilot;
  const inOrder = units.map(({ unitId, arm }) => `${arm} ${unitId}`).sort();
  return { title, fields, weekday, basis, measure, limitDays, startsOn, endsOn, baselineFrom, baselineTo, units: inOrder };
}

/** The units as ordered: who stays keeps its files, also on the other side. */
async function placeUnits(
  em: EntityManager,
  { pilot, actor, units }: { pilot: Pilot; actor: Actor; units: readonly PilotPlace[] },
): Promise<void> {
  await em.flush();
  const known = new Map((await em.find(PilotUnit, { pilot })).map((one) => [one.unit.id, one]));
  const ids = units.map(({ unitId }) => unitId);
  const found = await em.find(Unit, { $and: [{ id: { $in: ids } }, { id: reach(actor, MANAGE) }] });
  const places = units.map(({ unitId, arm }, at) => ({
    unit: found.find(({ id }) => id === unitId),
    arm,
    path: `units.${String(at)}.unitId`,
  }));
  for (const { unit, arm, path } of places) {
    if (!unit) throw new Refused('NOT_FOUND', { what: 'Unit' }, path);
    if (!unit.isValidOn(pilot.startsOn)) throw new Refused('UNIT_NOT_THERE', { on: day(pilot.startsOn) }, path);
    const one = known.get(unit.id);
    if (one) one.arm = arm;
    else em.persist(PilotUnit.of(pilot, unit, arm));
  }
  const gone = [...known.values()].filter((one) => !ids.includes(one.unit.id)).map(({ id }) => id);
  await em.flush();
  await sql`delete from pilot_file where pilot_unit_id = any(${gone}::uuid[])`.execute(em.getKysely());
  await em.nativeDelete(PilotUnit, { id: { $in: gone } });
}

/** How many units have no file that was received in the months of the baseline; whoever enters one waits. */
async function withoutFiles(em: EntityManager, { id, baselineFrom, baselineTo }: Pilot): Promise<number> {
  await em.find(PilotUnit, { pilot: id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pilot_unit m where m.pilot_id = ${id} and not exists (
      select 1 from pilot_file f where f.pilot_unit_id = m.id and f.received_on between ${baselineFrom}::date and ${baselineTo}::date)`.execute(
    em.getKysely(),
  );
  return rows[0]?.count ?? 0;
}
