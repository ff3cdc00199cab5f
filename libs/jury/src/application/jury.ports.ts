import { Injectable } from '@nestjs/common';
import { type Act } from '#lib/platform';

type ConflictListener = (act: Act, contestId: string) => Promise<void>;

/** What later contexts tell the jury: what becomes of the cards of those who may not judge an initiative any more. */
@Injectable()
export class JuryPorts {
  private readonly conflictListeners: ConflictListener[] = [];

  /** `listener` is called in each act in which conflicts of a contest may have begun to hold, once they are written. */
  registerConflictListener(listener: ConflictListener): void {
    this.conflictListeners.push(listener);
  }

  async conflictsBegan(act: Act, contestId: string): Promise<void> {
    for (const listener of this.conflictListeners) await listener(act, contestId);
  }
}
