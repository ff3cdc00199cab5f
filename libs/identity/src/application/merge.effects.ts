import { Injectable } from '@nestjs/common';
import { type Act } from '#lib/platform';
import { Account } from '../domain/account.entity.js';
import { type PersonMerge } from '../domain/person-merge.entity.js';
import { Person } from '../domain/person.entity.js';
import { RoleGrant } from '../domain/role-grant.entity.js';
import { IdentityPorts } from './identity.ports.js';
import { refuseLastAccount } from './last-of-role.js';
import { SessionService } from './session.service.js';

/** What a merge does, and its undoing, in the act of either. */
@Injectable()
export class MergeEffects {
  constructor(
    private readonly ports: IdentityPorts,
    private readonly sessions: SessionService,
  ) {}

  /**
   * The merged record points to the other. Nobody comes in by its account any more and its roles rest: the other gets none of them, since
   * each was confirmed for an account. Conflicts are found anew. Refuses `LAST_ADMINISTRATOR`.
   */
  async merge(act: Act, merge: PersonMerge): Promise<void> {
    const { em, at, actor } = act;
    const [merged, kept] = await this.both(act, merge);
    await refuseLastAccount(act, merged.id);
    merged.mergeInto(kept);
    for (const grant of await em.find(RoleGrant, { person: merged.id, state: { $in: ['PROPOSED', 'IN_FORCE'] } }))
      grant.rest(at, merge.reason);
    const account = await em.findOne(Account, { person: merged.id, disabledAt: null });
    account?.disable(merge.reason, at);
    merge.accountShut = account !== null;
    await em.flush();
    if (account) await this.sessions.revokeAll(actor, merged.id, 'mergePersons');
    const pair = { mergedId: merged.id, keptId: kept.id };
    for (const part of this.ports.mergeParts) await part.merged?.(act, pair);
    await this.standingChanged(act, pair);
  }

  async undo(act: Act, merge: PersonMerge): Promise<void> {
    const { em } = act;
    const [merged, kept] = await this.both(act, merge);
    merged.standAlone();
    for (const grant of await em.find(RoleGrant, { person: merged.id, state: 'RESTING' })) grant.wake();
    const account = merge.accountShut ? await em.findOne(Account, { person: merged.id, disabledAt: { $ne: null } }) : null;
    account?.enable();
    merge.accountShut = false;
    await em.flush();
    const pair = { mergedId: merged.id, keptId: kept.id };
    for (const part of this.ports.mergeParts) await part.undone?.(act, { ...pair, mergedAt: merge.decidedAt ?? merge.proposedAt });
    await this.standingChanged(act, pair);
  }

  private async standingChanged(act: Act, { mergedId, keptId }: { mergedId: string; keptId: string }): Promise<void> {
    for (const id of [mergedId, keptId].sort()) await this.ports.standingChanged(act, id);
  }

  private async both({ em }: Act, { merged, kept }: PersonMerge): Promise<[Person, Person]> {
    return [await em.findOneOrFail(Person, { id: merged.id }), await em.findOneOrFail(Person, { id: kept.id })];
  }
}
