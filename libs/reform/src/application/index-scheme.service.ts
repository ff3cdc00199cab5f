import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Unit } from '#domain/units';
import { type Actor, Refused, localDate, newId, refuseIf, whyNotDate } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { reach } from '#lib/rollout';
import { IndexCriterion, IndexScheme, type IndexSchemeTexts } from '../domain/index-scheme.entity.js';
import { MOST_CRITERIA, whyNotDraft } from '../domain/index-states.js';

export const KEEP = 'index:keep';

export interface CriterionOrder {
  readonly criterionCode: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly maximum: string;
  /** A criterion of an older scheme in force with the same meaning. */
  readonly comparableWithId?: string | null;
}

export interface FieldOrder {
  readonly criterionCode: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly criteria: readonly CriterionOrder[];
}

export interface SchemeOrder extends IndexSchemeTexts {
  readonly fields: readonly FieldOrder[];
}

export interface OfScheme {
  readonly schemeId: string;
  readonly version: number;
}

/** Schemes of the index: drafted as the decision has them, and put in force once their maxima add up. */
@Injectable()
export class IndexSchemeService {
  constructor(private readonly work: UnitOfWork) {}

  /** `unitId` left out: the office that the actor is of. */
  enterIndexScheme(
    actor: Actor,
    { unitId, illustrative, ...order }: SchemeOrder & { readonly unitId?: string | null; readonly illustrative?: boolean },
  ): Promise<IndexScheme> {
    return this.work.act(actor, 'enterIndexScheme', async (act) => {
      const host = await hostOf(act, unitId ?? null);
      refuseDate(order, act.at);
      const scheme = IndexScheme.of(host, order, illustrative ?? false);
      await act.em.persist(scheme).flush();
      await writeFields(act.em, scheme, order.fields);
      act.record({ subject: subject(scheme), after: { host: host.id, ...saidOf(order) } });
      return scheme;
    });
  }

  /** Writes a draft anew, with all of its criteria. */
  editIndexScheme(actor: Actor, { schemeId, version, ...order }: SchemeOrder & OfScheme): Promise<IndexScheme> {
    return this.work.act(actor, 'editIndexScheme', async (act) => {
      const { em, at, record } = act;
      const scheme = await kept(act, { schemeId, version });
      refuseIf(whyNotDraft(true, scheme.state));
      refuseDate(order, at);
      const before = saidOf({ ...textsOf(scheme), fields: await fieldsOf(em, scheme) });
      const seen = scheme.version;
      scheme.describe(order);
      await em.nativeDelete(IndexCriterion, { scheme, group: { $ne: null } });
      await em.nativeDelete(IndexCriterion, { scheme });
      await writeFields(em, scheme, order.fields);
      if (!record({ subject: subject(scheme), before, after: saidOf(order) })) scheme.version = seen;
      return scheme;
    });
  }

  /** From here on it stands. Refuses one whose maxima do not add up, and a second one from the same year. */
  putIndexSchemeInForce(actor: Actor, order: OfScheme): Promise<IndexScheme> {
    return this.work.act(actor, 'putIndexSchemeInForce', async (act) => {
      const scheme = await kept(act, order);
      const criteria = await act.em.find(IndexCriterion, { scheme });
      const before = { state: scheme.state };
      scheme.putInForce(
        criteria.flatMap(({ maximum }) => maximum ?? []),
        act.at,
      );
      act.record({ subject: subject(scheme), before, after: { state: scheme.state } });
      await act.em.flush();
      return scheme;
    });
  }
}

const subject = ({ id }: IndexScheme) => ({ type: 'IndexScheme', id });

const refuseDate = ({ decidedOn }: IndexSchemeTexts, at: Date): void => {
  refuseIf(whyNotDate('DECISION', decidedOn, { now: localDate(at), path: 'decidedOn' }));
};

const kept = async ({ em, actor, held }: Act, { schemeId, version }: OfScheme): Promise<IndexScheme> =>
  held(await em.findOneOrFail(IndexScheme, { id: schemeId, host: reach(actor, KEEP) }), version);

/** The unit named, or the one that no other unit of the actor's office is above. */
async function hostOf({ em, actor }: Act, unitId: string | null): Promise<Unit> {
  if (unitId !== null) return em.findOneOrFail(Unit, { $and: [{ id: unitId }, { id: reach(actor, KEEP) }] });
  const units = await em.find(Unit, { id: { $in: actor.unitsFor(KEEP) } });
  const ids = units.map(({ id }) => id);
  const [highest, another] = units.filter(({ parent }) => !parent || !ids.includes(parent.id));
  if (!highest || another) throw new Refused('INDEX_HOST_UNCLEAR', {}, 'unitId');
  return highest;
}

const textsOf = ({ nameVi, nameEn, decisionNumber, decidedOn, issuer, fromYear, total, step }: IndexSchemeTexts): IndexSchemeTexts => ({
  ...{ nameVi, nameEn, decisionNumber, decidedOn, issuer, fromYear, total, step },
});

const saidOf = ({ fields, ...texts }: SchemeOrder): Record<string, unknown> => ({
  ...textsOf(texts),
  criteria: fields.map((field) => ({
    ...{ code: field.criterionCode, nameVi: field.nameVi, nameEn: field.nameEn },
    criteria: field.criteria.map((one) => ({
      ...{ code: one.criterionCode, nameVi: one.nameVi, nameEn: one.nameEn, maximum: one.maximum },
      comparableWith: one.comparableWithId ?? null,
    })),
  })),
});

/** As they were said, so that the same again is no change. */
async function fieldsOf(em: EntityManager, scheme: IndexScheme): Promise<FieldOrder[]> {
  const all = await em.find(IndexCriterion, { scheme }, { orderBy: { place: 'asc' } });
  const named = ({ code, nameVi, nameEn }: IndexCriterion) => ({ criterionCode: code, nameVi, nameEn });
  const criterion = (one: IndexCriterion): CriterionOrder => ({
    ...{ ...named(one), maximum: one.maximum ?? '0' },
    comparableWithId: one.comparableKey === one.id ? null : one.comparableKey,
  });
  return all
    .filter(({ group }) => !group)
    .map((field) => ({ ...named(field), criteria: all.filter(({ group }) => group?.id === field.id).map(criterion) }));
}

interface Row {
  readonly id: string;
  readonly groupId: string | null;
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly maximum: string | null;
  readonly key: string | null;
}

/** Refuses a code that is there twice, and a criterion to compare with that is of no older scheme in force. */
async function writeFields(em: EntityManager, scheme: IndexScheme, fields: readonly FieldOrder[]): Promise<void> {
  await em.flush();
  const keys = await keysOf(em, scheme, fields);
  const rows = fields.flatMap((field, at): Row[] => {
    const id = newId();
    const one = (order: Omit<FieldOrder, 'criteria'>) => ({
      code: order.criterionCode.trim(),
      nameVi: order.nameVi.trim(),
      nameEn: order.nameEn.trim(),
    });
    const criteria = field.criteria.map((order, place): Row => {
      const own = newId();
      return { id: own, groupId: id, ...one(order), maximum: order.maximum, key: keyOf(keys, order, pathOf(at, place)) ?? own };
    });
    return [{ id, groupId: null, ...one(field), maximum: null, key: null }, ...criteria];
  });
  refuseRows(rows);
  await sql`insert into index_criterion (id, scheme_id, group_id, place, code, name_vi, name_en, maximum, comparable_key)
    select r.id, ${scheme.id}::uuid, r."groupId", r.place, r.code, r."nameVi", r."nameEn", r.maximum, r.key
    from jsonb_to_recordset(${JSON.stringify(rows.map((row, place) => ({ ...row, place: place + 1 })))}::jsonb)
      r (id uuid, "groupId" uuid, place int, code text, "nameVi" text, "nameEn" text, maximum numeric, key uuid)`.execute(em.getKysely());
}

const pathOf = (field: number, criterion: number): string => `fields.${String(field)}.criteria.${String(criterion)}`;

function refuseRows(rows: readonly Row[]): void {
  if (rows.length > MOST_CRITERIA) throw new Refused('INDEX_TOO_MANY', { most: MOST_CRITERIA }, 'fields');
  const twice = rows.find(({ code }, at) => rows.findIndex((row) => row.code === code) !== at);
  if (twice) throw new Refused('INDEX_CODE_TWICE', { code: twice.code }, 'fields');
  const compared = rows.find(({ key }, at) => key !== null && rows.findIndex((row) => row.key === key) !== at);
  if (compared) throw new Refused('INDEX_COMPARED_TWICE', { code: compared.code }, 'fields');
}

/** The keys of the criteria that are named to compare with, as far as they are of older schemes in force of the same office. */
async function keysOf(em: EntityManager, scheme: IndexScheme, fields: readonly FieldOrder[]): Promise<ReadonlyMap<string, string>> {
  const ids = fields.flatMap(({ criteria }) => criteria.flatMap(({ comparableWithId }) => comparableWithId ?? []));
  const { rows } = await sql<{ id: string; key: string }>`
    select c.id, c.comparable_key as key from index_criterion c join index_scheme s on s.id = c.scheme_id
    where c.id = any(${ids}::uuid[]) and c.group_id is not null and s.host_id = ${scheme.host.id} and s.state = 'IN_FORCE'
      and s.from_year < ${scheme.fromYear}`.execute(em.getKysely());
  return new Map(rows.map(({ id, key }) => [id, key]));
}

function keyOf(keys: ReadonlyMap<string, string>, { comparableWithId }: CriterionOrder, path: string): string | null {
  if (!comparableWithId) return null;
  const key = keys.get(comparableWithId);
  if (key === undefined) throw new Refused('INDEX_COMPARABLE_UNKNOWN', {}, `${path}.comparableWithId`);
  return key;
}
