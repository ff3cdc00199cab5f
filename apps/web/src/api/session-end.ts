type Listener = (open: boolean) => void;

/**
 * What happens when the server says that nobody is signed in while somebody was: every request waits, the page asks for the password
 * in place, and all goes on where it was.
 */
class SessionEnds {
  private guarded = false;
  private waiting: ReturnType<typeof Promise.withResolvers<undefined>> | undefined;
  private readonly listeners = new Set<Listener>();

  /** Whether somebody is signed in as far as this page knows. */
  isGuarded(): boolean {
    return this.guarded;
  }

  guard(on: boolean): void {
    this.guarded = on;
  }

  signedInAgain(): Promise<undefined> {
    this.waiting ??= Promise.withResolvers<undefined>();
    this.tell(true);
    return this.waiting.promise;
  }

  goOn(): void {
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
