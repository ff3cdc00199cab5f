type Listener = (open: boolean) => void;

/**
 * What happens when the server says that nobody is signed in while somebody was: every request waits, the page asks for the password
 * in place, and all goes on where it was.
 */
export class SessionEnds {
  private guarded = false;
  /** How often the password was given on this page. */
  private signIns = 0;
  private endedIn = 0;
  private waiting: ReturnType<typeof Promise.withResolvers<undefined>> | undefined;
  private readonly listeners = new Set<Listener>();

  /** Whether somebody is signed in as far as this page knows. */
  isGuarded(): boolean {
    return this.guarded;
  }

  guard(on: boolean): void {
    this.guarded = on;
  }

  /** What a request is sent under. */
  current(): number {
    return this.signIns;
  }

  /** A request was answered that nobody is signed in, sent under this session. */
  endedUnder(session: number): void {
    this.endedIn = Math.max(this.endedIn, session);
  }

  /** At once where one has signed in since: an answer that comes late is of the session before. */
  signedInAgain(): Promise<undefined> {
    if (this.endedIn < this.signIns) return Promise.resolve(undefined);
    this.waiting ??= Promise.withResolvers<undefined>();
    this.tell(true);
    return this.waiting.promise;
  }

  goOn(): void {
    this.signIns += 1;
    this.waiting?.resolve(undefined);
    this.waiting = undefined;
    this.tell(false);
  }

  watch(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(open: boolean): void {
    for (const listener of this.listeners) listener(open);
  }
}

export const sessionEnds = new SessionEnds();
