import { type Client } from '@urql/core';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { forgetEvents } from '../api/client';
import { type Me, SessionContext, whoIsSignedIn } from '../api/session';

type Listener = (me: Me | null) => void;

/** Who is signed in, for the routes that ask before they open and for the pages that show it. */
export class Session {
  private known: Promise<Me | null> | undefined;
  private readonly listeners = new Set<Listener>();

  /** Other pages of this browser have the same cookie: one that shows somebody else's begins anew as whoever came in. */
  private readonly arrivals = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('arrivals');
  private who: string | null = null;

  constructor(private readonly client: Client) {
    this.arrivals?.addEventListener('message', ({ data }: MessageEvent) => {
      if (this.who !== null && data !== this.who) location.reload();
    });
  }

  /** Asked of the server once. */
  load(): Promise<Me | null> {
    this.known ??= this.ask();
    return this.known;
  }

  /** After a sign-in, a sign-out, a change of what one may do. */
  async renew(): Promise<void> {
    forgetEvents();
    this.known = this.ask();
    await this.known;
  }

  watch(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async ask(): Promise<Me | null> {
    try {
      const me = await whoIsSignedIn(this.client);
      this.who = me?.id ?? this.who;
      if (me) this.arrivals?.postMessage(me.id);
      for (const listener of this.listeners) listener(me);
      return me;
    } catch (error) {
      this.known = undefined;
      throw error;
    }
  }
}

export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  const [me, setMe] = useState<Me | null>(null);
  useEffect(() => {
    const stop = session.watch(setMe);
    session.load().then(setMe, () => undefined);
    return stop;
  }, [session]);
  const value = useMemo(() => ({ me, renew: () => session.renew() }), [me, session]);
  return <SessionContext value={value}>{children}</SessionContext>;
}
