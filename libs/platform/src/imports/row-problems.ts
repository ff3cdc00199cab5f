import { Refused, allRefused, refuseIf } from '#lib/kernel';

/** What is wrong with one row, as it is found by steps that need nothing of one another. */
export class RowProblems {
  private readonly found: Refused[] = [];

  /** What a step finds; null where it refuses, which is kept. */
  async of<T>(step: () => T | Promise<T>): Promise<T | null> {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.found.push(...error.problems);
      return null;
    }
  }

  /** Refuses all that was found, at once. */
  refuse(): void {
    refuseIf(allRefused(this.found));
  }
}
