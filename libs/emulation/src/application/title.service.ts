import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Unit } from '#domain/units';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { type Link, whyNotChain } from '../domain/eligibility.js';
import { EligibilityRule } from '../domain/eligibility-rule.entity.js';
import { TitleKind, type TitleKindSaid } from '../domain/title-kind.entity.js';

export interface RuleOrder {
  readonly kindId: string;
  readonly unitId: string;
  readonly links: readonly Link[];
  readonly legalBasis: string;
  readonly unchecked?: string | null;
  readonly illustrative?: boolean;
}

export interface TitleKindOrder extends Omit<TitleKindSaid, 'code' | 'basis'> {
  readonly kindCode: string;
  readonly legalBasis: string;
  readonly illustrative?: boolean;
}

/** The kinds of titles that are recorded, and what a title asks for. Both are the office's to say, with the text that they rest on. */
@Injectable()
export class TitleService {
  constructor(private readonly work: UnitOfWork) {}

  enterTitleKind(actor: Actor, { illustrative = false, kindCode, legalBasis, ...said }: TitleKindOrder): Promise<TitleKind> {
    return this.work.act(actor, 'enterTitleKind', async ({ em, record }) => {
      const kind = TitleKind.of({ ...said, code: kindCode, basis: legalBasis }, illustrative);
      em.persist(kind);
      const { code, nameVi, nameEn, level, multiple, startsOn, basis } = kind;
      record({ subject: { type: 'TitleKind', id: kind.id }, after: { code, nameVi, nameEn, level, multiple, startsOn, basis } });
      await em.flush();
      return kind;
    });
  }

  /** Of the years after its last day none is recorded any more; what was recorded stays. */
  endTitleKind(actor: Actor, { kindId, version, endsOn }: { kindId: string; version: number; endsOn: string }): Promise<TitleKind> {
    return this.work.act(actor, 'endTitleKind', async ({ em, held, record }) => {
      const kind = await held(await em.findOneOrFail(TitleKind, { id: kindId }), version);
      const before = { endsOn: kind.endsOn };
      kind.end(endsOn);
      record({ subject: { type: 'TitleKind', id: kind.id }, before, after: { endsOn } });
      await em.flush();
      return kind;
    });
  }

  /** The next version of what a title asks of those who work in a unit and below it. */
  enterEligibilityRule(actor: Actor, { kindId, unitId, illustrative = false, legalBasis, ...order }: RuleOrder): Promise<EligibilityRule> {
    return this.work.act(actor, 'enterEligibilityRule', async ({ em, record }) => {
      if (!actor.covers('achievement:manage', unitId)) throw new Refused('NOT_FOUND', { what: 'Unit' }, 'unitId');
      refuseIf(whyNotChain(order.links));
      const unit = await em.findOneOrFail(Unit, { id: unitId });
      const kind = await em.findOneOrFail(TitleKind, { id: kindId });
      await refuseStrange(em, order.links);
      const number = await nextNumber(em, kind, unit);
      const links = order.links.map(({ kindIds, years }) => ({ kindIds: [...kindIds], years }));
      const rule = EligibilityRule.of(kind, unit, { links, basis: legalBasis, unchecked: order.unchecked ?? null, number, illustrative });
      em.persist(rule);
      const after = { kind: kind.code, unit: unit.id, number, links, basis: rule.basis, unchecked: rule.unchecked };
      record({ subject: { type: 'EligibilityRule', id: rule.id }, after });
      await em.flush();
      return rule;
    });
  }
}

async function refuseStrange(em: EntityManager, links: readonly Link[]): Promise<void> {
  const known = new Set((await em.find(TitleKind, {}, { fields: ['id'] })).map(({ id }) => id));
  const at = links.findIndex(({ kindIds }) => kindIds.some((id) => !known.has(id)));
  if (at >= 0) throw new Refused('NOT_FOUND', { what: 'TitleKind' }, `links.${String(at)}.kindIds`);
}

/** The unit is held, so that two are not one version. */
async function nextNumber(em: EntityManager, kind: TitleKind, unit: Unit): Promise<number> {
  await sql`select 1 from unit where id = ${unit.id} for no key update`.execute(em.getKysely());
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(number), 0) + 1 as next from eligibility_rule where kind_id = ${kind.id} and unit_id = ${unit.id}`.execute(
    em.getKysely(),
  );
  return rows[0]?.next ?? 1;
}
