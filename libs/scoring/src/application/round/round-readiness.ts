import { Injectable } from '@nestjs/common';
import { type Contest } from '#domain/contest';
import { refuseIf } from '#lib/kernel';
import { type Act } from '#lib/platform';
import { CalibrationSample } from '../../domain/calibration/calibration.entity.js';
import { whyNotOpen } from '../../domain/round/opening.js';
import { Round } from '../../domain/round/round.entity.js';
import { FieldQueries } from '../common/field.queries.js';
import { NameLooks } from '../names/name-looks.js';

/** What has to hold before a round is opened. */
@Injectable()
export class RoundReadiness {
  constructor(
    private readonly field: FieldQueries,
    private readonly names: NameLooks,
  ) {}

  /** What is found before the act stays found where the act is refused. */
  lookAhead(roundId: string): Promise<void> {
    return this.names.lookAtRound(roundId);
  }

  /** Of a round that follows its frozen book, in the act that opens it. Refuses as `whyNotOpen`, and names that nobody has decided about. */
  async refuseUnready({ em }: Act, round: Round, contest: Contest): Promise<void> {
    const before = await em.count(Round, { contest, ordinal: { $lt: round.ordinal }, state: { $ne: 'CLOSED' } });
    const samples = round.rule.calibration ? await em.count(CalibrationSample, { round }) : null;
    const { initiatives, short } = await this.field.progress(round.id);
    const { state } = round;
    refuseIf(whyNotOpen({ state, held: contest.heldAt !== null, previousClosed: before === 0, samples, initiatives, short }));
    if (round.rule.visibility === 'ANONYMOUS') await this.names.refuseUndecided(round.id);
  }
}
