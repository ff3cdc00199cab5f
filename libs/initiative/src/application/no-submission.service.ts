import { Injectable } from '@nestjs/common';
import { RosterUnit, Unit } from '#domain/units';
import { lockContest } from '#lib/contest';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { NoSubmission, whyNotSayNothing } from '../domain/no-submission.entity.js';
import { whyNotReason } from '../domain/policies.js';
import { signedBy } from './loading.js';
import { type NoSubmissionRow, NoSubmissionQueries } from './no-submission.queries.js';

export interface NoSubmissionOrder {
  readonly contestId: string;
  readonly unitId: string;
  /** Of what was said before; 0 where nothing was. */
  readonly version: number;
  readonly reason: string;
}

/** Units say why they have sent nothing. */
@Injectable()
export class NoSubmissionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: NoSubmissionQueries,
  ) {}

  /** Refuses `NOT_FOUND` for another's unit, `UNIT_NOT_ON_ROSTER`, `NO_SUBMISSION_NOT_ASKED`, `UNIT_HAS_SENT`. */
  async giveNoSubmissionReason(actor: Actor, { contestId, unitId, version, reason }: NoSubmissionOrder): Promise<NoSubmissionRow> {
    return this.work.act(actor, 'giveNoSubmissionReason', async ({ em, at, record, onVersion }) => {
      if (!actor.covers('initiative:draft', unitId)) throw new Refused('NOT_FOUND', { what: 'Unit' }, 'unitId');
      const contest = await lockContest(em, contestId, 'for share');
      const unit = await em.findOneOrFail(Unit, { id: unitId });
      if ((await em.count(RosterUnit, { roster: contest.roster.id, unit: unitId })) === 0)
        throw new Refused('UNIT_NOT_ON_ROSTER', {}, 'unitId');
      const known = await em.findOne(NoSubmission, { contest: contestId, unit: unitId });
      const said = known ?? NoSubmission.of(contest, unit);
      onVersion(said, version);
      refuseIf(whyNotSayNothing(contest, await this.queries.hasSent(contestId, unitId)));
      refuseIf(whyNotReason(reason));
      const before = known && { reason: known.reason };
      if (record({ subject: { type: 'NoSubmission', id: said.id }, before, after: { reason: reason.trim() }, reason })) {
        said.say(reason, { by: signedBy(em, actor), at });
        await em.persist(said).flush();
      }
      return this.queries.shown(actor, said.id);
    });
  }
}
