import { isDeepStrictEqual } from 'node:util';
import { LockMode } from '@mikro-orm/core';
import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Actor, Refused, addDays, allRefused, localDate, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { Procedure, ProcedureVersion } from '../domain/procedure.entity.js';
import { type ProcedureSaid, type VersionSaid, problemsOfProcedure } from '../domain/procedure-policy.js';

export type ProcedureOrder = ProcedureSaid & VersionSaid & { readonly illustrative?: boolean };

/** What came of an order: a new procedure, another description, a new version (and the end of the one before it), another version. */
export type ProcedureStep = 'ENTERED' | 'DESCRIBED' | 'VERSION_ADDED' | 'VERSION_ENDED' | 'VERSION_CHANGED';

/** The catalogue of procedures, copied from the national portal. */
@Injectable()
export class ProcedureService {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * Writes a procedure and its version of the day on which that begins; where there is none, a new one, which ends the one that was in force. Of
   * what is written already nothing is written again. Refuses as `problemsOfProcedure` says, and two versions of one day.
   */
  writeProcedure(actor: Actor, order: ProcedureOrder): Promise<{ procedure: Procedure; steps: readonly ProcedureStep[] }> {
    return this.work.act(actor, 'writeProcedure', async (act) => {
      const { em, at, record } = act;
      refuseIf(allRefused(problemsOfProcedure(order, localDate(at))));
      const known = await em.findOne(Procedure, { code: order.code }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const procedure = known ?? Procedure.of(order, order.illustrative ?? false);
      em.persist(procedure);
      await em.flush();
      const described = known ? describe(known, order) : null;
      const version = await this.writeVersion(act, procedure, order);
      const steps: ProcedureStep[] = [
        ...(known ? [] : (['ENTERED'] as const)),
        ...(described ? (['DESCRIBED'] as const) : []),
        ...version.steps,
      ];
      if (steps.length === 0) return { procedure, steps };
      // What somebody found on the portal since is not written over by a sheet from before.
      if (order.checkedOn < procedure.checkedOn) throw new Refused('PROCEDURE_CHECKED_SINCE', {}, 'checkedOn');
      if (known) known.countEdit();
      const { code, name, field, level, sourceUrl, checkedOn } = procedure;
      record({
        subject: { type: 'Procedure', id: procedure.id },
        ...(known && { before: { ...described, version: version.before } }),
        after: { code, name, field, level, sourceUrl, checkedOn, version: version.after },
      });
      await em.flush();
      return { procedure, steps };
    });
  }

  /** That somebody held it against the portal today, and it still says the same. */
  checkProcedure(actor: Actor, order: { procedureId: string; version: number }): Promise<Procedure> {
    return this.work.act(actor, 'checkProcedure', async ({ em, at, held, record }) => {
      const procedure = await held(await em.findOneOrFail(Procedure, { id: order.procedureId }), order.version);
      const { checkedOn } = procedure;
      const today = localDate(at);
      if (record({ subject: { type: 'Procedure', id: procedure.id }, before: { checkedOn }, after: { checkedOn: today } })) {
        procedure.checkedOn = today;
        procedure.countEdit();
      }
      await em.flush();
      return procedure;
    });
  }

  private async writeVersion(
    { em }: Act,
    procedure: Procedure,
    order: ProcedureOrder,
  ): Promise<{ steps: ProcedureStep[]; before: VersionSaid | null; after: VersionSaid }> {
    const versions = await em.find(ProcedureVersion, { procedure }, { orderBy: { startsOn: 'asc' } });
    const known = versions.find(({ startsOn }) => startsOn === order.startsOn);
    // What the sheet leaves out stays as it is: a later version may have ended this one.
    const said = versionOf({ ...order, endsOn: order.endsOn ?? known?.endsOn ?? null });
    const before = known?.facts() ?? null;
    if (known && isDeepStrictEqual(plain(known.facts()), plain(said))) return { steps: [], before, after: said };
    const ended = known ? null : await endBefore(em, versions, said.startsOn);
    const others = versions.filter((one) => one !== known);
    if (others.some((one) => overlap(one, said))) throw new Refused('PROCEDURE_VERSIONS_OVERLAP', {}, 'startsOn');
    if (known) known.say(said);
    else em.persist(ProcedureVersion.of(procedure, said));
    await em.flush();
    return { steps: [...(ended ? (['VERSION_ENDED'] as const) : []), known ? 'VERSION_CHANGED' : 'VERSION_ADDED'], before, after: said };
  }
}

/** What it said of itself where it says otherwise now. It is never checked on an earlier day than it was. */
function describe(known: Procedure, order: ProcedureOrder): Omit<ProcedureSaid, 'code'> | null {
  const before = known.facts();
  known.describe({ ...order, checkedOn: order.checkedOn > known.checkedOn ? order.checkedOn : known.checkedOn });
  return isDeepStrictEqual(before, known.facts()) ? null : before;
}

/** The version that was in force until further notice ends the day before the next begins. */
async function endBefore(em: EntityManager, versions: readonly ProcedureVersion[], startsOn: string): Promise<ProcedureVersion | null> {
  const open = versions.find((one) => one.endsOn === null && one.startsOn < startsOn);
  if (!open) return null;
  open.endOn(addDays(startsOn, -1));
  await em.flush();
  return open;
}

function versionOf({ decision, startsOn, endsOn, steps, ways, items, basis }: VersionSaid): VersionSaid {
  return { decision, startsOn, endsOn, steps, ways, items, basis };
}

const overlap = (one: Pick<VersionSaid, 'startsOn' | 'endsOn'>, other: Pick<VersionSaid, 'startsOn' | 'endsOn'>): boolean =>
  (one.endsOn === null || other.startsOn <= one.endsOn) && (other.endsOn === null || one.startsOn <= other.endsOn);

/** Without what the database adds or leaves out of an object that it keeps. */
const plain = (said: VersionSaid): unknown => JSON.parse(JSON.stringify(said));
