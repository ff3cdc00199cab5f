import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, allRefused, refuseIf } from '#lib/kernel';
import { UnitOfWork, sameContent } from '#lib/platform';
import { LicenceKind, type LicenceKindSaid, problemsOfKind } from '../domain/licence-kind.entity.js';
import { Procedure } from '../domain/procedure.entity.js';

export interface LicenceKindOrder extends LicenceKindSaid {
  readonly procedureId?: string | null;
}

/** The kinds of licences whose holders are reminded. */
@Injectable()
export class LicenceKindService {
  constructor(private readonly work: UnitOfWork) {}

  /** Refuses as `problemsOfKind` says, and two kinds of one code at the same time. */
  enterLicenceKind(
    actor: Actor,
    order: LicenceKindOrder & { readonly code: string; readonly illustrative?: boolean },
  ): Promise<LicenceKind> {
    return this.work.act(actor, 'enterLicenceKind', async ({ em, record }) => {
      refuseIf(allRefused(problemsOfKind(order)));
      const procedure = await procedureOf(em, order.procedureId);
      const kind = LicenceKind.of(order.code, order, { procedure, illustrative: order.illustrative ?? false });
      em.persist(kind);
      record({ subject: { type: 'LicenceKind', id: kind.id }, after: { code: kind.code, ...kind.facts() } });
      await em.flush();
      return kind;
    });
  }

  /** What holds from now on for all licences of the kind: where their days are others, they are reckoned and planned anew. */
  editLicenceKind(actor: Actor, order: LicenceKindOrder & { readonly kindId: string; readonly version: number }): Promise<LicenceKind> {
    return this.work.act(actor, 'editLicenceKind', async ({ em, held, record }) => {
      const kind = await held(await em.findOneOrFail(LicenceKind, { id: order.kindId }), order.version);
      refuseIf(allRefused(problemsOfKind(order)));
      const before = kind.facts();
      const rule = kind.rule();
      kind.say(order, await procedureOf(em, order.procedureId));
      record({ subject: { type: 'LicenceKind', id: kind.id }, before, after: kind.facts() });
      await em.flush();
      if (!sameContent(rule, kind.rule())) await reckonAnew(em, kind);
      return kind;
    });
  }
}

async function procedureOf(em: EntityManager, id: string | null | undefined): Promise<Procedure | null> {
  return id ? em.findOneOrFail(Procedure, { id }) : null;
}

/** The last day to file is reckoned by the next run, and what was planned goes by it. */
async function reckonAnew(em: EntityManager, { id }: LicenceKind): Promise<void> {
  await sql`update licence set file_by = null, version = version + 1 where kind_id = ${id} and state = 'ACTIVE'`.execute(em.getKysely());
}
