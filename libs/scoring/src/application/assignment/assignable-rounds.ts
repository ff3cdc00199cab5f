import { Injectable } from '@nestjs/common';
import { refuseIf } from '#lib/kernel';
import { type Act } from '#lib/platform';
import { whyNotAssign } from '../../domain/card/policies.js';
import { type Round } from '../../domain/round/round.entity.js';
import { ConflictDetectionService } from '#lib/jury';
import { RoundLocks } from '../common/round-locks.js';

const PERMISSION = 'assignment:manage';

/** Finds a round whose assignment can still be changed, and brings its conflicts up to date. Refuses one that is settling or closed. */
@Injectable()
export class AssignableRounds {
  constructor(
    private readonly locks: RoundLocks,
    private readonly detection: ConflictDetectionService,
  ) {}

  /** For an act that changes none of its cards. */
  async share(act: Act, roundId: string): Promise<Round> {
    return this.upToDate(act, await this.locks.shareToDetect(act, roundId, PERMISSION));
  }

  /** For an act that changes its cards: waits for everyone who is signing, and they for it. */
  async update(act: Act, roundId: string): Promise<Round> {
    return this.upToDate(act, await this.locks.updateToDetect(act, roundId, PERMISSION));
  }

  private async upToDate(act: Act, round: Round): Promise<Round> {
    refuseIf(whyNotAssign(round.state));
    await this.detection.detect(act.actor, round.contest.id);
    return round;
  }
}
