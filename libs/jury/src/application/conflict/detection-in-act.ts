import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContestPorts } from '#lib/contest';
import { IdentityPorts } from '#lib/identity';
import { InitiativePorts } from '#lib/initiative';
import { SYSTEM } from '#lib/kernel';
import { type Delivered, OnEvent } from '#lib/platform';
import { ConflictDetectionService } from './conflict-detection.service.js';

/**
 * A right over the judging begins together with the conflicts it brings: whoever is seated, gets a role or a position, or sends in an
 * initiative has them found in the same act, so that nothing is seen in between.
 */
@Injectable()
export class DetectionInAct implements OnModuleInit {
  constructor(
    private readonly identity: IdentityPorts,
    private readonly contests: ContestPorts,
    private readonly initiatives: InitiativePorts,
    private readonly detection: ConflictDetectionService,
  ) {}

  onModuleInit(): void {
    this.identity.registerStandingListener((_, personId, rewritten) => this.detection.detectOf(SYSTEM, personId, rewritten));
    this.contests.registerSeatListener((_, { contestId, personId }) => this.detection.detect(SYSTEM, contestId, { personId }));
    this.initiatives.registerEntryListener((_, { contestId, initiativeId }) => this.detection.detect(SYSTEM, contestId, { initiativeId }));
  }

  /** What was looked at for one initiative in the act is looked at for all: with whom somebody was an author counts everywhere. */
  @OnEvent('scoring.detectConflicts', 'initiative.submitted', 'initiative.eligible', 'initiative.authorsChanged')
  detectConflicts({ payload: { contestId } }: Delivered<{ contestId: string }>): Promise<void> {
    return this.detection.detect(SYSTEM, contestId);
  }
}
