import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Person } from '#domain/identity';
import { Unit } from '#domain/units';
import { type Actor, Refused } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { type PaperBasis } from '../domain/bases.js';
import { type TemplateKind } from '../domain/paper-kinds.js';
import { PaperTemplate, type TemplateSaid } from '../domain/paper-template.entity.js';

/** A basis as it is typed: without a last day it has none, and without a successor nothing replaced it. */
type TypedBasis = Pick<PaperBasis, 'text' | 'from'> & { readonly to?: string | null; readonly replacedBy?: string | null };

export interface SaveTemplateOrder extends Omit<TemplateSaid, 'bases'> {
  readonly bases: readonly TypedBasis[];
  readonly unitId: string;
  readonly kind: TemplateKind;
  /** Of the version that was on the screen; none: there was none yet. */
  readonly number: number | null;
}

/** How an office's papers look: each change is a version of its own. */
@Injectable()
export class PaperTemplateService {
  constructor(private readonly work: UnitOfWork) {}

  /** Refuses unsound bases, and `STALE` where another version came in between. */
  savePaperTemplate(actor: Actor, { unitId, kind, number, bases, ...other }: SaveTemplateOrder): Promise<PaperTemplate> {
    const said = { ...other, bases: bases.map(({ to = null, replacedBy = null, ...basis }) => ({ ...basis, to, replacedBy })) };
    return this.work.act(actor, 'savePaperTemplate', async ({ em, at, record }) => {
      const reach = actor.isSystem ? {} : { $and: [{ id: { $in: actor.unitsFor('paper:manage') } }] };
      const unit = await em.findOneOrFail(Unit, { id: unitId, ...reach });
      await sql`select pg_advisory_xact_lock(hashtext(${`paper_template ${unitId} ${kind}`}))`.execute(em.getKysely());
      const [last] = await em.find(PaperTemplate, { unit: unitId, kind }, { orderBy: { number: 'desc' }, limit: 1 });
      if ((last?.number ?? null) !== number) throw new Refused('STALE');
      const of = { unit, kind, number: (number ?? 0) + 1 };
      const template = PaperTemplate.version(of, said, { by: actor.isSystem ? null : em.getReference(Person, actor.id), at });
      em.persist(template);
      record({ subject: { type: 'PaperTemplate', id: template.id }, after: { unit: unitId, kind, number: of.number, ...said } });
      await em.flush();
      return template;
    });
  }
}
