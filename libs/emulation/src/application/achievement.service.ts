import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Person } from '#domain/identity';
import { Unit } from '#domain/units';
import { personWithin, recordsOf } from '#lib/identity';
import { type Actor, Refused, type WhyNot, localDate, refuseIf, whyNotDate } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { type Standing, whyNotBy, whyNotWithdraw } from '../domain/achievement-states.js';
import { Achievement, type AchievementSaid, whyNotSaid } from '../domain/achievement.entity.js';
import { BY_THEMSELVES, TitleKind, whyNotInYear } from '../domain/title-kind.entity.js';
import { headed, readScope, standing } from './achievement.scope.js';

export interface DeclareOrder {
  /** Left out: about oneself. */
  readonly personId?: string | null;
  readonly kindId: string;
  readonly year: number;
  readonly without?: boolean;
  readonly detail?: string | null;
  readonly decisionNumber?: string | null;
  readonly decidedOn?: string | null;
  readonly issuer?: string | null;
  /** Left out: where they work. */
  readonly unitThenId?: string | null;
  readonly basedOnIds?: readonly string[];
  readonly illustrative?: boolean;
}

interface OfAchievement {
  readonly achievementId: string;
  readonly version: number;
}

/** What officials achieved: declared by themselves, their head or the office, confirmed by somebody else, and taken back. */
@Injectable()
export class AchievementService {
  constructor(private readonly work: UnitOfWork) {}

  /** Refuses `NOT_FOUND` for a person who is out of reach, what comes by itself, and as `whyNotSaid` says. */
  declareAchievement(actor: Actor, order: DeclareOrder): Promise<Achievement> {
    return this.work.act(actor, 'declareAchievement', async (act) => {
      const { em, at, record } = act;
      const today = localDate(at);
      const person = await whom(act, order.personId ?? null, today);
      const kind = await em.findOneOrFail(TitleKind, { id: order.kindId });
      const said = saidIn(order);
      if (BY_THEMSELVES.includes(kind.code)) throw new Refused('ACHIEVEMENT_BY_ITSELF', {}, 'kindId');
      refuseIf(whyNotSaid(said, today) ?? whyNotInYear(kind, said.year));
      refuseIf(whyNotDate('DECISION', said.decidedOn, { now: today, path: 'decidedOn' }));
      await refuseBasis(em, person, said.basedOn);
      const places = await placesOf(em, person, order.unitThenId ?? null);
      const declaredBy = await whoActs(em, actor);
      const from = { person, kind, ...places, source: 'OWN', declaredBy, at, illustrative: order.illustrative ?? false } as const;
      const achievement = Achievement.declare(from, said);
      await em.persist(achievement).flush();
      const after = { person: person.id, kind: kind.code, unit: places.unit.id, unitThen: places.unitThen.id, ...said };
      record({ subject: subject(achievement), after: { ...after, state: achievement.state } });
      return achievement;
    });
  }

  /** Refuses a second of the same kind and year, under whichever record of the person. */
  confirmAchievement(actor: Actor, order: OfAchievement): Promise<Achievement> {
    return this.step(
      actor,
      { ...order, operation: 'confirmAchievement', why: (of) => whyNotBy(of, 'confirm') },
      async (achievement, { em, by, at }) => {
        if (achievement.single && (await isConfirmed(em, achievement))) throw new Refused('ACHIEVEMENT_TWICE');
        achievement.confirm(by, at);
        return {};
      },
    );
  }

  rejectAchievement(actor: Actor, order: OfAchievement & { readonly reason: string }): Promise<Achievement> {
    return this.step(
      actor,
      { ...order, operation: 'rejectAchievement', why: (of) => whyNotBy(of, 'reject') },
      (achievement, { by, at }) => {
        achievement.reject(by, at, order.reason);
        return { reason: achievement.rejectionReason };
      },
    );
  }

  /** Takes a title back by a decision. What came by itself ends as what it came from does. */
  revokeAchievement(
    actor: Actor,
    order: OfAchievement & { readonly decisionNumber: string; readonly decidedOn: string; readonly reason: string },
  ): Promise<Achievement> {
    return this.step(actor, { ...order, operation: 'revokeAchievement', why: (of) => whyNotBy(of, 'revoke') }, (achievement, { at }) => {
      if (achievement.sourceId !== null) throw new Refused('ACHIEVEMENT_BY_ITSELF');
      refuseIf(whyNotDate('DECISION', order.decidedOn, { now: localDate(at), path: 'decidedOn' }));
      achievement.revoke(order);
      return { number: achievement.revocationNumber, revokedOn: achievement.revokedOn, reason: achievement.revocationReason };
    });
  }

  /** Takes out what was declared by mistake, while it waits, or what a list brought in wrongly. */
  withdrawAchievement(actor: Actor, order: OfAchievement & { readonly reason: string }): Promise<Achievement> {
    return this.step(actor, { ...order, operation: 'withdrawAchievement', why: () => null }, (achievement, { by, at, standing: found }) => {
      refuseIf(whyNotWithdraw({ ...found, state: achievement.state, source: achievement.source }));
      achievement.withdraw(by, at, order.reason);
      return { reason: achievement.withdrawalReason };
    });
  }

  private step(
    actor: Actor,
    { achievementId, version, operation, why }: OfAchievement & { operation: string; why: (of: Standing) => WhyNot },
    move: (achievement: Achievement, act: Moving) => object | Promise<object>,
  ): Promise<Achievement> {
    return this.work.act(actor, operation, async (act) => {
      const { em, at, held, record, emit } = act;
      const found = await standingOf(em, actor, { id: achievementId, day: localDate(at) });
      if (!found) throw new Refused('NOT_FOUND', { what: 'Achievement' }, 'achievementId');
      refuseIf(why(found));
      const achievement = await held(await em.findOneOrFail(Achievement, { id: achievementId }), version);
      const before = { state: achievement.state };
      const by = await whoActs(em, actor);
      const said = await move(achievement, { ...act, by, standing: found });
      await em.flush();
      record({ subject: subject(achievement), before, after: { state: achievement.state, ...said } });
      emit({ type: 'achievement.settled', payload: { achievementId } });
      return achievement;
    });
  }
}

interface Moving extends Act {
  readonly by: Person | null;
  readonly standing: Standing;
}

const subject = ({ id }: Achievement) => ({ type: 'Achievement', id });

/** Null for the system. */
export const whoActs = async (em: EntityManager, { id, isSystem }: Actor): Promise<Person | null> =>
  isSystem ? null : em.findOneOrFail(Person, { id });

const saidIn = (order: DeclareOrder): AchievementSaid => ({
  year: order.year,
  without: order.without ?? false,
  detail: order.detail ?? null,
  decisionNumber: order.decisionNumber ?? null,
  decidedOn: order.decidedOn ?? null,
  issuer: order.issuer ?? null,
  basedOn: order.basedOnIds ?? [],
});

/** Oneself, somebody of a unit that one heads, or somebody whom the office reaches. */
async function whom(act: Act, personId: string | null, today: string): Promise<Person> {
  const { em, actor } = act;
  if (personId === null || personId === actor.id) return em.findOneOrFail(Person, { id: actor.id });
  const { rows } = await sql`
    select 1 from person p where p.id = ${personId} and p.merged_into_id is null and p.unit_id in (${headed(actor, today)})`.execute(
    em.getKysely(),
  );
  return rows.length > 0 ? em.findOneOrFail(Person, { id: personId }) : personWithin(act, 'achievement:manage', personId);
}

async function placesOf(em: EntityManager, person: Person, thenId: string | null): Promise<{ unit: Unit; unitThen: Unit }> {
  const then = thenId === null ? null : await em.findOneOrFail(Unit, { id: thenId });
  const now = person.unit ? await em.findOneOrFail(Unit, { id: person.unit.id }) : null;
  const [unit, unitThen] = [now ?? then, then ?? now];
  if (!unit || !unitThen) throw new Refused('ACHIEVEMENT_NO_UNIT', {}, 'unitThenId');
  return { unit, unitThen };
}

async function refuseBasis(em: EntityManager, { id }: Person, basedOn: readonly string[]): Promise<void> {
  if (basedOn.length === 0) return;
  const { rows } = await sql<{ id: string }>`
    select a.id from achievement a where a.id = any(${[...basedOn]}::uuid[]) and a.state = 'CONFIRMED' and not a.without
      and a.person_id in ${recordsOf(sql`${id}::uuid`)}`.execute(em.getKysely());
  const strange = basedOn.findIndex((one, at) => !rows.some((row) => row.id === one) || basedOn.indexOf(one) !== at);
  if (strange >= 0) throw new Refused('ACHIEVEMENT_BASIS', {}, `basedOnIds.${String(strange)}`);
}

async function isConfirmed(em: EntityManager, { id, person, kind, year }: Achievement): Promise<boolean> {
  const { rows } = await sql`
    select 1 from achievement a join person p on p.id = a.person_id join person mine on mine.id = ${person.id}
    where a.id <> ${id} and a.kind_id = ${kind.id} and a.year = ${year} and a.state = 'CONFIRMED'
      and a.person_id in ${recordsOf(sql`coalesce(mine.merged_into_id, mine.id)`)} limit 1`.execute(em.getKysely());
  return rows.length > 0;
}

/** What the actor is to a record; null where they do not read it. */
async function standingOf(em: EntityManager, actor: Actor, { id, day }: { id: string; day: string }): Promise<Standing | null> {
  const { rows } = await sql<Standing>`
    select ${standing(actor, day)} from achievement a where a.id = ${id} and ${readScope(actor, day)}`.execute(em.getKysely());
  return rows[0] ?? null;
}
