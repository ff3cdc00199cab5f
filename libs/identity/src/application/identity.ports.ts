import { Injectable } from '@nestjs/common';
import { type Act } from '#lib/platform';

type StandingListener = (act: Act, personId: string) => Promise<void>;

/**
 * What later contexts do when somebody's roles or positions change, in the act that changes them: a right over the judging begins together
 * with the conflicts it brings, not when a worker gets to it.
 */
@Injectable()
export class IdentityPorts {
  private readonly listeners: StandingListener[] = [];

  registerStandingListener(listener: StandingListener): void {
    this.listeners.push(listener);
  }

  async standingChanged(act: Act, personId: string): Promise<void> {
    await act.em.flush();
    for (const listener of this.listeners) await listener(act, personId);
  }
}
