import { Refused } from '#lib/kernel';

interface Waiting {
  readonly person: string;
  readonly begin: () => void;
}

/** How many may go at once, and how long the line may be. */
export interface TurnLimits {
  readonly atOnce: number;
  readonly linePerPerson: number;
  readonly line: number;
  readonly waitSeconds: number;
  /** What whoever would wait too long is refused. */
  readonly refusal: 'BUSY' | 'FILE_BUSY';
}

/** Turns at something costly: one at a time per person, few in all. */
export class Turns {
  private readonly busy = new Set<string>();
  private line: readonly Waiting[] = [];

  constructor(private readonly limits: TurnLimits) {}

  async take<T>(person: string, act: () => Promise<T>): Promise<T> {
    if (!this.free(person)) await this.wait(person);
    this.busy.add(person);
    try {
      return await act();
    } finally {
      this.busy.delete(person);
      this.callNext();
    }
  }

  private free(person: string): boolean {
    return this.busy.size < this.limits.atOnce && !this.busy.has(person);
  }

  private async wait(person: string): Promise<void> {
    const { line, linePerPerson, waitSeconds, refusal } = this.limits;
    const own = this.line.filter((waiting) => waiting.person === person).length;
    if (this.line.length >= line || own >= linePerPerson) throw new Refused(refusal);
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const waiting: Waiting = {
      person,
      begin: () => {
        // Taken here and not by whoever awaits: nobody may come in between.
        this.busy.add(person);
        resolve(undefined);
      },
    };
    this.line = [...this.line, waiting];
    const timer = setTimeout(() => {
      this.leave(waiting);
      reject(new Refused(refusal));
    }, waitSeconds * 1000);
    await promise.finally(() => {
      clearTimeout(timer);
    });
  }

  private leave(waiting: Waiting): void {
    this.line = this.line.filter((other) => other !== waiting);
  }

  private callNext(): void {
    const next = this.line.find(({ person }) => this.free(person));
    if (!next) return;
    this.leave(next);
    next.begin();
  }
}
