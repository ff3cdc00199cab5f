import { Injectable } from '@nestjs/common';
import { Actor, type Refused, SYSTEM, newId } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { type Asker } from '../domain/door.js';
import { type DeviceCookie, KnownDevices } from './known-devices.js';
import { type OpenedSession, SessionService } from './session.service.js';

export interface SignedIn extends OpenedSession {
  readonly actor: Actor;
  readonly device: DeviceCookie;
}

/** Who was not let in, as far as it is told. */
interface TurnedAway {
  readonly personal?: { readonly address: string };
  readonly after?: { readonly person: string; readonly code: string };
}

/** What happens at the door once it is known who is there. */
@Injectable()
export class Arrivals {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionService,
    private readonly devices: KnownDevices,
  ) {}

  /** Joins the act around it. `factorAt`: when the second factor was given; null: it was not. */
  async letIn(actor: Actor, asker: Asker, factorAt: Date | null): Promise<SignedIn> {
    const session = await this.sessions.open(actor, actor.id, { factorAt, browser: asker.browser });
    const device = await this.devices.remember(actor, actor.id, asker.device);
    return { ...session, actor: new Actor(actor.id, [], actor.locale, { id: session.id, limit: null }), device };
  }

  /** Recorded by itself: an act that is refused leaves nothing. */
  async turnAway(operation: string, { personal, after }: TurnedAway, refused: Refused): Promise<never> {
    await this.work.act(SYSTEM, operation, ({ record }) => {
      record({ subject: { type: 'SignIn', id: newId() }, after: { outcome: 'REFUSED', ...after }, ...(personal && { personal }) });
      return Promise.resolve();
    });
    throw refused;
  }
}
